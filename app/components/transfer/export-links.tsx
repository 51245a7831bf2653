import { useTranslation } from '@tessera/i18n/react.tsx';

/** A list as a file in both formats. Plain links: what answers is no page. */
export function ExportLinks({ csv, xlsx }: { csv: string; xlsx: string }) {
  const { t } = useTranslation('transfer');
  const link = 'link inline-flex min-h-11 items-center';
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm" data-print="no">
      <span className="text-muted">{t('exports.label')}</span>
      <a href={csv} download className={link}>
        {t('exports.csv')}
      </a>
      <a href={xlsx} download className={link}>
        {t('exports.xlsx')}
      </a>
    </p>
  );
}

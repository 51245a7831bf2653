import { type AgreementWords, agreementParts } from '@tessera/core/mentoring/agreements.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Written } from '~/ui/written.tsx';

export type AgreementShown = AgreementWords & {
  language: string;
  version: number;
  hash: string;
  createdAt: Date;
};

/** An agreement as it is read and printed, with what tells its version. */
export function AgreementView({ text }: { text: AgreementShown }) {
  const { t } = useTranslation('agreements');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <div className="max-w-[46rem]">
      <dl>
        {agreementParts.map((part) => (
          <div key={part} className="border-b border-rule py-4 first:pt-0">
            <dt className="font-semibold">{t(`parts.${part}`)}</dt>
            <dd lang={text.language} dir="auto" className="mt-1 whitespace-pre-line">
              <Written text={text[part]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        {t('version', {
          version: format.number(text.version),
          date: format.date(text.createdAt, zone),
        })}
        <span className="block break-all">
          {t('checksum')}: <span translate="no">{text.hash}</span>
        </span>
      </p>
    </div>
  );
}

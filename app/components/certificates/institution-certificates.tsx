import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Table } from '~/ui/table.tsx';
import { type CertificateLine, CertificateState } from './own-certificate.tsx';

/** The certificates of others: of colleagues, or for its coordinator of everyone in the network. */
export function InstitutionCertificates({
  caption,
  network,
  certificates,
}: {
  caption: string;
  network: string;
  certificates: readonly CertificateLine[];
}) {
  const { t } = useTranslation('certificates');
  const format = useFormats();
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: t('mine.person'),
          isName: true,
          cell: ({ learnerName }) => (
            <span className="notranslate" translate="no">
              {learnerName}
            </span>
          ),
        },
        { key: 'training', header: t('mine.training'), cell: ({ title }) => title },
        {
          key: 'date',
          header: t('mine.date'),
          cell: ({ startsOn, endsOn, timeZone }) => format.dateRange(startsOn, endsOn, timeZone),
        },
        {
          key: 'state',
          header: t('mine.state'),
          cell: (certificate) => <CertificateState certificate={certificate} />,
        },
        {
          key: 'document',
          header: t('mine.document'),
          cell: ({ id, learnerName }) => (
            <a
              href={paths.certificatePdf(network, id)}
              className="link inline-flex min-h-6 items-center"
              aria-label={t('mine.pdfFor', { name: learnerName })}
            >
              {t('mine.pdf')}
            </a>
          ),
        },
      ]}
    />
  );
}

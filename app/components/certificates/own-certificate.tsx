import { Form, Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Workload } from '~/components/when.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { StandingBadge } from './standing.tsx';

export type CertificateLine = Awaited<ReturnType<Caller['certificates']['list']>>[number];

/** One's own certificate, with the switch for the name on its public page. */
export function OwnCertificate({ network, certificate }: { network: string; certificate: CertificateLine }) {
  const { t } = useTranslation(['certificates', 'badges']);
  const format = useFormats();
  const { id, title, startsOn, endsOn, timeZone, verifyCode, isNameShown } = certificate;
  return (
    <li className="border-b border-rule py-6 first:pt-0 last:border-0">
      <h3 className="mb-1 text-lg font-semibold">{title}</h3>
      <CertificateState certificate={certificate} />
      <DefinitionList
        entries={[
          { term: t('mine.date'), value: format.dateRange(startsOn, endsOn, timeZone) },
          { term: t('mine.hours'), value: <Workload minutes={certificate.workloadMinutes} /> },
          {
            term: t('check.validUntil'),
            value: certificate.validUntil && format.date(certificate.validUntil, timeZone),
          },
          {
            term: t('mine.verifyCode'),
            value: (
              <Link to={paths.verify(verifyCode)} className="link tabular-nums">
                {verifyCode.replace(/.{4}(?=.)/g, '$& ')}
              </Link>
            ),
          },
        ]}
      />
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
        <LinkButton to={paths.certificatePdf(network, id)} look="primary" reloadDocument>
          {t('mine.openPdf')}
        </LinkButton>
        {certificate.standing === 'valid' && (
          <LinkButton
            to={paths.badge(verifyCode)}
            reloadDocument
            aria-label={`${t('badges:download')}: ${title}`}
          >
            {t('badges:download')}
          </LinkButton>
        )}
        <Form method="post" action={paths.certificateVisibility(network, id)}>
          <Button name="name" value={isNameShown ? 'hidden' : 'shown'}>
            {t(isNameShown ? 'mine.hideName' : 'mine.showName')}
            <span className="sr-only">: {title}</span>
          </Button>
        </Form>
        <p className="text-sm text-muted">{t(isNameShown ? 'mine.nameShown' : 'mine.nameHidden')}</p>
      </div>
    </li>
  );
}

/** Whether a certificate holds, and why not. */
export function CertificateState({
  certificate: { standing, revokeReason },
}: {
  certificate: Pick<CertificateLine, 'standing' | 'revokeReason'>;
}) {
  const { t } = useTranslation('certificates');
  return (
    <>
      <StandingBadge standing={standing} />
      {revokeReason && <p className="text-sm">{t('mine.revokedReason', { reason: revokeReason })}</p>}
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InstitutionCertificates } from '~/components/certificates/institution-certificates.tsx';
import { OwnCertificate } from '~/components/certificates/own-certificate.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, certificates: await api(args).certificates.list(where) };
}

export const handle: Handle = { title: (t) => t('certificates:mine.title') };

export default function MyCertificates() {
  const { network, certificates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  const own = certificates.filter(({ isOwn }) => isOwn);
  const others = certificates.filter(({ isOwn }) => !isOwn);
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={<LinkButton to={paths.learning(network)}>{t('learning.title')}</LinkButton>}
      />
      {certificates.length === 0 && (
        <Empty
          title={t('mine.empty')}
          action={
            <LinkButton to={paths.trainings(network)} look="primary">
              {t('mine.seeTrainings')}
            </LinkButton>
          }
        >
          {t('mine.emptyText')}
        </Empty>
      )}
      {own.length > 0 && (
        <Section id="own" title={t('mine.own')}>
          <ul>
            {own.map((certificate) => (
              <OwnCertificate key={certificate.id} network={network} certificate={certificate} />
            ))}
          </ul>
        </Section>
      )}
      {others.length > 0 && (
        <Section id="institution" title={t('mine.institution')} layout="full">
          <InstitutionCertificates network={network} certificates={others} />
        </Section>
      )}
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InstitutionCertificates } from '~/components/certificates/institution-certificates.tsx';
import { OwnCertificate } from '~/components/certificates/own-certificate.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const certificates = await api(args).certificates.list(where);
  const others = certificates.filter(({ isOwn }) => !isOwn);
  const asked = Number(new URL(args.request.url).searchParams.get('page'));
  const pages = Math.ceil(others.length / pageSize) || 1;
  const page = Number.isInteger(asked) && asked > 1 ? Math.min(asked, pages) : 1;
  return {
    ...where,
    own: certificates.filter(({ isOwn }) => isOwn),
    others: others.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
  };
}

export const handle: Handle = { title: (t) => t('certificates:mine.title') };

export default function MyCertificates() {
  const { network, own, others, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  // Who issues them reads those of the whole network.
  const isForNetwork = useCan()('certificate.issue');
  const ofOthers = t(isForNetwork ? 'mine.ofNetwork' : 'mine.institution');
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        lead={t(isForNetwork ? 'mine.leadOfNetwork' : 'mine.lead')}
        actions={<LinkButton to={paths.learning(network)}>{t('learning.title')}</LinkButton>}
      />
      {own.length + others.length === 0 && (
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
        <Section id="institution" title={ofOthers} layout="full">
          <InstitutionCertificates caption={ofOthers} network={network} certificates={others} />
          <Pagination
            page={page}
            pages={pages}
            to={(next) => paths.myCertificates(network, { page: next })}
          />
        </Section>
      )}
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { Mosaic } from '~/components/mosaic.tsx';
import { NetworkTree } from '~/components/network-tree.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import type { loader as rootLoader } from '~/root.tsx';
import { api } from '~/server/api.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { networks } = await api(args).networks.publicTree();
  const t = translator(args.context.language, 'shell');
  return {
    networks,
    head: publicHead(args, { path: paths.home(), title: t('front.title'), text: t('front.lead') }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('shell:front.title') };

export default function Home() {
  const { networks } = useLoaderData<typeof loader>();
  const person = useRouteLoaderData<typeof rootLoader>('root')?.person;
  const { t } = useTranslation('shell');
  const institutions = networks.reduce((sum, network) => sum + network.institutions, 0);
  const people = ['coordinator', 'manager', 'mentor'] as const;
  return (
    <>
      <header className="mb-14 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)] lg:items-end">
        <div>
          <h1 tabIndex={-1} className="max-w-[24ch] text-display font-bold tracking-[-0.022em]">
            {t('front.title')}
          </h1>
          <p className="mt-5 max-w-[40rem] text-lg text-muted">{t('front.lead')}</p>
          <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
            {person ? (
              <LinkButton to={paths.dashboard()} look="primary">
                {t('menu.start')}
              </LinkButton>
            ) : (
              <>
                <LinkButton to={paths.signIn()} look="primary">
                  {t('signIn')}
                </LinkButton>
                <LinkButton to={paths.events()}>{t('front.events')}</LinkButton>
                <p className="max-w-[22rem] text-sm text-muted">{t('front.signInLead')}</p>
              </>
            )}
          </div>
        </div>
        {institutions > 0 && (
          <figure>
            <Mosaic
              networks={networks}
              label={t('front.mosaic', { institutions, networks: networks.length })}
            />
            <figcaption aria-hidden className="mt-3 text-sm text-muted">
              {t('front.mosaic', { institutions, networks: networks.length })}
            </figcaption>
          </figure>
        )}
      </header>

      <Section id="networks" title={t('front.networks')} lead={t('front.networksLead')}>
        {networks.length > 0 ? (
          <NetworkTree networks={networks} />
        ) : (
          <Empty title={t('front.empty')}>{t('front.emptyHint')}</Empty>
        )}
      </Section>

      <Section id="for-whom" title={t('front.forWhom')}>
        <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-3">
          {people.map((who) => (
            <div key={who}>
              <dt className="font-semibold">{t(`front.${who}`)}</dt>
              <dd className="mt-1 text-muted">{t(`front.${who}Text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

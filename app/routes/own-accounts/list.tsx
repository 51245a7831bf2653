import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { CallbackAddress } from '~/components/own-accounts/callback-address.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).ownAccounts.providers(where)) };
}

export const handle: Handle = { title: (t) => t('accounts:title') };

export default function OwnAccounts() {
  const { network, providers, callback } = useLoaderData<typeof loader>();
  const { t } = useTranslation('accounts');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton look="primary" to={paths.newOwnAccount(network)}>
            {t('add')}
          </LinkButton>
        }
      />
      <SettingsTabs />
      <Section id="connected" title={t('list')}>
        {providers.length === 0 && <Empty title={t('empty')}>{t('emptyText')}</Empty>}
        <ul>
          {providers.map(({ id, name, domains, offAt, people }) => (
            <li key={id} className="border-t border-rule py-5">
              <h3 className="font-semibold">
                <Link to={paths.ownAccount(network, id)} className="link">
                  {name}
                </Link>
              </h3>
              <DefinitionList
                entries={[
                  { term: t('state'), value: t(offAt ? 'off' : 'on') },
                  { term: t('domains'), value: domains.join(', ') },
                  { term: t('people'), value: people },
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
      <CallbackAddress address={callback} />
    </>
  );
}

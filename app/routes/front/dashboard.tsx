import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { DomainError } from '@tessera/core/errors.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { answerTo } from '~/server/refusal.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { countTasks, NetworkAttention } from './network-attention.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const core = api(args);
  const me = await core.identity.me();
  if (!me) throw answerTo(new DomainError('sign_in_needed'), args.request);
  const networks = await Promise.all(
    me.networks.map(async (network) => ({
      ...network,
      attention: await attentionOf(core, network.code),
    })),
  );
  // Where something waits comes first; otherwise the order stays that of the names.
  const isIdle = ({ attention }: (typeof networks)[number]) =>
    Number(attention === null || countTasks(attention) === 0);
  const sorted = networks.toSorted((a, b) => isIdle(a) - isIdle(b));
  return { name: me.name, isOperator: me.isOperator, networks: sorted };
}

async function attentionOf(core: Caller, network: string) {
  const { modules } = await core.networks.shell({ network });
  return modules.includes('trainings') ? core.trainings.attention({ network }) : null;
}

export const handle: Handle = { title: (t) => t('identity:start.title') };

export default function Dashboard() {
  const { name, isOperator, networks } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['identity', 'shell']);
  return (
    <>
      <PageHeader title={t('start.title')} lead={t('start.hello', { name })} />
      {networks.map((network) => (
        <NetworkAttention key={network.code} {...network} />
      ))}
      {networks.length === 0 && !isOperator && (
        <Empty
          title={t('start.none')}
          action={<LinkButton to={paths.tree()}>{t('start.allNetworks')}</LinkButton>}
        >
          {t('start.noneText')}
        </Empty>
      )}
      {isOperator && (
        <Section id="operator" title={t('start.operator')} lead={t('start.operatorText')}>
          <LinkButton to={paths.operator()}>{t('shell:menu.operator')}</LinkButton>
        </Section>
      )}
    </>
  );
}

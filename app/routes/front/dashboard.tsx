import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { NetworkPart } from '~/components/needs/network-needs.tsx';
import { TaskList } from '~/components/needs/task-list.tsx';
import { useOperatorLine } from '~/components/needs/task-words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const needs = await api(args).needs.own();
  return { name: args.context.core.actor?.name ?? '', ...needs };
}

export const handle: Handle = { title: (t) => t('identity:start.title') };

export default function Dashboard() {
  const { name, personId, unread, isOperator, operator, networks, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['identity', 'messages', 'secondStep']);
  const count = networks.reduce((sum, { tasks }) => sum + tasks.length, operator.length);
  const isNobody = networks.length === 0 && closed.length === 0 && !isOperator;
  return (
    <>
      <PageHeader
        eyebrow={t('start.hello', { name })}
        title={t('start.title')}
        lead={
          count > 0 ? t('messages:needs.waits', { count }) : networks.length > 0 && t('messages:needs.calm')
        }
      >
        {unread > 0 && (
          <Link to={paths.notices()} className="link mt-2 inline-flex min-h-11 items-center">
            {t('messages:notices.unread', { count: unread })}
          </Link>
        )}
      </PageHeader>
      {closed.map(({ code, name: asking }) => (
        <Section key={code} id={`closed-${code}`} title={asking}>
          <p>{t('secondStep:asked.home')}</p>
          <div className="mt-5">
            <LinkButton to={paths.secondStep({ network: code, next: paths.network(code) })}>
              {t('secondStep:begin')}
            </LinkButton>
          </div>
        </Section>
      ))}
      {isOperator && <OperatorPart tasks={operator} />}
      {networks.map((network) => (
        <NetworkPart key={network.code} network={network} personId={personId} />
      ))}
      {isNobody && (
        <Empty
          title={t('start.none')}
          action={<LinkButton to={paths.tree()}>{t('start.allNetworks')}</LinkButton>}
        >
          {t('start.noneText')}
        </Empty>
      )}
    </>
  );
}

function OperatorPart({ tasks }: { tasks: ReturnType<typeof useLoaderData<typeof loader>>['operator'] }) {
  const { t } = useTranslation(['identity', 'shell']);
  const line = useOperatorLine();
  return (
    <Section id="operator" title={t('start.operator')}>
      <h3 className="font-bold">{t('start.todo')}</h3>
      {tasks.length > 0 ? (
        <TaskList lines={tasks.map(line)} />
      ) : (
        <p className="mt-2 text-muted">{t('start.nothing')}</p>
      )}
      <div className="mt-5">
        <LinkButton to={paths.operator()}>{t('shell:menu.operator')}</LinkButton>
      </div>
    </Section>
  );
}

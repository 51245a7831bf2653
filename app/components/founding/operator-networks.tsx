import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import type { NetworkKind } from '@tessera/core/networks/kinds.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { PeopleFigure } from './child-figures.tsx';
import { StateWord } from './state-word.tsx';

type Network = Awaited<ReturnType<Caller['operator']['networks']>>['networks'][number];
type Placed = Network & { depth: number };

/** Every network with its counts, children under their parents. */
export function OperatorNetworks({ networks }: { networks: readonly Network[] }) {
  const { t } = useTranslation(['founding', 'networks', 'operator']);
  const format = useFormats();
  const columns: Column<Placed>[] = [
    {
      key: 'network',
      header: t('tree.network'),
      isName: true,
      cell: ({ code, name, kind, state, depth }) => (
        <span className="block" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          {state === 'active' || state === 'suspended' ? (
            <Link to={paths.network(code)} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
          <span className="block font-normal text-muted">
            {t(`networks:kinds.${kind as NetworkKind}`)}, {code}
          </span>
        </span>
      ),
    },
    { key: 'state', header: t('tree.state'), cell: ({ state }) => <StateWord state={state} /> },
    {
      key: 'institutions',
      header: t('tree.institutions'),
      isNumber: true,
      cell: ({ institutions }) => institutions,
    },
    {
      key: 'members',
      header: t('operator.members'),
      isNumber: true,
      cell: ({ members }) => <PeopleFigure value={members} />,
    },
    { key: 'trainings', header: t('operator.trainings'), isNumber: true, cell: ({ trainings }) => trainings },
    { key: 'failed', header: t('operator.failedJobs'), isNumber: true, cell: ({ failedJobs }) => failedJobs },
    {
      key: 'activity',
      header: t('operator.lastActivity'),
      cell: ({ lastActivity }) => (
        <span className="whitespace-nowrap">
          {lastActivity ? format.date(lastActivity, 'UTC') : t('operator.never')}
        </span>
      ),
    },
    {
      key: 'step',
      header: t('operator.step'),
      cell: ({ code, name }) => (
        <LinkButton
          to={paths.operatorNetwork(code)}
          size="small"
          aria-label={t('operator.stepOf', { network: name })}
        >
          {t('operator.manage')}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table
      caption={t('operator.networks')}
      isCaptionHidden
      columns={columns}
      rows={inTree(networks)}
      rowKey={({ code }) => code}
    />
  );
}

function inTree(networks: readonly Network[]): Placed[] {
  const codes = new Set(networks.map(({ code }) => code));
  const under = (parent: string | null, depth: number): Placed[] =>
    networks
      .filter(({ parentCode }) => (parent === null ? !codes.has(parentCode ?? '') : parentCode === parent))
      .flatMap((network) => [{ ...network, depth }, ...under(network.code, depth + 1)]);
  return under(null, 0);
}

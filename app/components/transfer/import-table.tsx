import { Link } from '@remix-run/react';
import type { ImportKind, ImportState } from '@tessera/core/imports/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Line = {
  id: string;
  kind: ImportKind;
  state: ImportState;
  isStopped: boolean;
  fileName: string;
  createdAt: Date;
  newCount: number;
  changedCount: number;
  sameCount: number;
  wrongCount: number;
};

/** Imports with where they stand, the newest first. */
export function ImportTable({ network, imports }: { network: string; imports: readonly Line[] }) {
  const { t } = useTranslation('transfer');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Line>[] = [
    {
      key: 'file',
      header: t('list.file'),
      isName: true,
      cell: ({ id, fileName }) => (
        <Link to={paths.import(network, id)} className="link wrap-anywhere">
          {fileName || t('list.removed')}
        </Link>
      ),
    },
    { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state, isStopped }) => <StateOfImport state={isStopped ? 'failed' : state} />,
    },
    { key: 'when', header: t('list.when'), cell: ({ createdAt }) => format.dateTime(createdAt, zone) },
    {
      key: 'result',
      header: t('list.result'),
      cell: ({ state, newCount, changedCount, sameCount, wrongCount }) =>
        ['checked', 'running', 'done', 'undone'].includes(state) &&
        t('list.figures', { new: newCount, changed: changedCount, same: sameCount, wrong: wrongCount }),
    },
  ];
  return (
    <Table
      caption={t('list.caption')}
      isCaptionHidden
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
    />
  );
}

const looks = {
  uploaded: ['neutral', 'draft'],
  checking: ['neutral', 'waiting'],
  checked: ['info', 'open'],
  running: ['neutral', 'waiting'],
  done: ['success', 'done'],
  failed: ['danger', 'attention'],
  undone: ['neutral', 'stopped'],
} as const satisfies Record<ImportState, readonly [string, string]>;

function StateOfImport({ state }: { state: ImportState }) {
  const { t } = useTranslation('transfer');
  const [tone, shape] = looks[state];
  return (
    <Badge tone={tone} shape={shape}>
      {t(`states.${state}`)}
    </Badge>
  );
}

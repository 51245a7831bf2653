import type { Caller } from '@tessera/core/api.server.ts';
import { consentStates } from '@tessera/core/consents/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { type Column, Table } from '~/ui/table.tsx';

type Counts = Awaited<ReturnType<Caller['consents']['counts']>>[number];

/** How many people agreed to what, refused, and took it back. */
export function ConsentCounts({ counts }: { counts: readonly Counts[] }) {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const columns: Column<Counts>[] = [
    {
      key: 'purpose',
      header: t('consents.purpose'),
      isName: true,
      cell: ({ title, language }) => <span lang={language}>{title}</span>,
    },
    ...consentStates
      .filter((state) => state !== 'requested')
      .map(
        (state): Column<Counts> => ({
          key: state,
          header: t(`states.${state}`),
          isNumber: true,
          cell: ({ counts: each }) => format.number(each[state]),
        }),
      ),
  ];
  return (
    <div className="mb-12">
      <Table
        caption={t('consents.counts')}
        columns={columns}
        rows={counts}
        rowKey={({ purpose }) => purpose}
      />
    </div>
  );
}

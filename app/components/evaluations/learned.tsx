import type { StageResult } from '@tessera/core/evaluations/results.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

/** Means of the same questions before and after; nothing unless both may be shown. */
export function Learned({ stages }: { stages: readonly StageResult[] }) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  const questionsOf = (wanted: StageResult['stage']) =>
    stages.find(({ stage }) => stage === wanted)?.questions ?? [];
  const after = new Map(questionsOf('after').map(({ name, mean }) => [name, mean]));
  const rows = questionsOf('before').flatMap(({ name, text, mean }) => {
    const later = after.get(name) ?? null;
    return mean === null || later === null ? [] : [{ name, text, before: mean, after: later }];
  });
  if (rows.length === 0) return null;
  const one = (value: number) => format.number(value, 1);
  return (
    <Section id="learned" title={t('results.learned')} lead={t('results.learnedLead')}>
      <Table
        caption={t('results.learned')}
        isCaptionHidden
        columns={[
          { key: 'question', header: t('results.question'), cell: ({ text }) => text, isName: true },
          { key: 'before', header: t('results.before'), cell: ({ before }) => one(before), isNumber: true },
          { key: 'after', header: t('results.after'), cell: (row) => one(row.after), isNumber: true },
          {
            key: 'change',
            header: t('results.change'),
            cell: ({ before, ...row }) => signed(row.after - before, one),
            isNumber: true,
          },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </Section>
  );
}

function signed(change: number, one: (value: number) => string): string {
  const size = one(Math.abs(change));
  if (Math.abs(change) < 0.05) return one(0);
  return change > 0 ? `+${size}` : `−${size}`;
}

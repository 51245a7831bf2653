import { isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Meter } from '~/ui/meter.tsx';
import { Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import type { ManagedSeat, ManagedTraining } from './manage-types.ts';
import { bindingQuota, heldByInstitution } from './quota.ts';

/** What each institution holds against its limit, and how many of its seats wait. */
export function ByInstitution({
  training,
  seats,
}: {
  training: ManagedTraining;
  seats: readonly ManagedSeat[];
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const held = heldByInstitution(seats);
  const quota = bindingQuota(training);
  const names = new Map<string, string>();
  const waiting = new Map<string, number>();
  for (const seat of seats) {
    const { institutionId, institutionName, state } = seat;
    if (institutionId === null || !isLiving(seat)) continue;
    names.set(institutionId, institutionName ?? '');
    if (state === 'waiting') waiting.set(institutionId, (waiting.get(institutionId) ?? 0) + 1);
  }
  const rows = [...names]
    .map(([id, name]) => ({ id, name, held: held.get(id) ?? 0, waiting: waiting.get(id) ?? 0 }))
    .sort((a, b) => format.collator().compare(a.name, b.name));
  if (rows.length === 0) return null;
  return (
    <Section
      id="institutions"
      title={t('manage.institutions')}
      lead={t('manage.institutionsText')}
      layout="full"
    >
      <Table
        caption={t('manage.institutions')}
        isCaptionHidden
        columns={[
          {
            key: 'institution',
            header: t('manage.columns.institution'),
            isName: true,
            cell: ({ name }) => name,
          },
          {
            key: 'held',
            header: t('manage.columns.held'),
            cell: ({ held: count }) =>
              quota === null ? (
                <span className="tabular-nums">{format.number(count)}</span>
              ) : (
                <Meter value={count} max={quota} words={t('manage.heldOf', { held: count, quota })} />
              ),
          },
          {
            key: 'waiting',
            header: t('manage.columns.waiting'),
            isNumber: true,
            cell: ({ waiting: count }) => format.number(count),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

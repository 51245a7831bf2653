import { useTranslation } from '@tessera/i18n/react.tsx';
import { Button, type Look } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';

type Move = { state: string; label: string; says?: string; look?: Look };

/** The states that something may go into now, each with what it means. Pressing one sends it. */
export function MoveForm({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation('programmes');
  const lacks = t('mentors.lacksTitle');
  const form = useTesseraForm<{ state: string }>({
    id: 'move',
    // A mentor is refused for what the role asks of them.
    labels: { state: t('programmes.state'), role: lacks, mentorId: lacks },
  });
  return (
    <TesseraForm state={form}>
      <ul className="max-w-[46rem] divide-y divide-rule border-y border-rule">
        {moves.map(({ state, label, says, look }) => (
          <li key={state} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            {says && <p className="min-w-52 flex-1 text-sm text-muted">{says}</p>}
            <Button name="state" value={state} look={look} isPending={form.isPending}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </TesseraForm>
  );
}

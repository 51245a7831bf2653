import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Definition = { term: ReactNode; value: ReactNode };

/** Terms with their values, one under the other. Entries without a value are left out. */
export function DefinitionList({ entries }: { entries: readonly Definition[] }) {
  const filled = entries.filter(
    ({ value }) => value !== null && value !== undefined && value !== false && value !== '',
  );
  return (
    <dl className="max-w-[46rem]">
      {filled.map(({ term, value }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
          key={index}
          className="grid gap-x-6 border-b border-rule py-2.5 last:border-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-sm text-muted sm:pt-0.5">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Step = { label: ReactNode; state: 'done' | 'current' | 'ahead'; note?: ReactNode };

/** The steps of one way, and where one is on it. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
      {steps.map(({ label: words, state, note }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
          key={index}
          aria-current={state === 'current' ? 'step' : undefined}
          className={cx('flex items-start gap-2.5', state === 'ahead' && 'text-muted')}
        >
          <span
            aria-hidden
            className={cx(
              'tile mt-0.5 grid size-6 shrink-0 place-items-center border text-xs font-bold tabular-nums',
              state === 'done' && 'border-ink bg-ink text-paper',
              state === 'current' && 'border-accent bg-accent text-on-accent',
              state === 'ahead' && 'border-edge',
            )}
          >
            {state === 'done' ? <Check className="size-4" strokeWidth={3} /> : index + 1}
          </span>
          <span>
            <span className={cx(state === 'current' && 'font-semibold')}>{words}</span>
            {note && <span className="block text-sm text-muted">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How far long work has come, in a bar and in words. Without `value` it is under way without a known end. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <div className="max-w-80">
      <progress aria-label={label} value={value} max={max} className="bar" />
      <p className="mt-1 text-sm tabular-nums">{label}</p>
    </div>
  );
}

/** A list without anything in it: what belongs here, and the next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty border-y border-rule py-10">
      <div aria-hidden className="mb-4 flex gap-[3px]">
        <span className="tile size-3.5 border border-edge" />
        <span className="tile size-3.5 border border-edge" />
        <span className="tile size-3.5 border border-dashed border-edge" />
      </div>
      <p className="text-lg font-semibold">{title}</p>
      {children && <p className="mt-1 max-w-[36rem] text-muted">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

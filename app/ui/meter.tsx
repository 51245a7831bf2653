import type { CSSProperties, ReactNode } from 'react';
import { cx } from './class-names.ts';

const mostTiles = 20;

/**
 * How much of something is taken, laid in tiles (one for each place when there are at most twenty), and the same in
 * words. Anything taken shows at least one tile, anything free leaves at least one out.
 * @param words says it whole, for example "36 of 40 taken, 4 free"
 */
export function Meter({ value, max, words }: { value: number; max: number; words: ReactNode }) {
  const tiles = Math.max(1, Math.min(max, mostTiles));
  const laid =
    value <= 0
      ? 0
      : value >= max
        ? tiles
        : Math.min(tiles - 1, Math.max(1, Math.round((value / max) * tiles)));
  return (
    <div>
      <div aria-hidden className="tiles" style={{ '--count': tiles } as CSSProperties}>
        {laid > 0 && (
          <div
            className={cx('tiles-laid', value >= max && '[--laid:var(--ink)]')}
            style={{ '--count': laid, '--of': tiles } as CSSProperties}
          />
        )}
      </div>
      <p className="mt-1.5 text-sm tabular-nums">{words}</p>
    </div>
  );
}

/** One figure and what it counts. `note` says since when or compared with what. */
export function Stat({ figure, label, note }: { figure: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end border-t border-ink pt-2.5">
      {note && <dd className="text-sm text-muted">{note}</dd>}
      <dt className="text-sm">{label}</dt>
      <dd className="text-2xl font-bold tracking-[-0.02em] tabular-nums">{figure}</dd>
    </div>
  );
}

/** Figures side by side. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 lg:grid-cols-4">{children}</dl>;
}

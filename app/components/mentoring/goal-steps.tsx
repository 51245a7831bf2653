import { cx } from '~/ui/class-names.ts';

/** How far a goal is, in four tiles; the words stand beside it. */
export function GoalSteps({ progress }: { progress: number }) {
  return (
    <span aria-hidden className="mb-1 flex gap-[3px]">
      {[1, 2, 3, 4].map((step) => (
        <span
          key={step}
          className={cx(
            'tile h-3 flex-1 border',
            step <= progress ? 'border-accent bg-accent' : 'border-edge',
          )}
        />
      ))}
    </span>
  );
}

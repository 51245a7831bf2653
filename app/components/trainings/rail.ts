import type { TrainingState } from '@tessera/core/trainings/rules.ts';

const way = [
  'draft',
  'published',
  'registration_closed',
  'running',
  'completed',
  'documented',
  'archived',
] as const;

type Place = 'done' | 'now' | 'ahead';

/**
 * The steps of an event with what lies behind it and ahead. A proposal begins where a draft would; one that is postponed
 * stands before its publication; a cancelled one goes no further and has no rail.
 */
export function railOf(state: TrainingState): { state: TrainingState; place: Place }[] {
  if (state === 'cancelled') return [];
  const steps: TrainingState[] = [...way];
  if (state === 'submitted') steps[0] = 'submitted';
  if (state === 'postponed') steps.splice(1, 0, 'postponed');
  const now = steps.indexOf(state);
  return steps.map((step, index) => ({
    state: step,
    place: index < now ? 'done' : index === now ? 'now' : 'ahead',
  }));
}

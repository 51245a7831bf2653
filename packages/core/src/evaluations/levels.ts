import { settingOf } from '../settings/registry.ts';
import { type EvaluationLevel, evaluationLevels } from './terms.ts';

type Settable = Parameters<typeof settingOf>[0];

/** The levels of a training: its own choice, or its network's. */
export function levelsOf(network: Settable, own: readonly string[] | null): EvaluationLevel[] {
  const chosen: readonly string[] = own ?? settingOf(network, 'evaluation.levels');
  return evaluationLevels.filter((level) => chosen.includes(level));
}

import type { Caller } from '@tessera/core/api.server.ts';
import type { TrainingView } from '@tessera/core/trainings/queries.server.ts';

type Shown = Pick<TrainingView, 'mode' | 'isOwn' | 'isTrainer' | 'canEdit' | 'canRevise'>;

/**
 * Where the online room of a training is. Asks only where there can be one and for who may know it; whether they do is
 * decided where it is read.
 */
export async function joinUrlOf(
  call: Caller,
  where: { network: string; trainingId: string },
  training: Shown,
  seats: readonly { state: string }[],
): Promise<string | null> {
  const { mode, isOwn, isTrainer, canEdit, canRevise } = training;
  if (mode === 'onsite' || !isOwn) return null;
  const isInvolved = isTrainer || canEdit || canRevise || seats.some(({ state }) => state === 'confirmed');
  return isInvolved ? (await call.trainings.joinLink(where)).url : null;
}

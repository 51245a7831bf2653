import type { Caller } from '@tessera/core/api.server.ts';
import type { TrainingView } from '@tessera/core/trainings/queries.server.ts';

type Shown = Pick<TrainingView, 'mode' | 'isOwn' | 'isTrainer' | 'canEdit' | 'canRevise'>;

/**
 * Where the online room of a training is. Who has a seat in it knows it with the seat; who works on the training asks, and
 * only where there can be a room. Whether they may know it is decided where it is read.
 */
export async function joinUrlOf(
  call: Caller,
  where: { network: string; trainingId: string },
  training: Shown,
  seats: readonly { joinUrl: string | null }[],
): Promise<string | null> {
  const { mode, isOwn, isTrainer, canEdit, canRevise } = training;
  if (mode === 'onsite' || !isOwn) return null;
  const ofSeat = seats.find(({ joinUrl }) => joinUrl !== null)?.joinUrl;
  if (ofSeat) return ofSeat;
  return isTrainer || canEdit || canRevise ? (await call.trainings.joinLink(where)).url : null;
}

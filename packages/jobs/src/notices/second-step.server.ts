import { noticePeople } from '@tessera/db/messages.server.ts';
import { type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

const whatOf: Record<string, 'on' | 'off' | 'removed' | 'recovery'> = {
  'second_step.switched_on': 'on',
  'second_step.switched_off': 'off',
  'second_step.removed': 'removed',
  'second_step.recovery_used': 'recovery',
};

/** Tells a person that their second step at sign-in changed, or that one of their recovery codes was used. */
export async function secondStepTold(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload } = occasion;
  const what = whatOf[event.kind];
  const [person] = await tx.run(noticePeople([event.objectId]));
  const reader = readerOf(event, person, 'security');
  if (!what || !reader) return [];
  const left = what === 'recovery' ? payload.left : null;
  return [notice(occasion, 'second-step-notice', reader, { what, left })];
}

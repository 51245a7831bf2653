import { newId } from '@tessera/db/id.server.ts';
import type { World } from '../canary.testing.server.ts';
import { as } from '../testing.server.ts';
import { heldSession } from './mentoring.testing.server.ts';

/** Stands in every text of the relation of a world, and in no other field of it. */
export const whisper = 'WHISPER';
/** Stands in what its mentor keeps alone: a private note, a draft, and why the risk is at its level. */
export const ownWhisper = `${whisper}OWN`;

/** Writes the word into goal, review, session, note, draft, level of risk and wishes of the relation that a world holds. */
export async function whisperIn({ network, mentor, leader, ids }: World): Promise<void> {
  const code = { network: network.code };
  const { relationId = '', menteeId = '' } = ids;
  const { mentoring } = as(mentor);
  await as(leader).mentoring.editMentee({
    ...code,
    menteeId,
    alias: 'Hazel',
    genderPreference: 'female',
    meetingLimits: `${whisper} limits`,
  });
  const goal = { ...code, relationId, menteeId, text: `${whisper} aim`, measure: `${whisper} measure` };
  const { goalId } = await mentoring.setGoal(goal);
  const review = { ...code, goalId, progress: 1, state: 'in_progress' as const };
  await mentoring.reviewGoal({ ...review, note: `${whisper} review` });
  await mentoring.logSession({
    ...heldSession(network, relationId, [menteeId]),
    summary: `${whisper} summary`,
    nextSteps: `${whisper} steps`,
    privateNote: `${ownWhisper} note`,
  });
  const { seen } = await mentoring.risk({ ...code, relationId });
  const change = { ...code, relationId, nonce: newId(), seen };
  await mentoring.setRisk({ ...change, level: 'raised', reason: `${ownWhisper} risk` });
  const { draft } = await mentoring.relation({ ...code, relationId });
  await mentoring.saveDraft({
    ...code,
    relationId,
    version: draft?.version ?? 0,
    body: `${ownWhisper} draft`,
  });
}

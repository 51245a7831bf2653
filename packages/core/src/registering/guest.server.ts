import { newId } from '@tessera/db/id.server.ts';
import { lockAddress } from '@tessera/db/members.server.ts';
import { type EventCard, eventCard, participantOfAddress } from '@tessera/db/registering.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { insertParticipants, type LockedTraining } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { GivenAnswer } from '../questions/note.server.ts';
import { type RegistrationAnswer, take } from '../seats/register.server.ts';
import { registrationWindow, type TrainingState } from '../trainings/rules.ts';
import type { Guest } from './schema.ts';

type Asking = Omit<z.output<typeof Guest>, 'answers' | 'formVersion'> & { email: string };

/**
 * Asks for one seat for somebody who is known by a confirmed address alone. The training must be locked and open.
 * @param requestKey of the request or invitation that brought them, so that it asks once
 * @throws DomainError already_registered, mode_needed, language_needed
 */
export async function takeForGuest(
  tx: Transaction,
  ctx: NetworkContext,
  training: LockedTraining,
  { requestKey, answers, ...person }: Asking & { requestKey: string; answers: GivenAnswer[] },
): Promise<RegistrationAnswer> {
  const place = { networkId: ctx.network.id, now: ctx.now, actorId: null };
  // Whoever confirms two events at once becomes one participant.
  await tx.run(lockAddress(person.email));
  const known = await tx.run(participantOfAddress(place.networkId, person.email, training.id));
  if (known.some(({ hasSeat }) => hasSeat))
    throw new DomainError('already_registered', { name: person.email });
  let participantId = known.find(({ isOwn }) => isOwn)?.id;
  if (!participantId) {
    participantId = newId();
    const { givenName, familyName, nameOrder, email, language } = person;
    const row = { id: participantId, givenName, familyName, nameOrder, email, language };
    await tx.run(insertParticipants(place.networkId, null, ctx.now, JSON.stringify([row])));
  }
  const { mode, seatLanguage: language } = person;
  return take(tx, place, {
    kind: 'seats.registered',
    origin: null,
    training,
    institutionId: null,
    institutionKind: null,
    participantIds: [participantId],
    needsApproval: training.needsApproval,
    answers: [answers],
    input: { mode, language, keepTogether: false, note: '', requestKey, places: [] },
  });
}

/** What a page behind a link tells of its event, and how one can take part. */
export async function cardOf(tx: Transaction, ctx: NetworkContext, trainingId: string) {
  const [card] = await tx.run(eventCard(ctx.network.id, trainingId, ctx.language));
  if (!card) throw new DomainError('not_found');
  return { ...cardShown(card), window: registrationWindow(windowOf(card), ctx.now), now: ctx.now };
}

const windowOf = (card: EventCard) => ({ ...card, state: card.state as TrainingState });

function cardShown({ takenCount, capacity, ...card }: EventCard) {
  return {
    ...card,
    isFull: takenCount >= capacity,
    modes: card.mode === 'hybrid' ? (['onsite', 'online'] as const) : [],
    languages: card.languages.length > 1 ? card.languages : [],
  };
}

import { cancelSeat } from '@tessera/core/seats/cancel.server.ts';
import { nameSeat } from '@tessera/core/seats/name.server.ts';
import { municipalities } from './data/institutions-un.ts';
import { slug } from './data/names.ts';
import { managerOf } from './data/people.ts';
import type { SeedTraining } from './data/training.ts';
import { cancelsLate, wantThree } from './data/trainings-un.ts';
import { playEvaluation } from './evaluations.server.ts';
import { ask, finish, open, type Play, registerAll, seatsOf, staffNames, time } from './play.server.ts';
import { type Colleague, staffOf } from './staff.ts';
import { acting, institutionOf, networkOf, type World } from './world.server.ts';

/**
 * UN-T1: 18 municipalities ask for 40 places where 36 are free and each may have two. Four of them ask for a third,
 * which waits although places are free. One of the four gives a place back and gets it for its own third; after the
 * quota's release the first in line moves up.
 */
export async function playUnT1(world: World, training: SeedTraining): Promise<void> {
  const play = await open(world, training);
  const others = municipalities.map(({ ro }) => slug(ro)).filter((key) => !wantThree.includes(key));
  for (const [index, key] of wantThree.entries())
    await ask(play, key, staffNames(key, 2), time(play, '2015-09-07', '09:01', 0, index * 6));
  for (const [index, key] of others.slice(0, 9).entries())
    await askForTwo(play, key, time(play, '2015-09-07', '10:20', 0, index * 31));
  for (const [index, key] of wantThree.entries()) {
    await ask(play, key, staffOf(key).slice(2, 3), time(play, '2015-09-08', '08:40', 0, index * 25), 'third');
  }
  for (const [index, key] of others.slice(9).entries())
    await askForTwo(play, key, time(play, '2015-09-09', '09:15', 0, index * 47));
  const [, givesBack = ''] = wantThree;
  await giveBack(play, givesBack, time(play, '2015-09-22', '14:05'));
  await giveBack(play, cancelsLate, time(play, '2015-10-08', '10:30'));
  await nameTheRest(play, time(play, '2015-10-08', '15:00'));
  await substitute(play, 'zetea', time(play, '2015-10-09', '11:40'));
  await finish(play);
  await playEvaluation(play);
}

/** Some municipalities name only one of the two at first. */
async function askForTwo(play: Play, key: string, at: Date): Promise<void> {
  const [first = null, second = null] = staffNames(key, 2);
  await ask(play, key, [first, key.length % 3 === 0 ? null : second], at);
}

/** UN-T5: full, with a line; a place that came free is offered to the first who waits. */
export async function playUnT5(world: World, training: SeedTraining): Promise<void> {
  const play = await open(world, training);
  await registerAll(play);
  await giveBack(
    play,
    'zetea',
    new Date(networkOf(world, training.network).clock.now.getTime() - 3 * 3_600_000),
  );
}

/** The manager cancels the institution's first seat. */
async function giveBack(play: Play, key: string, at: Date): Promise<void> {
  const seats = await seatsOfInstitution(play, key);
  const [first] = seats.sort((a, b) => a.queue - b.queue);
  if (first) await cancelSeat(acting(play.world, managerOf(key), play.training.network, at), first.id);
}

async function nameTheRest(play: Play, at: Date): Promise<void> {
  for (const { ro } of municipalities) {
    const key = slug(ro);
    const unnamed = (await seatsOfInstitution(play, key)).filter(
      ({ participantId, state }) => participantId === null && state === 'confirmed',
    );
    for (const { id } of unnamed) await name(play, key, id, staffOf(key)[1], at);
  }
}

/** A colleague goes instead; the seat stays the same. */
async function substitute(play: Play, key: string, at: Date): Promise<void> {
  const substitute = staffOf(key)[3];
  const seats = await seatsOfInstitution(play, key);
  if (seats.some(({ email }) => email === substitute?.email)) return;
  const seat = seats.find(({ state }) => state === 'confirmed');
  if (seat) await name(play, key, seat.id, substitute, at);
}

async function name(
  { world, training }: Play,
  key: string,
  seatId: string,
  person: Colleague | undefined,
  at: Date,
): Promise<void> {
  if (person)
    await nameSeat(acting(world, managerOf(key), training.network, at), {
      seatId,
      ...person,
      answers: {},
      formVersion: null,
    });
}

async function seatsOfInstitution(play: Play, key: string) {
  const { seats } = await seatsOf(play);
  const institutionId = institutionOf(play.world, key);
  return seats.filter((seat) => seat.institutionId === institutionId);
}

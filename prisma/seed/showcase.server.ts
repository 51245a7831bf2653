import { keepList } from '@tessera/core/attendance/keep-list.server.ts';
import { lockAttendance } from '@tessera/core/attendance/lock.server.ts';
import { markAttendance } from '@tessera/core/attendance/mark.server.ts';
import { askPresence, confirmPresence, presenceToken } from '@tessera/core/attendance/presence.server.ts';
import { sign } from '@tessera/core/attendance/sign.server.ts';
import { saveQuestion } from '@tessera/core/questions/save.server.ts';
import { QuestionInput } from '@tessera/core/questions/schema.ts';
import { decideOnSeats } from '@tessera/core/registering/decide.server.ts';
import { setWays } from '@tessera/core/registering/ways.server.ts';
import { register } from '@tessera/core/seats/register.server.ts';
import { Registration } from '@tessera/core/seats/schema.ts';
import { moveOn } from '@tessera/core/trainings/move.server.ts';
import { managerOf } from './data/people.ts';
import {
  askedFor,
  decided,
  eitherDate,
  ownQuestions,
  proven,
  waitsForEither,
} from './data/showcase-mures.ts';
import { keyOf, open, type Play, registerAll, seatsOf, staffNames, time } from './play.server.ts';
import { scannedList } from './scanned-list.ts';
import { acting, institutionOf, type World } from './world.server.ts';

/** Plays once what the other trainings of the demo have no occasion for. A second run changes nothing. */
export async function seedShowcase(world: World): Promise<void> {
  await playProof(world);
  await playEitherDate(world);
  await playDecision(world);
}

/** Asks for places with more than a name and a number. */
async function askWith(
  { world, training, trainingId }: Play,
  institution: string,
  at: Date,
  more: {
    mode?: 'onsite' | 'online';
    dates?: string[];
    count?: number;
    answers?: Record<string, string[]>;
  },
): Promise<void> {
  const { count = 1, answers = {}, ...rest } = more;
  const places = staffNames(institution, count).map((person) => ({ ...person, answers }));
  const requestKey = keyOf(training.network, training.code, institution);
  await register(
    acting(world, managerOf(institution), training.network, at),
    Registration.parse({
      trainingId,
      institutionId: institutionOf(world, institution),
      places,
      requestKey,
      ...rest,
    }),
  );
}

/** A half-day on site, proved by a scanned list and two signatures, and one online, which people confirm by mail. */
async function playProof(world: World): Promise<void> {
  const play = await open(world, proven);
  const asked = time(play, proven.opens, '09:20');
  await askWith(play, 'band', asked, { mode: 'onsite', count: 2 });
  await askWith(play, 'ernei', asked, { mode: 'online' });
  await askWith(play, 'panet', asked, { mode: 'online' });
  const { training, seats } = await seatsOf(play);
  if (training.state !== 'published') return;
  const { trainingId } = play;
  const coordinator = (hour: string, day = proven.days[0]?.[0] ?? '') =>
    acting(world, proven.coordinator, proven.network, time(play, day, hour));
  const trainer = (hour: string) =>
    acting(world, 'trainer.un', proven.network, time(play, proven.days[0]?.[0] ?? '', hour));
  await moveOn(coordinator('08:00', proven.closes), { trainingId, move: 'close_registration' });
  const [morning = '', afternoon = ''] = training.sessions.map(({ id }) => id);
  const confirmed = seats.filter(({ state }) => state === 'confirmed').sort((a, b) => a.queue - b.queue);
  const [first, second, ...online] = confirmed;
  const present = (sessionId: string, seatIds: string[], hour: string) =>
    markAttendance(trainer(hour), {
      trainingId,
      sessionId,
      marks: seatIds.map((seatId) => ({ seatId, state: 'present' })),
    });
  const signature = { trainingId, sessionId: morning, path: '', name: '', isConfirmed: false };
  await sign(trainer('09:35'), {
    ...signature,
    seatId: first?.id ?? '',
    path: 'M60 140L110 50L150 150L190 70L240 130L320 90',
  });
  await sign(trainer('09:37'), {
    ...signature,
    seatId: second?.id ?? '',
    name: `${second?.givenName} ${second?.familyName}`,
    isConfirmed: true,
  });
  await present(
    morning,
    online.map(({ id }) => id),
    '10:00',
  );
  await keepList(coordinator('12:50'), {
    trainingId,
    sessionId: morning,
    name: 'lista-de-prezenta.pdf',
    content: scannedList(),
  });
  await lockAttendance(coordinator('13:00'), { trainingId, sessionId: morning });
  await present(
    afternoon,
    [first, second].flatMap((seat) => seat?.id ?? []),
    '14:00',
  );
  const [saysSo, silent] = online;
  await askPresence(trainer('16:40'), { trainingId, sessionId: afternoon });
  if (saysSo) {
    const holder = { sessionId: afternoon, seatId: saysSo.id, participantId: saysSo.participantId };
    const link = { sessionId: afternoon, seatId: saysSo.id, token: presenceToken(holder) };
    await confirmPresence(trainer('17:25'), link);
  }
  if (silent) await present(afternoon, [silent.id], '17:40');
  await moveOn(coordinator('18:00'), { trainingId, move: 'complete' });
}

/** Two full dates; whoever waits would come on either. */
async function playEitherDate(world: World): Promise<void> {
  const [first, second] = [await open(world, eitherDate[0]), await open(world, eitherDate[1])];
  await registerAll(first);
  await registerAll(second);
  await askWith(first, waitsForEither, time(first, eitherDate[0].opens, '11:45'), {
    dates: [second.trainingId],
  });
}

/** Who asks answers the event's own questions; the coordinator takes one, refuses one, and has one still to decide on. */
async function playDecision(world: World): Promise<void> {
  const play = await open(world, decided);
  const { trainingId } = play;
  const { training } = await seatsOf(play);
  const ctx = acting(world, decided.coordinator, decided.network, time(play, decided.opens, '08:40'));
  if (!training.needsApproval) {
    for (const question of ownQuestions)
      await saveQuestion(ctx, QuestionInput.parse({ trainingId, ...question }));
    await setWays(ctx, {
      trainingId,
      ways: ['institution'],
      needsApproval: true,
      pendingCounts: true,
      linkEndsAt: null,
    });
  }
  for (const [institution, answers] of askedFor)
    await askWith(play, institution, time(play, decided.opens, '10:15'), { answers });
  const { seats } = await seatsOf(play);
  for (const [institution, , decision, reason] of askedFor) {
    const seat = seats.find(({ institutionId }) => institutionId === institutionOf(world, institution));
    if (!decision || seat?.state !== 'pending') continue;
    const at = time(play, decided.opens, '09:30', 2);
    await decideOnSeats(acting(world, decided.coordinator, decided.network, at), {
      trainingId,
      seatIds: [seat.id],
      decision,
      reason,
    });
  }
}

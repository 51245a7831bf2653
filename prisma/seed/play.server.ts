import { createHash } from 'node:crypto';
import { markAttendance } from '@tessera/core/attendance/mark.server.ts';
import { issueCertificates } from '@tessera/core/certificates/issue.server.ts';
import { register } from '@tessera/core/seats/register.server.ts';
import { Registration } from '@tessera/core/seats/schema.ts';
import { createTraining, editTraining } from '@tessera/core/trainings/edit.server.ts';
import { moveOn } from '@tessera/core/trainings/move.server.ts';
import { manageTraining } from '@tessera/core/trainings/queries.server.ts';
import type { TrainingMove } from '@tessera/core/trainings/rules.ts';
import { TrainingDetails } from '@tessera/core/trainings/schema.ts';
import { shareTraining } from '@tessera/core/trainings/share.server.ts';
import { managerOf } from './data/people.ts';
import type { SeedTraining } from './data/training.ts';
import { staffOf } from './staff.ts';
import { acting, institutionOf, networkOf, type World } from './world.server.ts';

/** One training in play: every step can be repeated and then changes nothing. */
export type Play = { world: World; training: SeedTraining; trainingId: string };

/** Creates the training, or finds it, and publishes it. */
export async function open(world: World, training: SeedTraining): Promise<Play> {
  const { coordinator, network, published, sharedWith } = training;
  const ctx = acting(
    world,
    coordinator,
    network,
    time({ world, training }, published ?? training.days[0]?.[0] ?? '', '08:30', published ? 0 : -120),
  );
  const existing = await ctx.transaction((tx) =>
    tx.prisma.training.findFirst({
      where: { networkId: ctx.network.id, code: training.code },
      select: { id: true },
    }),
  );
  const { trainingId } = existing
    ? { trainingId: existing.id }
    : await createTraining(ctx, details(world, { ...training, days: training.moved?.from ?? training.days }));
  const play = { world, training, trainingId };
  if (published) await move(play, 'publish', ctx.now, ['draft']);
  if (sharedWith) await shareTraining(ctx, { trainingId, recipient: sharedWith });
  return play;
}

/** Everyone asks for places, one after the other, from the morning on which registration opens. */
export async function registerAll(play: Play): Promise<void> {
  const { places, selves = [], opens } = play.training;
  const asked = new Map<string, number>();
  for (const [index, [institution, count]] of places.entries()) {
    // Who asks a second time asks for other colleagues.
    const before = asked.get(institution) ?? 0;
    asked.set(institution, before + count);
    const names = staffNames(institution, before + count).slice(before);
    const at = time(play, opens, '09:05', 0, index * 23);
    await ask(play, institution, names, at, before === 0 ? '' : 'again');
  }
  for (const [index, mailbox] of selves.entries()) {
    await askAlone(play, mailbox, time(play, opens, '15:10', 1, index * 17));
  }
}

/** The coordinator moves a training that was planned for other days first. */
export async function moveDays({ world, training, trainingId }: Play): Promise<void> {
  if (!training.moved) return;
  const ctx = acting(
    world,
    training.coordinator,
    training.network,
    time({ world, training }, training.moved.on, '10:40'),
  );
  const planned = details(world, training);
  const now = await ctx.transaction((tx) =>
    tx.prisma.training.findFirst({
      where: { networkId: ctx.network.id, id: trainingId },
      select: { startsAt: true },
    }),
  );
  if (now?.startsAt.getTime() === planned.sessions[0]?.startsAt.getTime()) return;
  await editTraining(ctx, { ...planned, trainingId });
}

/** An institution's manager asks for places; a name may follow later (null). */
export async function ask(
  play: Play,
  institution: string,
  names: (ReturnType<typeof staffOf>[number] | null)[],
  at: Date,
  key = '',
) {
  const { world, training, trainingId } = play;
  const ctx = acting(world, managerOf(institution), training.network, at);
  const requestKey = keyOf(training.network, training.code, institution, key);
  const places = names.map((person) => person ?? {});
  await register(
    ctx,
    Registration.parse({ trainingId, institutionId: institutionOf(world, institution), places, requestKey }),
  );
}

async function askAlone({ world, training, trainingId }: Play, mailbox: string, at: Date): Promise<void> {
  const requestKey = keyOf(training.network, training.code, mailbox);
  await register(
    acting(world, mailbox, training.network, at),
    Registration.parse({ trainingId, places: [{}], requestKey }),
  );
}

/** Closes registration, marks attendance, completes, and issues certificates, when the training is over. */
export async function finish(play: Play): Promise<void> {
  const { training, world, trainingId } = play;
  if (!training.held) return;
  const lastDay = training.days.at(-1)?.[0] ?? '';
  await move(play, 'close_registration', time(play, training.closes, '08:00'), ['published']);
  await markAll(play, training.held);
  await move(play, 'complete', time(play, lastDay, '18:00'), ['registration_closed']);
  if (training.givesCertificate === false) return;
  await issueCertificates(
    acting(world, training.coordinator, training.network, time(play, lastDay, '10:00', 6)),
    trainingId,
  );
}

async function markAll(play: Play, { never, partly }: { never: number; partly: number }): Promise<void> {
  const { training, world, trainingId } = play;
  const [trainer = ''] = training.trainers;
  const { training: seen, seats } = await seatsOf(play);
  const confirmed = seats.filter(({ state }) => state === 'confirmed').sort((a, b) => a.queue - b.queue);
  // Those who miss something are spread over the list, so that no institution misses all.
  const step = Math.floor(confirmed.length / (never + partly + 1));
  const missing = Array.from(
    { length: never + partly },
    (_, index) => confirmed[(index + 1) * step]?.id ?? '',
  );
  const sessions = seen.sessions;
  const isLenient = (training.attendanceThreshold ?? 100) < 100;
  for (const [index, session] of sessions.entries()) {
    const isLast = index === sessions.length - 1;
    const marks = confirmed.map(({ id }, place) => {
      const missed = missing.indexOf(id);
      const isGone = missed >= never && index >= Math.max(1, sessions.length - 2);
      if ((missed >= 0 && missed < never) || isGone) return { seatId: id, state: 'absent' as const };
      return {
        seatId: id,
        state: isLenient && isLast && place === 0 ? ('excused' as const) : ('present' as const),
      };
    });
    const at = new Date(session.startsAt.getTime() + 20 * 60_000);
    if (marks.length > 0)
      await markAttendance(acting(world, trainer, training.network, at), {
        trainingId,
        sessionId: session.id,
        marks,
      });
  }
}

/** The training and its seats as its coordinator sees them. */
export async function seatsOf({ world, training, trainingId }: Play) {
  const { clock } = networkOf(world, training.network);
  return manageTraining(acting(world, training.coordinator, training.network, clock.now), trainingId);
}

async function move(
  { world, training, trainingId }: Play,
  step: TrainingMove,
  at: Date,
  from: string[],
): Promise<void> {
  const ctx = acting(world, training.coordinator, training.network, at);
  const seen = await ctx.transaction((tx) =>
    tx.prisma.training.findFirst({
      where: { networkId: ctx.network.id, id: trainingId },
      select: { state: true },
    }),
  );
  if (seen && from.includes(seen.state)) await moveOn(ctx, { trainingId, move: step });
}

function details(world: World, training: SeedTraining) {
  const {
    texts,
    days,
    trainers,
    quota,
    quotaEnds,
    minutes,
    opens,
    closes,
    network,
    moved: _moved,
    guests: _guests,
    seatsByOrigin: _seatsByOrigin,
    takeaways: _takeaways,
    ...columns
  } = training;
  const { clock, timeZone } = networkOf(world, network);
  const at = (date: string, hour: string) => clock.at(date, hour, timeZone);
  return TrainingDetails.parse({
    ...columns,
    timeZone,
    quotaPerInstitution: quota,
    quotaReleaseAt: quotaEnds ? at(...quotaEnds) : null,
    workloadMinutes: minutes,
    regOpensAt: at(opens, '09:00'),
    regClosesAt: at(closes, '08:00'),
    texts: Object.entries(texts).map(([language, [title, summary, outcomes]]) => ({
      language,
      title,
      summary,
      outcomes,
    })),
    sessions: days.flatMap(([date, ...halfDays]) =>
      halfDays.map((halfDay) => {
        const [from = '', to = ''] = halfDay.split('–');
        return { startsAt: at(date, from), endsAt: at(date, to), halfDay: from < '12:00' ? 'am' : 'pm' };
      }),
    ),
    trainerIds: trainers.map((mailbox) => acting(world, mailbox, network, clock.now).actor.personId),
  });
}

/** Local time in the network, some days and minutes later. */
export function time(
  { world, training }: Pick<Play, 'world' | 'training'>,
  date: string,
  hour: string,
  days = 0,
  minutes = 0,
): Date {
  const { clock, timeZone } = networkOf(world, training.network);
  return new Date(clock.at(date, hour, timeZone).getTime() + days * 86_400_000 + minutes * 60_000);
}

export function staffNames(institution: string, count: number): ReturnType<typeof staffOf> {
  return staffOf(institution).slice(0, count);
}

/** The same request has the same key in every run. */
export function keyOf(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

import { attendanceSheet } from '@tessera/db/attendance.server.ts';
import { fundersOn } from '@tessera/db/phases.server.ts';
import type { z } from 'zod';
import type { Actor, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayOf } from '../prerequisites/rules.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { openBeforeMinutes, requireAttendance } from './mark.server.ts';
import type { ListRequest } from './schema.ts';

type Acting = NetworkContext & { actor: Actor };

/** The list of a training: its half-days, everyone with a seat, every mark. */
export async function sheet(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const [training, rows] = await Promise.all([
      readTraining(tx, ctx, trainingId),
      tx.run(attendanceSheet(ctx.network.id, trainingId, [ctx.language, ctx.network.defaultLanguage, 'en'])),
    ]);
    const opensAt = (startsAt: Date) => new Date(startsAt.getTime() - openBeforeMinutes * 60_000);
    return {
      training,
      rows,
      sessions: training.sessions.map((session) => ({
        ...session,
        opensAt: opensAt(session.startsAt),
        isOpen: ctx.now >= opensAt(session.startsAt),
      })),
    };
  });
}

/** What the printed list of one half-day holds, in one or two languages. */
export async function printedList(ctx: Acting, input: z.output<typeof ListRequest>) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, input.trainingId);
    const training = await readTraining(tx, ctx, input.trainingId);
    const session = training.sessions.find(({ id }) => id === input.sessionId);
    if (!session) throw new DomainError('not_found');
    const [rows, funders] = await Promise.all([
      tx.run(
        attendanceSheet(networkId, input.trainingId, [...input.languages, ctx.network.defaultLanguage, 'en']),
      ),
      tx.run(fundersOn(networkId, dayOf(session.startsAt, ctx.network.timeZone))),
    ]);
    return {
      training,
      session,
      rows,
      funders: funders.map(({ name }) => name),
      networkName: ctx.network.name,
      titles: input.languages.map(
        (language) =>
          (training.texts.find((text) => text.language === language) ?? training.texts[0])?.title ?? '',
      ),
    };
  });
}

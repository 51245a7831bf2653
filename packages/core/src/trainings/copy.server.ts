import { newId } from '@tessera/db/id.server.ts';
import { copyTextMarks } from '@tessera/db/translations.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { copyQuestions } from '../questions/copy.server.ts';
import { copyWays } from '../registering/ways.server.ts';
import { setSeatRules } from '../seats/quotas.server.ts';
import type { SeatRules } from '../seats/schema.ts';
import { addTraining } from './edit.server.ts';
import { movedHalfDays, mover, startsOf } from './moving.ts';
import { readTraining, type TrainingView } from './queries.server.ts';
import { type Copy, TrainingDetails } from './schema.ts';

/**
 * Makes drafts after a training: its texts, rules, trainers and half-days at a new start, with nobody in them. With a
 * pattern there are several, and they are a series with the training they were made after. Each is a training of its own.
 * @throws DomainError not_found, code_taken, date_past
 */
export async function copyTraining(
  ctx: Acting,
  { trainingId, code, startsAt, repeat, count }: z.output<typeof Copy>,
): Promise<{ trainingIds: string[] }> {
  const networkId = ctx.network.id;
  if (startsAt <= ctx.now) throw new DomainError('date_past', {}, 'startsAt');
  return ctx.transaction(async (tx) => {
    const source = await readTraining(tx, ctx, trainingId);
    if (!source.isOwn) throw new DomainError('not_found');
    const starts = repeat ? startsOf(startsAt, repeat, count, source.timeZone) : [startsAt];
    let seriesId = source.seriesId;
    if (repeat && !seriesId) {
      seriesId = newId();
      await tx.prisma.trainingSeries.create({
        data: { id: seriesId, networkId, repeat, createdAt: ctx.now },
      });
      await tx.prisma.training.updateMany({ where: { networkId, id: trainingId }, data: { seriesId } });
    }
    const room = await tx.prisma.trainingJoin.findFirst({
      where: { networkId, trainingId },
      select: { url: true },
    });
    const joinUrl = room?.url ?? '';
    const trainingIds: string[] = [];
    for (const [index, start] of starts.entries()) {
      const details = detailsAt(source, start, starts.length > 1 ? `${code}-${index + 1}` : code);
      const id = await addTraining(tx, ctx, { ...details, joinUrl }, { seriesId: repeat ? seriesId : null });
      const fresh = {
        id,
        ...details,
        hasQuotas: false,
        priorityRule: 'first_come',
        partyRule: 'skip',
      } as const;
      await tx.run(copyTextMarks(networkId, trainingId, id));
      await setSeatRules(tx, ctx, fresh, seatRulesAt(source, start));
      await copyWays(tx, networkId, trainingId, id);
      await copyQuestions(tx, networkId, trainingId, id);
      trainingIds.push(id);
    }
    return { trainingIds };
  });
}

function detailsAt(source: TrainingView, start: Date, code: string): z.output<typeof TrainingDetails> {
  const move = mover(source.startsAt, start, source.timeZone);
  const moved = (at: Date | null) => at && move(at);
  return TrainingDetails.parse({
    ...source,
    code,
    regOpensAt: moved(source.regOpensAt),
    regClosesAt: moved(source.regClosesAt),
    quotaReleaseAt: moved(source.quotaReleaseAt),
    sessions: movedHalfDays(source.sessions, start, source.timeZone),
    trainerIds: source.trainers.map(({ id }) => id),
  });
}

function seatRulesAt(source: TrainingView, start: Date): z.output<typeof SeatRules> {
  const { priorityRule, partyRule, quotas } = source;
  const move = mover(source.startsAt, start, source.timeZone);
  return {
    priorityRule,
    partyRule,
    ...(quotas.length > 0
      ? { quotas: quotas.map((quota) => ({ ...quota, releaseAt: quota.releaseAt && move(quota.releaseAt) })) }
      : {}),
  };
}

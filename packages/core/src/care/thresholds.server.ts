import { type CaredProgramme, caredProgrammes } from '@tessera/db/care.server.ts';
import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { daysUntilDue, ladderSteps } from '../mentoring/ladder.ts';
import type { ThresholdFields } from './schema.ts';
import { thresholdsOf } from './standstill-rules.ts';

/**
 * The steps of a programme as they hold, its own or the usual ones.
 * @throws DomainError not_found
 */
export async function programmeThresholds(ctx: Acting, programmeId: string) {
  const programmes = await ctx.transaction((tx) => tx.run(caredProgrammes(ctx.network.id, ctx.language)));
  const programme = programmes.find(({ id }) => id === programmeId);
  if (!programme) throw new DomainError('not_found');
  return { title: programme.title, steps: stepsOf(programme) };
}

/**
 * Sets after how many days each step of a programme speaks, and who owns it.
 * @throws DomainError not_found
 */
export async function setThresholds(
  ctx: Acting,
  { programmeId, steps }: z.output<typeof ThresholdFields>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const programme = (await tx.run(caredProgrammes(networkId, ctx.language))).find(
      ({ id }) => id === programmeId,
    );
    if (!programme) throw new DomainError('not_found');
    // What is as it was stays as usual, so that a gap goes on to follow the cadence.
    const before = stepsOf(programme);
    const changed = steps.filter(({ step, days, owner }) =>
      before.some((each) => each.step === step && (each.days !== days || each.owner !== owner)),
    );
    if (changed.length === 0) return;
    await tx.prisma.mentoringThreshold.deleteMany({
      where: { networkId, programmeId, step: { in: changed.map(({ step }) => step) } },
    });
    await tx.prisma.mentoringThreshold.createMany({
      data: changed.map((each) => ({ networkId, programmeId, ...each })),
    });
    await recordEvent(tx, {
      networkId,
      kind: 'care.thresholds_changed',
      object: ['mentoring_programme', programmeId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { steps: changed.map(({ step }) => step) },
    });
  });
}

function stepsOf({ thresholds, cadenceDays }: CaredProgramme) {
  const holding = thresholdsOf(thresholds, cadenceDays);
  return ladderSteps.map((step) => ({
    step,
    days: daysUntilDue(step, holding),
    owner: holding.steps[step].owner,
  }));
}

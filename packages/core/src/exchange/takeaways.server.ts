import { participationOf, takeawaysOf } from '@tessera/db/exchange.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { lockCards } from '@tessera/db/institutions.server.ts';
import { speakFor, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { receiptsOf } from './away.server.ts';
import { guestContext } from './guest.server.ts';
import { maxTakeaways } from './rules.ts';
import type { Takeaway } from './schema.ts';

type Input = z.output<typeof Takeaway>;

/**
 * What the institutions of the reader took home from a training of this network or of a partner, and for which of them the
 * reader can write. A coordinator reads what all institutions of the network wrote.
 */
export async function takeawayPage(ctx: Acting, trainingId: string) {
  return inHost(ctx, trainingId, async (tx, there, own) => {
    const rows = await tx.run(participationOf(there.network.id, trainingId, ctx.language));
    const training = await trainingOf(tx, there, trainingId);
    const institutions = rows.filter(({ institutionId }) => own(institutionId));
    const ids =
      reach(there, 'takeaway.read').kind === 'network' ? null : institutions.map((row) => row.institutionId);
    return {
      title: training.title,
      isAway: there.network.id !== ctx.network.id,
      isOver: training.endsAt <= there.now,
      institutions: institutions.map(({ institutionId: id, institutionName: name }) => ({ id, name })),
      takeaways: await tx.run(takeawaysOf(there.network.id, trainingId, ctx.language, ids)),
    };
  });
}

/**
 * Keeps what an institution takes home from an event in which it had a seat, when the event is over.
 * @throws DomainError not_found, institution_needed, takeaway_too_early, takeaway_not_there, takeaways_full
 */
export async function recordTakeaway(ctx: Acting, input: Input): Promise<void> {
  const { trainingId, learned, adopts, adoptBy } = input;
  await inHost(ctx, trainingId, async (tx, there, own) => {
    const networkId = there.network.id;
    const training = await trainingOf(tx, there, trainingId);
    const rows = await tx.run(participationOf(networkId, trainingId, ctx.language));
    const mine = rows.filter((row) => own(row.institutionId));
    if (mine.length === 0) throw new DomainError('takeaway_not_there');
    const institutionId = input.institutionId ?? (mine.length === 1 ? mine[0]?.institutionId : null);
    if (!institutionId) throw new DomainError('institution_needed', {}, 'institutionId');
    if (!mine.some((row) => row.institutionId === institutionId)) throw new DomainError('not_found');
    if (there.now < training.endsAt) throw new DomainError('takeaway_too_early');
    await tx.run(lockCards([institutionId]));
    const count = await tx.prisma.takeaway.count({ where: { networkId, trainingId, institutionId } });
    if (count >= maxTakeaways) throw new DomainError('takeaways_full', { max: maxTakeaways });
    const id = newId();
    await tx.prisma.takeaway.create({
      data: { id, networkId, trainingId, institutionId, learned, adopts, adoptBy, createdAt: there.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'takeaway.recorded',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: there.now,
      payload: { takeawayId: id, institutionId },
    });
  });
}

type Work<T> = (tx: Transaction, there: Acting, own: (institutionId: string) => boolean) => Promise<T>;

// In the network of the training: the own one, or the one where an institution of this one is a guest.
async function inHost<T>(ctx: Acting, trainingId: string, work: Work<T>): Promise<T> {
  const receipts = await receiptsOf(ctx, trainingId);
  const [first] = receipts;
  return ctx.transaction(async (tx) => {
    if (!first) return work(tx, ctx, (institutionId) => allows(ctx, 'takeaway.record', { institutionId }));
    const ids = new Set(receipts.map(({ institutionId }) => institutionId));
    await speakFor(tx, first.host.id);
    return work(tx, guestContext(ctx, tx, first.host, first.institutionId), (id) => ids.has(id));
  });
}

async function trainingOf(tx: Transaction, there: Acting, trainingId: string) {
  const training = await tx.prisma.training.findFirst({
    where: { networkId: there.network.id, id: trainingId },
    select: { endsAt: true, texts: { select: { language: true, title: true } } },
  });
  if (!training) throw new DomainError('not_found');
  const { endsAt, texts } = training;
  const languages = [there.language, there.network.defaultLanguage, 'en'];
  const text = languages.flatMap((each) => texts.filter(({ language }) => language === each))[0] ?? texts[0];
  return { endsAt, title: text?.title ?? '' };
}

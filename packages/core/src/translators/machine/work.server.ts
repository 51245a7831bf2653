import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { type Acting, networkContext } from '../../context.server.ts';
import { DomainError } from '../../errors.ts';
import { resolveNetwork } from '../../networks/resolve.server.ts';
import { Reading } from '../../reading.server.ts';
import { kinds, type TextKind } from '../../translations/kinds.ts';
import { changeOf, fromOf, readTexts, writeTextIn } from '../../translations/text.server.ts';
import { missingTexts } from './missing.server.ts';
import { MachineError, type MachineTranslator } from './port.ts';
import { machineTranslator } from './provider.server.ts';
import { settleOrder } from './settle.server.ts';

type Job = { networkId: string; eventId: string };
type Item = { kind: string; objectId: string; sourceVersion: number; characters: number };

/**
 * Has the texts of an order translated and writes them in the name of whoever asked, each in a transaction of its own. Safe to run
 * twice and at once: what was written is not written again, and the characters are settled once. A text that somebody wrote in
 * the meantime stays; what was not sent is given back.
 * @throws MachineError that passes by itself: the queue comes again
 */
export async function answerMachineEvent(
  { networkId, eventId }: Job,
  realNow: Date,
  translator?: MachineTranslator,
): Promise<{ texts: number }> {
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, eventId)));
  if (!event?.actorId) return { texts: 0 };
  const order = await inNetwork(networkId, ({ prisma }) =>
    prisma.machineOrder.findFirst({
      where: { networkId, id: event.objectId, state: 'waiting' },
      include: { items: { where: { state: 'waiting' }, orderBy: { objectId: 'asc' } } },
    }),
  );
  if (!order) return { texts: 0 };
  const ctx = await contextOf(event.network.code, event.actorId, realNow);
  const machine = translator ?? (await machineTranslator());
  let reason = machine ? '' : 'refused';
  let texts = 0;
  // What was open when it was ordered may be internal by now, or nobody's to translate for whoever asked.
  const may = machine ? await missingTexts(ctx, machine, order.language) : [];
  const isOpen = (item: Item) => may.some(({ kind, id }) => kind === item.kind && id === item.objectId);
  for (const item of machine ? order.items : []) {
    try {
      const opened = isOpen(item) ? (machine as MachineTranslator) : null;
      if (await translateItem(ctx, opened, order, item)) texts += 1;
    } catch (error) {
      if (!(error instanceof MachineError) || error.isPassing) throw error;
      reason = error.reason;
      break;
    }
  }
  await settleOrder({ networkId, now: ctx.now, actorId: ctx.actor.personId }, order, reason);
  return { texts };
}

type Given = Parameters<typeof writeTextIn>[2];
type Order = { id: string; language: string; year: number; reserved: number };

async function translateItem(
  ctx: Acting,
  machine: MachineTranslator | null,
  order: Order,
  item: Item,
): Promise<boolean> {
  const kind = item.kind as TextKind;
  const owner = { kind, id: item.objectId };
  const place = { networkId: ctx.network.id, orderId: order.id, kind, objectId: owner.id };
  const sent = machine && (await sentFor(ctx, machine, order, item));
  return ctx.transaction(async (tx) => {
    // Two workers with the same order: the second finds that it is done.
    const { count } = await tx.prisma.machineItem.updateMany({
      where: { ...place, state: 'waiting' },
      data: sent ? { state: 'written' } : { state: 'left' },
    });
    if (count === 0 || !sent) return false;
    // An order that was given up meanwhile is settled, and nothing more is counted or written for it.
    const living = await tx.prisma.machineOrder.updateMany({
      where: { networkId: ctx.network.id, id: order.id, state: 'waiting' },
      data: { used: { increment: item.characters } },
    });
    if (living.count === 0) {
      await tx.prisma.machineItem.updateMany({ where: place, data: { state: 'left' } });
      return false;
    }
    try {
      await writeTextIn(tx, ctx, {
        ...owner,
        language: order.language as Given['language'],
        fields: sent.fields,
        seenSourceVersion: item.sourceVersion,
        seenSourceLanguage: sent.from as Given['seenSourceLanguage'],
        seenChange: sent.seenChange,
        origin: 'machine',
      });
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Somebody was faster. It was translated, and nobody needs it.
      await tx.prisma.machineItem.updateMany({ where: place, data: { state: 'left' } });
      return false;
    }
  });
}

async function sentFor(
  ctx: Acting,
  machine: MachineTranslator,
  { language }: Order,
  { kind: named, objectId, sourceVersion }: Item,
): Promise<{ from: string; fields: Record<string, string>; seenChange: string } | null> {
  const kind = named as TextKind;
  const found = await readTexts(ctx, { kind, id: objectId }).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  if (!found) return null;
  const from = fromOf(ctx, { texts: found.texts, source: found.sourceLanguage }, language);
  const source = found.texts.find((text) => text.language === from);
  const ofLanguage = (each: { language: string }) => each.language === language;
  // Of a translation that was taken away it is still known what its source said.
  const work = found.works.find(ofLanguage);
  const isBegun = found.texts.some(ofLanguage) || Boolean(work?.draft);
  if (!from || !source || source.version !== sourceVersion || isBegun) return null;
  const names = kinds[kind].fields.map(({ name }) => name).filter((name) => source.fields[name]);
  const texts = names.map((name) => source.fields[name] ?? '');
  const translated = await machine.translate({ texts, from, to: language });
  const fields = Object.fromEntries(names.map((name, index) => [name, translated[index] ?? '']));
  return { from, fields, seenChange: changeOf(undefined, work) };
}

async function contextOf(code: string, personId: string, realNow: Date): Promise<Acting> {
  const actor = { personId, name: '', email: null, language: null };
  const resolved = await resolveNetwork(
    {
      actor,
      sessionId: null,
      now: realNow,
      language: 'en',
      requestId: '',
      ip: '',
      device: '',
      setCookies: [],
      resolved: new Map(),
      reading: new Reading(),
    },
    code,
  );
  return { ...networkContext({ ...resolved, actor, realNow, language: 'en' }), actor };
}

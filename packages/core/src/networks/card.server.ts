import { lockTree } from '@tessera/db/founding.server.ts';
import { setPreparing, type Transaction } from '@tessera/db/scope.server.ts';
import { lockTextOwner } from '@tessera/db/translations.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { writeSettings } from '../settings/change.server.ts';
import { settingOf } from '../settings/registry.ts';
import { keepTexts } from '../translations/keep.server.ts';
import { settlePrepared } from '../translations/levels.server.ts';
import { type FormStep, kindsBetween } from './kinds.ts';
import type { CardAccent, CardLanguages, CardTerritory, CardTexts } from './schema.ts';

/**
 * Writes the name and summary of the network, by language. A language without a name has no text.
 * @throws DomainError title_needed when the network's own language stays without a name, translation_changed
 */
export async function saveTexts(ctx: Acting, { texts, seen }: z.output<typeof CardTexts>): Promise<void> {
  const index = texts.findIndex(({ language }) => language === ctx.network.defaultLanguage);
  if (!texts[index]?.name) throw new DomainError('title_needed', {}, `texts[${Math.max(0, index)}].name`);
  await change(ctx, 'name', async (tx) => {
    await tx.run(lockTextOwner.network(ctx.network.id, ctx.network.id));
    const written = texts.filter(({ name }) => name !== '');
    await keepTexts(tx, ctx, { kind: 'network', id: ctx.network.id }, written, { seen });
  });
}

/**
 * Sets kind, country and time zone.
 * @throws DomainError network_kind_unfit between the parent and the children of the network
 */
export async function saveTerritory(ctx: Acting, input: z.output<typeof CardTerritory>): Promise<void> {
  await change(ctx, 'territory', async (tx) => {
    await tx.run(lockTree());
    if (!(await possibleKinds(tx, ctx)).includes(input.kind))
      throw new DomainError('network_kind_unfit', {}, 'kind');
    await tx.prisma.network.updateMany({
      where: { id: ctx.network.id },
      data: { kind: input.kind, country: input.country || null, timeZone: input.timeZone },
    });
  });
}

/** The kinds that the network may have where it stands in the tree; its present one is always among them. */
export async function possibleKinds(tx: Transaction, ctx: NetworkContext): Promise<string[]> {
  const { id, parentId, kind } = ctx.network;
  const parent = parentId
    ? await tx.prisma.network.findFirst({ where: { id: parentId }, select: { kind: true } })
    : null;
  const children = await tx.prisma.network.findMany({ where: { parentId: id }, select: { kind: true } });
  const fit = kindsBetween(
    parent?.kind ?? null,
    children.map((child) => child.kind),
  );
  return [...new Set([kind, ...fit])];
}

/** Sets the languages of pages and of content; the network's own language is always one of its pages'. */
export async function saveLanguages(ctx: Acting, input: z.output<typeof CardLanguages>): Promise<void> {
  const { defaultLanguage } = input;
  const [interfaceLanguages, contentLanguages] = [input.interfaceLanguages, input.contentLanguages].map(
    (languages) => [...new Set([defaultLanguage, ...languages])],
  );
  await change(ctx, 'languages', async (tx) => {
    await tx.prisma.network.updateMany({
      where: { id: ctx.network.id },
      data: { defaultLanguage, interfaceLanguages, contentLanguages },
    });
    // The own language is never in preparation; what was written in it until now is shown with the change.
    await tx.run(setPreparing(true));
    await settlePrepared(tx, ctx, defaultLanguage, (prepared) =>
      prepared.filter((language) => language !== defaultLanguage),
    );
  });
}

/** Sets the colour of the network. Pages shift it until it can be read in both modes. */
export async function saveAccent(ctx: Acting, { accent }: z.output<typeof CardAccent>): Promise<void> {
  await change(ctx, 'accent', async (tx) => {
    await tx.prisma.network.updateMany({ where: { id: ctx.network.id }, data: { accent } });
  });
}

/** Notes a step of the start as done, with what it changed, in one transaction. */
export async function change(
  ctx: Acting,
  step: FormStep,
  write: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await write(tx);
    const steps = settingOf(ctx.network, 'start.steps');
    await writeSettings(tx, ctx, [['start.steps', [...new Set([...steps, step])]]]);
    await recordEvent(tx, {
      networkId,
      kind: 'card.changed',
      object: ['network', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { part: step },
    });
  });
}

/**
 * Opens a network that only its members saw so far.
 * @throws DomainError network_state_changed when it is open already
 */
export async function openNetwork(ctx: Acting): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.network.updateMany({
      where: { id: networkId, state: 'draft' },
      data: { state: 'active' },
    });
    if (count === 0) throw new DomainError('network_state_changed');
    await recordEvent(tx, {
      networkId,
      kind: 'card.opened',
      object: ['network', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}

import { lockTree, saveSettings } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inScope, speakFor, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { invitationDays } from '../members/rules.ts';
import { insertNetwork } from '../networks/found.server.ts';
import { kindsUnder } from '../networks/kinds.ts';
import { NewNetwork } from '../networks/schema.ts';
import { offeredSource } from '../patterns/sides.server.ts';
import { beginRun } from '../patterns/start.server.ts';
import type { PatternKind } from '../patterns/terms.ts';
import { mostChildren, readChildLines } from './rules.ts';
import type { Founding as FoundingSchema, NetworkSwitch } from './schema.ts';

type Operating = RequestContext & { actor: Actor };

const guided = JSON.stringify([{ key: 'start.dismissed', value: false, is_inherited: false }]);

type Founding = z.output<typeof FoundingSchema>;
type Card = Pick<Founding, 'defaultLanguage' | 'interfaceLanguages' | 'timeZone' | 'kind' | 'name' | 'email'>;
type Parent = {
  id: string;
  code: string;
  kind: string;
  accent: string;
  country: string | null;
  isDemo: boolean;
  clockOffset: number;
};

/**
 * Founds a network as a draft, visible to its members only, and invites its first coordinator by mail; with it the
 * networks within, each with its own coordinator. Either all of them are founded or none. Each of them begins like the pattern,
 * where one is chosen; a worker copies it.
 * @throws DomainError network_code_taken, network_unknown for the parent and the pattern, pattern_nothing_chosen, network_kind_unfit, child_lines_invalid,
 *   child_lines_over
 */
export async function found(
  ctx: Operating,
  input: z.output<typeof FoundingSchema>,
): Promise<{ code: string; children: string[] }> {
  const {
    address: code,
    parent: parentCode,
    children: lines,
    childKind,
    pattern: like,
    kinds,
    ...card
  } = input;
  const { children, wrong } = readChildLines(lines, code);
  if (wrong.length > 0) throw new DomainError('child_lines_invalid', { lines: firstOf(wrong) }, 'children');
  if (children.length > mostChildren)
    throw new DomainError('child_lines_over', { most: mostChildren }, 'children');
  const kind = childKind ?? kindsUnder(card.kind)[0];
  if (children.length > 0 && !(kind && kindsUnder(card.kind).includes(kind)))
    throw new DomainError('network_kind_unfit', {}, 'childKind');
  const source = like ? await offeredSource(ctx.actor.personId, like, ctx.now) : null;
  if (like && !source) throw new DomainError('network_unknown', {}, 'pattern');
  const pattern = source && { sourceId: source.network.id, kinds };
  const id = newId();
  await inScope({ networkId: id, door: 'platform' }, async (tx) => {
    await tx.run(lockTree());
    const parent = parentCode
      ? await tx.prisma.network.findFirst({
          where: {
            code: parentCode,
            kind: { not: 'platform' },
            state: { in: ['draft', 'active', 'suspended'] },
          },
          select: {
            id: true,
            code: true,
            kind: true,
            accent: true,
            country: true,
            isDemo: true,
            clockOffset: true,
          },
        })
      : null;
    if (parentCode && !parent) throw new DomainError('network_unknown', {}, 'parent');
    if (!kindsUnder(parent?.kind ?? null).includes(card.kind))
      throw new DomainError('network_kind_unfit', {}, 'kind');
    const founded = await foundOne(tx, ctx, { id, code, card, parent, pattern, field: 'address' });
    for (const child of children) {
      const childId = newId();
      await speakFor(tx, childId);
      await foundOne(tx, ctx, {
        id: childId,
        code: child.code,
        card: { ...card, kind: kind ?? card.kind, name: child.name, email: child.email },
        parent: founded,
        pattern,
        field: 'children',
      });
    }
  });
  return { code, children: children.map((child) => child.code) };
}

type Pattern = { sourceId: string; kinds: readonly PatternKind[] };
type One = {
  id: string;
  code: string;
  card: Card;
  parent: Parent | null;
  pattern: Pattern | null;
  field: string;
};

async function foundOne(
  tx: Transaction,
  ctx: Operating,
  { id, code, card, parent, pattern, field }: One,
): Promise<Parent> {
  const { name, email, defaultLanguage, interfaceLanguages, kind, timeZone } = card;
  const taken = await tx.prisma.network.findFirst({ where: { code }, select: { id: true } });
  if (taken) throw new DomainError('network_code_taken', { code }, field);
  const languages = [...new Set([defaultLanguage, ...interfaceLanguages])];
  const network = NewNetwork.parse({
    kind,
    timeZone,
    code,
    parentCode: parent?.code ?? null,
    defaultLanguage,
    interfaceLanguages: languages,
    contentLanguages: languages,
    accent: parent?.accent ?? '#3d4f5c',
    country: parent?.country ?? null,
    isDemo: parent?.isDemo ?? false,
    // A child lives in the time of its parent, which differs from the real one in the demo only.
    clockOffset: parent?.clockOffset ?? 0,
    texts: [{ language: defaultLanguage, name }],
  });
  const by = {
    actorId: ctx.actor.personId,
    now: new Date(ctx.now.getTime() + network.clockOffset * 1000),
  };
  await insertNetwork(tx, by, network, { id, parentId: parent?.id ?? null, state: 'draft' });
  await tx.run(saveSettings(id, guided, by.now));
  if (pattern) await beginRun(tx, { networkId: id, ...by }, { ...pattern, isOffered: true });
  await inviteFirst(tx, { ...by, networkId: id, email, language: defaultLanguage });
  return { id, ...network };
}

function firstOf(lines: readonly string[]): string {
  const shown = lines.slice(0, 5).join(', ');
  return lines.length > 5 ? `${shown} …` : shown;
}

/**
 * Suspends a network (members read, nobody writes) or takes that back.
 * @throws DomainError not_found, network_state_changed when somebody was faster
 */
export async function switchNetwork(
  ctx: Operating,
  { address, move }: z.output<typeof NetworkSwitch>,
): Promise<void> {
  const network = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({ where: { code: address, kind: { not: 'platform' } } }),
  );
  if (!network) throw new DomainError('not_found');
  const [from, to] =
    move === 'suspend' ? (['active', 'suspended'] as const) : (['suspended', 'active'] as const);
  await inScope({ networkId: network.id, door: 'platform' }, async (tx) => {
    const { count } = await tx.prisma.network.updateMany({
      where: { id: network.id, state: from },
      data: { state: to },
    });
    if (count === 0) throw new DomainError('network_state_changed');
    await recordEvent(tx, {
      networkId: network.id,
      kind: move === 'suspend' ? 'card.suspended' : 'card.reactivated',
      object: ['network', network.id],
      actorId: ctx.actor.personId,
      at: new Date(ctx.now.getTime() + network.clockOffset * 1000),
    });
  });
}

async function inviteFirst(
  tx: Transaction,
  input: {
    networkId: string;
    email: string;
    language: string;
    actorId: string;
    now: Date;
  },
): Promise<void> {
  const { networkId, email, language, actorId, now } = input;
  const invitationId = newId();
  await tx.prisma.invitation.create({
    data: {
      id: invitationId,
      networkId,
      email,
      role: 'coordinator',
      language,
      invitedById: actorId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'invitation.sent',
    object: ['invitation', invitationId],
    actorId,
    at: now,
    payload: { role: 'coordinator', isRepeat: false },
  });
}

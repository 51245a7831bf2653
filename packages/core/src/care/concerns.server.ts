import {
  type ConcernEntryRow,
  type ConcernRow,
  concernEntries,
  concernFigures,
  concernRows,
  countLeads,
  oneConcern,
} from '@tessera/db/care.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { textOf } from '../mentoring/drafts.server.ts';
import { readAllConfidential } from '../privacy/seal.server.ts';
import { settingOf } from '../settings/registry.ts';
import {
  type ConcernState,
  commonEmergencyNumber,
  type concernCategories,
  isTriageLate,
  nextStates,
  triageDue,
  triageHours,
} from './concern-rules.ts';

/** Whom to call in danger, and whether somebody reads what is raised: what stands before the form. */
export async function concernForm(ctx: Acting) {
  const [leads] = await ctx.transaction((tx) => tx.run(countLeads(ctx.network.id, ctx.realNow)));
  return { numbers: numbersOf(ctx), hasLead: (leads?.count ?? 0) > 0 };
}

/** A lead sees every concern and how far it is; everybody else those that they raised. */
export async function listConcerns(ctx: Acting) {
  const networkId = ctx.network.id;
  const isLead = isLeadHere(ctx);
  const [rows, [leads]] = await ctx.transaction((tx) =>
    tx.runAll<[ConcernRow, { count: number }]>([
      concernRows(networkId, ctx.actor.personId, isLead),
      countLeads(networkId, ctx.realNow),
    ]),
  );
  return {
    isLead,
    hasLead: (leads?.count ?? 0) > 0,
    concerns: rows.map((row) => shown(row, ctx.now)),
  };
}

/** What a coordinator sees: how many there are, how many wait and whether anybody reads them. */
export async function concernSummary(ctx: NetworkContext) {
  const lateBefore = new Date(ctx.now.getTime() - triageHours * 3_600_000);
  const [[figures], [leads]] = await ctx.transaction((tx) =>
    tx.runAll([concernFigures(ctx.network.id, lateBefore), countLeads(ctx.network.id, ctx.realNow)]),
  );
  return { open: 0, waiting: 0, late: 0, closed: 0, ...figures, leads: leads?.count ?? 0 };
}

/**
 * One concern. A lead reads what was raised and done, and each reading leaves an entry; who raised it sees how far it is.
 * @throws DomainError not_found
 */
export async function concernPage(ctx: Acting, concernId: string) {
  const networkId = ctx.network.id;
  const isLead = isLeadHere(ctx);
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(oneConcern(networkId, ctx.actor.personId, isLead, concernId));
    if (!row) throw new DomainError('not_found');
    const next = isLead ? [...nextStates(row.state as ConcernState)] : [];
    return {
      ...shown(row, ctx.now),
      numbers: numbersOf(ctx),
      isLead,
      next,
      entries: isLead ? await opened(tx, ctx, concernId) : [],
    };
  });
}

async function opened(tx: Transaction, ctx: Acting, concernId: string) {
  const networkId = ctx.network.id;
  const rows = await tx.run(concernEntries(networkId, concernId));
  const texts = await readAllConfidential(
    tx,
    { networkId, actorId: ctx.actor.personId, at: ctx.now, right: 'assigned' },
    rows.map(({ id, category, about, text }) => ({
      object: ['concern_entry' as const, id] as ['concern_entry', string],
      // Whom it is about stands in the sealed words alone.
      subjectPersonId: null,
      fields: {
        'safeguarding_entry.concern_category': category,
        'safeguarding_entry.concern_about': about,
        'safeguarding_entry.concern_text': text,
      },
    })),
  );
  return rows.map(({ id, state, writtenAt, ...row }, index) => ({
    id,
    state: state as ConcernState,
    writtenAt,
    writer: writerOf(row),
    category: textOf(texts[index]?.['safeguarding_entry.concern_category']) as
      | (typeof concernCategories)[number]
      | null,
    about: textOf(texts[index]?.['safeguarding_entry.concern_about']),
    text: textOf(texts[index]?.['safeguarding_entry.concern_text']),
  }));
}

function writerOf({
  givenName,
  familyName,
  nameOrder,
}: Pick<ConcernEntryRow, 'givenName' | 'familyName' | 'nameOrder'>) {
  return givenName === null || familyName === null || nameOrder === null
    ? null
    : { givenName, familyName, nameOrder };
}

function shown({ state, escalatedAt: _told, ...row }: ConcernRow, now: Date) {
  return {
    ...row,
    state: state as ConcernState,
    dueAt: triageDue(row),
    isLate: isTriageLate(row, now),
  };
}

const isLeadHere = (ctx: NetworkContext) => reach(ctx, 'concern.read').kind === 'network';

function numbersOf(ctx: NetworkContext) {
  return {
    common: commonEmergencyNumber,
    local: settingOf(ctx.network, 'care.emergency_numbers'),
    mayEdit: allows(ctx, 'network.edit', {}),
  };
}

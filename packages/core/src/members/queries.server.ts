import { holdersOfRole, invitationsPage, peoplePage } from '@tessera/db/members.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type NetworkContext, reach } from '../context.server.ts';
import { institutionsFor } from '../institutions/queries.server.ts';
import type { Role } from '../permissions.ts';
import { givableRoles } from './rules.ts';
import type { InvitationFilter, PeopleFilter } from './schema.ts';

const pageSize = 50;

/**
 * One page of the people of the network, and what the actor may give: for the coordinator everyone, for a manager those of
 * the own institution.
 */
export async function people(ctx: NetworkContext, filter: z.output<typeof PeopleFilter>) {
  const allowed = reach(ctx, 'person.read');
  const isOpen = allowed.kind === 'network' || allowed.kind === 'institutions';
  if (!isOpen) return { isOpen, people: [], total: 0, pages: 1, givableRoles: [], institutions: [] };
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const { q, role, institutionId, state, capability, sort, page } = filter;
  const rows = await ctx.transaction((tx) =>
    tx.run(
      peoplePage(
        ctx.network.id,
        ctx.realNow,
        ctx.language,
        institutionIds,
        q,
        role,
        institutionId,
        state,
        capability,
        sort,
        dayOf(ctx.now, ctx.network.timeZone),
        pageSize,
        (page - 1) * pageSize,
      ),
    ),
  );
  const total = rows[0]?.total ?? 0;
  return {
    isOpen,
    people: rows.map(({ total: _total, roles, ...person }) => ({
      ...person,
      roles: roles.map(({ role: held, validFrom, validUntil, ...rest }) => ({
        ...rest,
        role: held as Role,
        validFrom: new Date(validFrom),
        validUntil: validUntil ? new Date(validUntil) : null,
      })),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    givableRoles: givableRoles(reach(ctx, 'person.invite')),
    institutions: await institutionsFor(ctx, 'person.invite'),
  };
}

/** One page of invitations with their states, the newest first; without a state those that nobody answered yet. */
export async function invitations(ctx: NetworkContext, filter: z.output<typeof InvitationFilter>) {
  const allowed = reach(ctx, 'person.invite');
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const rows = await ctx.transaction((tx) =>
    tx.run(
      invitationsPage(
        ctx.network.id,
        ctx.now,
        ctx.language,
        institutionIds,
        filter.state,
        pageSize,
        (filter.page - 1) * pageSize,
      ),
    ),
  );
  const total = rows[0]?.total ?? 0;
  return {
    invitations: rows.map(({ total: _total, role, ...row }) => ({ ...row, role: role as Role })),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    givableRoles: givableRoles(allowed),
    institutions: await institutionsFor(ctx, 'person.invite'),
  };
}

/** Who can be named as trainer of a training: the people who hold that role in the network, and lack nothing for it. */
export async function trainers(ctx: NetworkContext) {
  const rows = await ctx.transaction((tx) =>
    tx.run(holdersOfRole(ctx.network.id, ctx.realNow, 'trainer', dayOf(ctx.now, ctx.network.timeZone))),
  );
  return rows.map(({ personId, givenName, familyName, nameOrder, lacks }) => ({
    id: personId,
    givenName,
    familyName,
    nameOrder,
    lacks,
  }));
}

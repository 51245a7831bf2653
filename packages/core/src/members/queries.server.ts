import { listMembers } from '@tessera/db/members.server.ts';
import { type NetworkContext, reach } from '../context.server.ts';
import { institutionsFor } from '../institutions/queries.server.ts';
import { givableRoles } from './rules.ts';

/** People with a role, open invitations, and what the actor may give: for the coordinator all, else the own institution. */
export async function members(ctx: NetworkContext) {
  const allowed = reach(ctx, 'person.read');
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const networkId = ctx.network.id;
  if (allowed.kind !== 'network' && allowed.kind !== 'institutions') {
    return { people: [], invitations: [], givableRoles: [], institutions: [] };
  }
  const read = await ctx.transaction(async (tx) => {
    const [people, invitations] = await Promise.all([
      tx.run(listMembers(networkId, ctx.now, ctx.language, institutionIds)),
      tx.prisma.invitation.findMany({
        where: {
          networkId,
          acceptedAt: null,
          revokedAt: null,
          ...(institutionIds ? { institutionId: { in: institutionIds } } : {}),
        },
        orderBy: { createdAt: 'desc' },
        select: {
          id: true,
          email: true,
          givenName: true,
          familyName: true,
          role: true,
          institutionId: true,
          createdAt: true,
          expiresAt: true,
        },
      }),
    ]);
    return { people, invitations };
  });
  return {
    people: read.people,
    invitations: read.invitations.map((invitation) => ({
      ...invitation,
      isExpired: invitation.expiresAt <= ctx.now,
    })),
    givableRoles: givableRoles(reach(ctx, 'person.invite')),
    institutions: await institutionsFor(ctx, 'person.invite'),
  };
}

/** Who can be named as trainer of a training: the people who hold that role in the network. */
export async function trainers(ctx: NetworkContext) {
  const rows = await ctx.transaction((tx) =>
    tx.run(listMembers(ctx.network.id, ctx.now, ctx.language, null)),
  );
  return rows
    .filter(({ roles }) => roles.some(({ role }) => role === 'trainer'))
    .map(({ personId, givenName, familyName, nameOrder }) => ({
      id: personId,
      givenName,
      familyName,
      nameOrder,
    }));
}

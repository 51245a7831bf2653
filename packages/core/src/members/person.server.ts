import { eventsOfPerson, rolesOfPerson, seatsOfPerson } from '@tessera/db/members.server.ts';
import { prerequisitesOfPerson } from '@tessera/db/prerequisites.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { EventKind } from '../events/record.server.ts';
import { institutionsFor } from '../institutions/queries.server.ts';
import type { Role } from '../permissions.ts';
import { givableCapabilities, givableRoles } from './rules.ts';

const newestEvents = 50;

/**
 * One person in this network: roles with their validity and origin, what the roles ask for, trainings in short, and what
 * happened. A coordinator sees all of it, a manager what concerns the own institution, everyone else themselves.
 * @throws DomainError not_found
 */
export async function personPage(ctx: Acting, personId: string) {
  const allowed = reach(ctx, 'person.read');
  const isSelf = personId === ctx.actor.personId;
  if (!isSelf && allowed.kind !== 'network' && allowed.kind !== 'institutions')
    throw new DomainError('not_found');
  const institutionIds = allowed.kind === 'institutions' && !isSelf ? allowed.institutionIds : null;
  const { network, now, realNow, language } = ctx;
  const read = await ctx.transaction(async (tx) => {
    const roles = await tx.run(rolesOfPerson(network.id, realNow, language, personId, institutionIds));
    if (roles.length === 0) throw new DomainError('not_found');
    const [person, prerequisites, seats, events, deactivation] = await Promise.all([
      tx.prisma.person.findFirst({
        where: { id: personId },
        select: {
          givenName: true,
          familyName: true,
          nameOrder: true,
          email: true,
          language: true,
          state: true,
        },
      }),
      tx.run(prerequisitesOfPerson(network.id, personId, realNow, dayOf(now, network.timeZone))),
      tx.run(seatsOfPerson(network.id, now, language, personId, institutionIds)),
      tx.run(eventsOfPerson(network.id, personId, institutionIds, newestEvents)),
      tx.prisma.deactivation.findFirst({
        where: { networkId: network.id, personId, undoneAt: null },
        select: { kind: true, at: true },
      }),
    ]);
    return { roles, person, prerequisites, seats: seats[0], events, deactivation };
  });
  const { person, seats } = read;
  if (!person) throw new DomainError('not_found');
  const editing = reach(ctx, 'person.edit');
  const canEdit = !isSelf && (editing.kind === 'network' || editing.kind === 'institutions');
  const holdsNow = read.roles.some(({ state }) => state !== 'ended');
  return {
    person: { id: personId, ...person, nameOrder: person.nameOrder as 'given_first' | 'family_first' },
    isSelf,
    // A deactivation shows until a role is given anew.
    deactivation: holdsNow ? null : read.deactivation,
    roles: read.roles.map(({ capabilities, role, ...rest }) => ({
      ...rest,
      role: role as Role,
      capabilities: capabilities.map(({ validFrom, validUntil, ...capability }) => ({
        ...capability,
        validFrom: new Date(validFrom),
        validUntil: validUntil ? new Date(validUntil) : null,
      })),
    })),
    prerequisites: read.prerequisites.map(({ issuedOn, expiresOn, ...rest }) => ({
      ...rest,
      issuedOn: issuedOn ? new Date(issuedOn) : null,
      expiresOn: expiresOn ? new Date(expiresOn) : null,
    })),
    seats: {
      confirmed: seats?.confirmed ?? 0,
      waiting: seats?.waiting ?? 0,
      attended: seats?.attended ?? 0,
      certificates: seats?.certificates ?? 0,
      next: (seats?.next ?? []).map(dated),
      trains: (seats?.trains ?? []).map(dated),
    },
    events: read.events.map((event) => ({ ...event, kind: event.kind as EventKind })),
    canEdit,
    canDeactivate: canEdit && holdsNow,
    canReactivate: canEdit && read.deactivation !== null && !holdsNow,
    canReadNotes: reach(ctx, 'person.require').kind === 'network',
    givableRoles: canEdit ? givableRoles(reach(ctx, 'person.invite')) : [],
    givableCapabilities: canEdit ? givableCapabilities(editing) : [],
    institutions: canEdit ? await institutionsFor(ctx, 'person.invite') : [],
  };
}

/**
 * One role of a person as a form needs it.
 * @throws DomainError not_found
 */
export async function roleOf(ctx: Acting, assignmentId: string) {
  return ctx.transaction(async (tx) => {
    const role = await tx.prisma.roleAssignment.findFirst({
      where: { networkId: ctx.network.id, id: assignmentId },
      select: {
        id: true,
        personId: true,
        role: true,
        institutionId: true,
        validFrom: true,
        validUntil: true,
      },
    });
    if (!role) throw new DomainError('not_found');
    requireOn(ctx, 'person.edit', { institutionId: role.institutionId });
    const person = await tx.prisma.person.findFirst({
      where: { id: role.personId },
      select: { givenName: true, familyName: true, nameOrder: true },
    });
    if (!person) throw new DomainError('not_found');
    const { institutionId: _institutionId, ...shown } = role;
    return {
      ...shown,
      role: role.role as Role,
      person: { ...person, nameOrder: person.nameOrder as 'given_first' | 'family_first' },
      givableCapabilities: givableCapabilities(reach(ctx, 'person.edit')),
    };
  });
}

function dated<T extends { startsAt: string; endsAt: string }>(training: T) {
  return { ...training, startsAt: new Date(training.startsAt), endsAt: new Date(training.endsAt) };
}

import { NewPerson } from '../identity/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { acceptInvitation, acceptWithNewLogin, readInvitation } from './accept.server.ts';
import { giveRole } from './assign.server.ts';
import { endCapability, grantCapability } from './capabilities.server.ts';
import { deactivate, leaveNetwork, reactivate } from './deactivate.server.ts';
import { invite, inviteMany, resendInvitation, revokeInvitation } from './invite.server.ts';
import { personPage, roleOf } from './person.server.ts';
import { invitations, people, trainers } from './queries.server.ts';
import {
  AssignmentId,
  CapabilityGift,
  CapabilityId,
  Invitation,
  InvitationFilter,
  InvitationId,
  InvitationLink,
  Invitations,
  PeopleFilter,
  PersonId,
  RoleGift,
  ValidityChange,
} from './schema.ts';
import { changeValidity, endRole } from './validity.server.ts';

export const membersRouter = router({
  list: networkProcedure({ can: 'person.read' })
    .input(PeopleFilter)
    .query(({ ctx, input }) => people(ctx, input)),
  person: networkProcedure({ can: 'person.read' })
    .input(PersonId)
    .query(({ ctx, input }) => personPage(ctx, input.personId)),
  role: networkProcedure({ can: 'person.edit' })
    .input(AssignmentId)
    .query(({ ctx, input }) => roleOf(ctx, input.assignmentId)),
  trainers: networkProcedure({ can: 'training.read' }).query(({ ctx }) => trainers(ctx)),

  giveRole: networkProcedure({ can: 'person.invite' })
    .input(RoleGift)
    .mutation(({ ctx, input }) => giveRole(ctx, input)),
  changeValidity: networkProcedure({ can: 'person.edit' })
    .input(ValidityChange)
    .mutation(({ ctx, input }) => changeValidity(ctx, input)),
  endRole: networkProcedure({ can: 'person.edit' })
    .input(AssignmentId)
    .mutation(({ ctx, input }) => endRole(ctx, input.assignmentId)),
  grantCapability: networkProcedure({ can: 'person.edit' })
    .input(CapabilityGift)
    .mutation(({ ctx, input }) => grantCapability(ctx, input)),
  endCapability: networkProcedure({ can: 'person.edit' })
    .input(CapabilityId)
    .mutation(({ ctx, input }) => endCapability(ctx, input.capabilityId)),
  deactivate: networkProcedure({ can: 'person.edit' })
    .input(PersonId)
    .mutation(({ ctx, input }) => deactivate(ctx, input.personId)),
  reactivate: networkProcedure({ can: 'person.edit' })
    .input(PersonId)
    .mutation(({ ctx, input }) => reactivate(ctx, input.personId)),
  // Everyone with a role may leave, whatever the role allows beside.
  leave: visitorProcedure.input(PersonId).mutation(({ ctx, input }) => leaveNetwork(ctx, input.personId)),

  invitations: networkProcedure({ can: 'person.invite' })
    .input(InvitationFilter)
    .query(({ ctx, input }) => invitations(ctx, input)),
  invite: networkProcedure({ can: 'person.invite' })
    .input(Invitation)
    .mutation(({ ctx, input }) => invite(ctx, input)),
  inviteMany: networkProcedure({ can: 'person.invite' })
    .input(Invitations)
    .mutation(({ ctx, input }) => inviteMany(ctx, input)),
  resendInvitation: networkProcedure({ can: 'person.invite' })
    .input(InvitationId)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input.invitationId)),
  revokeInvitation: networkProcedure({ can: 'person.invite' })
    .input(InvitationId)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.invitationId)),

  invitation: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(InvitationLink)
    .query(({ ctx, input }) => readInvitation(ctx, input)),
  acceptInvitation: visitorProcedure
    .input(InvitationLink)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  acceptWithNewLogin: visitorProcedure
    .input(InvitationLink.extend(NewPerson.shape))
    .mutation(({ ctx, input }) => acceptWithNewLogin(ctx, input, input)),
});

import { NewPerson } from '../identity/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { acceptInvitation, acceptWithNewLogin, readInvitation } from './accept.server.ts';
import { invite, revokeInvitation } from './invite.server.ts';
import { members, trainers } from './queries.server.ts';
import { Invitation, InvitationId, InvitationLink } from './schema.ts';

export const membersRouter = router({
  list: networkProcedure({ can: 'person.read' }).query(({ ctx }) => members(ctx)),
  trainers: networkProcedure({ can: 'training.read' }).query(({ ctx }) => trainers(ctx)),
  invite: networkProcedure({ can: 'person.invite' })
    .input(Invitation)
    .mutation(({ ctx, input }) => invite(ctx, input)),
  revokeInvitation: networkProcedure({ can: 'person.invite' })
    .input(InvitationId)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.invitationId)),
  invitation: visitorProcedure.input(InvitationLink).query(({ ctx, input }) => readInvitation(ctx, input)),
  acceptInvitation: visitorProcedure
    .input(InvitationLink)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  acceptWithNewLogin: visitorProcedure
    .input(InvitationLink.extend(NewPerson.shape))
    .mutation(({ ctx, input }) => acceptWithNewLogin(ctx, input, input)),
});

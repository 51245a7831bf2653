import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { decideOnSeats } from './decide.server.ts';
import { markForms, participantFormsOf } from './forms.server.ts';
import { answerSeatInvitation, seatInvitationPage } from './invitation.server.ts';
import { inviteToEvent, resendSeatInvitation, revokeSeatInvitation } from './invite.server.ts';
import { askByLink, confirmRequest, publicLinkPage, requestPage } from './link.server.ts';
import {
  Decision,
  FormTicks,
  InvitedSeat,
  LinkRenewal,
  PublicLink,
  SeatAsking,
  SeatInvitationId,
  SeatInvitationLink,
  SeatInvitations,
  SeatRequestLink,
  Ways,
} from './schema.ts';
import { renewLink, setWays, waysOf } from './ways.server.ts';

export const registeringRouter = router({
  ways: networkProcedure({ can: 'registration.manage' })
    .input(TrainingId)
    .query(({ ctx, input }) => waysOf(ctx, input.trainingId)),
  setWays: networkProcedure({ can: 'training.publish' })
    .input(Ways)
    .mutation(({ ctx, input }) => setWays(ctx, input)),
  renewLink: networkProcedure({ can: 'training.publish' })
    .input(LinkRenewal)
    .mutation(({ ctx, input }) => renewLink(ctx, input.trainingId)),
  linkPage: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(PublicLink)
    .query(({ ctx, input }) => publicLinkPage(ctx, input)),
  ask: visitorProcedure.input(SeatAsking).mutation(({ ctx, input }) => askByLink(ctx, input)),
  requestPage: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SeatRequestLink)
    .query(({ ctx, input }) => requestPage(ctx, input)),
  confirm: visitorProcedure.input(SeatRequestLink).mutation(({ ctx, input }) => confirmRequest(ctx, input)),
  invite: networkProcedure({ can: 'registration.manage' })
    .input(SeatInvitations)
    .mutation(({ ctx, input }) => inviteToEvent(ctx, input)),
  resendInvitation: networkProcedure({ can: 'registration.manage' })
    .input(SeatInvitationId)
    .mutation(({ ctx, input }) => resendSeatInvitation(ctx, input.seatInvitationId)),
  revokeInvitation: networkProcedure({ can: 'registration.manage' })
    .input(SeatInvitationId)
    .mutation(({ ctx, input }) => revokeSeatInvitation(ctx, input.seatInvitationId)),
  invitation: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SeatInvitationLink)
    .query(({ ctx, input }) => seatInvitationPage(ctx, input)),
  answerInvitation: visitorProcedure
    .input(InvitedSeat)
    .mutation(({ ctx, input }) => answerSeatInvitation(ctx, input)),
  forms: networkProcedure({ can: 'registration.manage' })
    .input(TrainingId)
    .query(({ ctx, input }) => participantFormsOf(ctx, input.trainingId)),
  markForms: networkProcedure({ can: 'registration.manage' })
    .input(FormTicks)
    .mutation(({ ctx, input }) => markForms(ctx, input)),
  decide: networkProcedure({ can: 'registration.manage' })
    .input(Decision)
    .mutation(({ ctx, input }) => decideOnSeats(ctx, input)),
});

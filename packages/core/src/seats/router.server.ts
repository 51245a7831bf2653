import { z } from 'zod';
import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { cancelSeat } from './cancel.server.ts';
import { acceptByLink, leave, leavePage } from './leave.server.ts';
import { nameSeat } from './name.server.ts';
import { answerOffer } from './offer.server.ts';
import { prioritise } from './prioritise.server.ts';
import { datesBeside, mySeats, quotaRoom, seatPage, sessionRoom } from './queries.server.ts';
import { register } from './register.server.ts';
import { OfferAnswer, Prioritising, Registration, SeatId, SeatLink, SeatNaming } from './schema.ts';

export const seatsRouter = router({
  mine: networkProcedure({ can: 'registration.read' })
    .input(z.object({ trainingId: z.uuid().nullish() }))
    .query(({ ctx, input }) => mySeats(ctx, input.trainingId ?? null)),
  one: networkProcedure({ can: 'registration.read' })
    .input(SeatId)
    .query(({ ctx, input }) => seatPage(ctx, input.seatId)),
  quotas: networkProcedure({ can: 'registration.create' })
    .input(TrainingId)
    .query(({ ctx, input }) => quotaRoom(ctx, input.trainingId)),
  sessions: networkProcedure({ can: 'registration.create' })
    .input(TrainingId)
    .query(({ ctx, input }) => sessionRoom(ctx, input.trainingId)),
  dates: networkProcedure({ can: 'registration.create' })
    .input(TrainingId)
    .query(({ ctx, input }) => datesBeside(ctx, input.trainingId)),
  register: networkProcedure({ can: 'registration.create' })
    .input(Registration)
    .mutation(({ ctx, input }) => register(ctx, input)),
  cancel: networkProcedure({ can: 'registration.read' })
    .input(SeatId)
    .mutation(({ ctx, input }) => cancelSeat(ctx, input.seatId)),
  leavePage: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SeatLink)
    .query(({ ctx, input }) => leavePage(ctx, input)),
  leave: visitorProcedure.input(SeatLink).mutation(({ ctx, input }) => leave(ctx, input)),
  accept: visitorProcedure.input(SeatLink).mutation(({ ctx, input }) => acceptByLink(ctx, input)),
  name: networkProcedure({ can: 'registration.cancel' })
    .input(SeatNaming)
    .mutation(({ ctx, input }) => nameSeat(ctx, input)),
  prioritise: networkProcedure({ can: 'registration.manage' })
    .input(Prioritising)
    .mutation(({ ctx, input }) => prioritise(ctx, input)),
  answerOffer: networkProcedure({ can: 'registration.read' })
    .input(OfferAnswer)
    .mutation(({ ctx, input }) => answerOffer(ctx, input)),
});

import { OfferAnswer, Registration, SeatId, SeatNaming } from '../seats/schema.ts';
import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';
import { answerAway, awaySeatPage, awaySeats, cancelAway, nameAway } from './away.server.ts';
import { exchangePage } from './participation.server.ts';
import { registerGuests } from './register.server.ts';
import { Takeaway } from './schema.ts';
import { recordTakeaway, takeawayPage } from './takeaways.server.ts';

export const exchangeRouter = router({
  register: networkProcedure({ can: 'registration.create' })
    .input(Registration)
    .mutation(({ ctx, input }) => registerGuests(ctx, input)),
  away: networkProcedure({ can: 'registration.cancel' }).query(({ ctx }) => awaySeats(ctx)),
  awaySeat: networkProcedure({ can: 'registration.cancel' })
    .input(SeatId)
    .query(({ ctx, input }) => awaySeatPage(ctx, input.seatId)),
  cancel: networkProcedure({ can: 'registration.cancel' })
    .input(SeatId)
    .mutation(({ ctx, input }) => cancelAway(ctx, input.seatId)),
  name: networkProcedure({ can: 'registration.cancel' })
    .input(SeatNaming)
    .mutation(({ ctx, input }) => nameAway(ctx, input)),
  answerOffer: networkProcedure({ can: 'registration.cancel' })
    .input(OfferAnswer)
    .mutation(({ ctx, input }) => answerAway(ctx, input)),
  page: networkProcedure({ can: 'registration.manage' })
    .input(TrainingId)
    .query(({ ctx, input }) => exchangePage(ctx, input.trainingId)),
  takeaways: networkProcedure({ can: 'takeaway.read' })
    .input(TrainingId)
    .query(({ ctx, input }) => takeawayPage(ctx, input.trainingId)),
  recordTakeaway: networkProcedure({ can: 'takeaway.record' })
    .input(Takeaway)
    .mutation(({ ctx, input }) => recordTakeaway(ctx, input)),
});

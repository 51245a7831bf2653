import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';
import { askForSupport, meetSupport, removeSupport } from './ask.server.ts';
import { openSeatSupport, openTrainingSupport } from './open.server.ts';
import { seatSupport, supportCounts, supportPeriod } from './queries.server.ts';
import { MetNeeds, NeedId, SeatSupport, SupportRequest } from './schema.ts';

export const supportRouter = router({
  period: networkProcedure({ can: 'support.ask' }).query(({ ctx }) => supportPeriod(ctx)),
  counts: networkProcedure({ can: 'support.read' })
    .input(TrainingId)
    .query(({ ctx, input }) => supportCounts(ctx, input.trainingId)),
  ofSeat: networkProcedure({ can: 'support.read' })
    .input(SeatSupport)
    .query(({ ctx, input }) => seatSupport(ctx, input.seatId)),
  /** A mutation: each reading leaves an entry. */
  openTraining: networkProcedure({ can: 'support.read' })
    .input(TrainingId)
    .mutation(({ ctx, input }) => openTrainingSupport(ctx, input.trainingId)),
  /** A mutation: each reading leaves an entry. */
  openSeat: networkProcedure({ can: 'support.read' })
    .input(SeatSupport)
    .mutation(({ ctx, input }) => openSeatSupport(ctx, input.seatId)),
  ask: networkProcedure({ can: 'support.ask' })
    .input(SupportRequest)
    .mutation(({ ctx, input }) => askForSupport(ctx, input)),
  remove: networkProcedure({ can: 'support.remove' })
    .input(NeedId)
    .mutation(({ ctx, input }) => removeSupport(ctx, input)),
  meet: networkProcedure({ can: 'support.meet' })
    .input(MetNeeds)
    .mutation(({ ctx, input }) => meetSupport(ctx, input)),
});

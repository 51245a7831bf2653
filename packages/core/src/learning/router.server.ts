import { networkProcedure, router } from '../trpc.server.ts';
import { learningOf, ownLearning } from './queries.server.ts';
import { LearningFilter } from './schema.ts';

export const learningRouter = router({
  own: networkProcedure({ can: 'certificate.read' }).query(({ ctx }) => ownLearning(ctx)),
  people: networkProcedure({ can: 'attendance.export' })
    .input(LearningFilter)
    .query(({ ctx, input }) => learningOf(ctx, input)),
});

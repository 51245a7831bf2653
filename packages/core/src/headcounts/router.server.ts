import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';
import { headCount, headCountReport, headCountTable } from './queries.server.ts';
import { recordHeadCount } from './record.server.ts';
import { HeadCount, HeadCountPeriod } from './schema.ts';

export const headCountsRouter = router({
  one: networkProcedure({ can: 'headcount.record' })
    .input(TrainingId)
    .query(({ ctx, input }) => headCount(ctx, input.trainingId)),
  record: networkProcedure({ can: 'headcount.record' })
    .input(HeadCount)
    .mutation(({ ctx, input }) => recordHeadCount(ctx, input)),
  report: networkProcedure({ can: 'headcount.report' })
    .input(HeadCountPeriod)
    .query(({ ctx, input }) => headCountReport(ctx, input)),
  table: networkProcedure({ can: 'headcount.export' })
    .input(HeadCountPeriod)
    .query(({ ctx, input }) => headCountTable(ctx, input)),
});

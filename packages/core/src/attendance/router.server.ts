import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';
import { markAttendance } from './mark.server.ts';
import { printedList, sheet } from './queries.server.ts';
import { ListRequest, Marks } from './schema.ts';

export const attendanceRouter = router({
  sheet: networkProcedure({ can: 'attendance.mark' })
    .input(TrainingId)
    .query(({ ctx, input }) => sheet(ctx, input.trainingId)),
  mark: networkProcedure({ can: 'attendance.mark' })
    .input(Marks)
    .mutation(({ ctx, input }) => markAttendance(ctx, input)),
  printedList: networkProcedure({ can: 'attendance.mark' })
    .input(ListRequest)
    .query(({ ctx, input }) => printedList(ctx, input)),
});

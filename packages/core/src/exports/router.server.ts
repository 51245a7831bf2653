import { z } from 'zod';
import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';
import {
  attendanceTable,
  institutionsTable,
  learningTable,
  membersTable,
  registrationsTable,
  takeawaysTable,
} from './export.server.ts';

export const exportsRouter = router({
  members: networkProcedure({ can: 'person.export' }).query(({ ctx }) => membersTable(ctx)),
  institutions: networkProcedure({ can: 'membership.export' }).query(({ ctx }) => institutionsTable(ctx)),
  registrations: networkProcedure({ can: 'registration.export' })
    .input(z.object({ trainingId: z.uuid().nullish() }))
    .query(({ ctx, input }) => registrationsTable(ctx, input.trainingId ?? null)),
  learning: networkProcedure({ can: 'attendance.export' }).query(({ ctx }) => learningTable(ctx)),
  attendance: networkProcedure({ can: 'attendance.export' })
    .input(TrainingId)
    .query(({ ctx, input }) => attendanceTable(ctx, input.trainingId)),
  takeaways: networkProcedure({ can: 'takeaway.export' })
    .input(TrainingId)
    .query(({ ctx, input }) => takeawaysTable(ctx, input.trainingId)),
});

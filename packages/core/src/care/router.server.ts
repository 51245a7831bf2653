import { networkProcedure, router } from '../trpc.server.ts';
import { concernForm, concernPage, concernSummary, listConcerns } from './concerns.server.ts';
import { moveConcern } from './move-concern.server.ts';
import { raiseConcern } from './raise-concern.server.ts';
import { saveEmergencyNumbers } from './save-numbers.server.ts';
import { ConcernId, ConcernMove, EmergencyNumbers, NewConcern } from './schema.ts';

export const concernsRouter = router({
  form: networkProcedure({ can: 'concern.raise' }).query(({ ctx }) => concernForm(ctx)),
  raise: networkProcedure({ can: 'concern.raise' })
    .input(NewConcern)
    .mutation(({ ctx, input }) => raiseConcern(ctx, input)),
  list: networkProcedure({ can: 'concern.read' }).query(({ ctx }) => listConcerns(ctx)),
  summary: networkProcedure({ can: 'concern.summary' }).query(({ ctx }) => concernSummary(ctx)),
  /** Each reading of a lead leaves an entry. */
  page: networkProcedure({ can: 'concern.read' })
    .input(ConcernId)
    .query(({ ctx, input }) => concernPage(ctx, input.concernId)),
  move: networkProcedure({ can: 'concern.move' })
    .input(ConcernMove)
    .mutation(({ ctx, input }) => moveConcern(ctx, input)),
  saveNumbers: networkProcedure({ can: 'network.edit' })
    .input(EmergencyNumbers)
    .mutation(({ ctx, input }) => saveEmergencyNumbers(ctx, input)),
});

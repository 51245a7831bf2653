import { networkProcedure, router } from '../trpc.server.ts';
import { cancelSupervision } from './cancel.server.ts';
import { changeSupervision } from './change.server.ts';
import {
  cancellablePage,
  listSupervision,
  nextMeeting,
  supervisionChoices,
  supervisionPage,
} from './pages.server.ts';
import { recordSupervision } from './record.server.ts';
import { ChangedSupervision, NewSupervision, SupervisionId } from './schema.ts';

export const supervisionRouter = router({
  list: networkProcedure({ can: 'supervision.read' }).query(({ ctx }) => listSupervision(ctx)),
  /** Each reading of what it was about leaves an entry. */
  page: networkProcedure({ can: 'supervision.read' })
    .input(SupervisionId)
    .query(({ ctx, input }) => supervisionPage(ctx, input.supervisionId)),
  next: networkProcedure({ can: 'supervision.read' }).query(({ ctx }) => nextMeeting(ctx)),
  cancellable: networkProcedure({ can: 'supervision.plan' })
    .input(SupervisionId)
    .query(({ ctx, input }) => cancellablePage(ctx, input.supervisionId)),
  choices: networkProcedure({ can: 'supervision.plan' }).query(({ ctx }) => supervisionChoices(ctx)),
  record: networkProcedure({ can: 'supervision.plan' })
    .input(NewSupervision)
    .mutation(({ ctx, input }) => recordSupervision(ctx, input)),
  change: networkProcedure({ can: 'supervision.write' })
    .input(ChangedSupervision)
    .mutation(({ ctx, input }) => changeSupervision(ctx, input)),
  cancel: networkProcedure({ can: 'supervision.plan' })
    .input(SupervisionId)
    .mutation(({ ctx, input }) => cancelSupervision(ctx, input.supervisionId)),
});

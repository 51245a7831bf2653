import { networkProcedure, router } from '../trpc.server.ts';
import { readEvidenceNote, recordPrerequisite, withdrawRecord } from './record.server.ts';
import { kinds, lapsing, requireKind, retireKind } from './require.server.ts';
import { KindId, NewKind, NewRecord, RecordId } from './schema.ts';

export const prerequisitesRouter = router({
  kinds: networkProcedure({ can: 'person.edit' }).query(({ ctx }) => kinds(ctx)),
  lapsing: networkProcedure({ can: 'person.edit' }).query(({ ctx }) => lapsing(ctx)),
  require: networkProcedure({ can: 'person.require' })
    .input(NewKind)
    .mutation(({ ctx, input }) => requireKind(ctx, input)),
  retire: networkProcedure({ can: 'person.require' })
    .input(KindId)
    .mutation(({ ctx, input }) => retireKind(ctx, input.kindId)),
  record: networkProcedure({ can: 'person.edit' })
    .input(NewRecord)
    .mutation(({ ctx, input }) => recordPrerequisite(ctx, input)),
  withdraw: networkProcedure({ can: 'person.edit' })
    .input(RecordId)
    .mutation(({ ctx, input }) => withdrawRecord(ctx, input.recordId)),
  note: networkProcedure({ can: 'person.require' })
    .input(RecordId)
    .query(({ ctx, input }) => readEvidenceNote(ctx, input.recordId)),
});

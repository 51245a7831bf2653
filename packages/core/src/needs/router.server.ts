import { personProcedure, router } from '../trpc.server.ts';
import { needs } from './needs.server.ts';

export const needsRouter = router({
  /** What waits for the reader, in all their networks. */
  own: personProcedure.query(({ ctx }) => needs(ctx)),
});

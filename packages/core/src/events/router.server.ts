import { z } from 'zod';
import { networkProcedure, router } from '../trpc.server.ts';
import { history } from './queries.server.ts';

export const eventsRouter = router({
  history: networkProcedure({ can: 'audit.read' })
    .input(z.object({ before: z.uuid().nullish() }))
    .query(({ ctx, input }) => history(ctx, input.before ?? null)),
});

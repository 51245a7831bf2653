import { networkProcedure, router } from '../trpc.server.ts';
import { registerOf } from './queries.server.ts';
import { RegisterPage } from './schema.ts';

export const registerRouter = router({
  page: networkProcedure({ can: 'headcount.report' })
    .input(RegisterPage)
    .query(({ ctx, input }) => registerOf(ctx, input)),
});

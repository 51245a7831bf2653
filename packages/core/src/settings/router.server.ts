import { networkProcedure, router } from '../trpc.server.ts';
import { resetSetting, saveModules, saveRules } from './change.server.ts';
import { settingsPage } from './queries.server.ts';
import { ModuleChoice, Reset, Rules } from './schema.ts';

export const settingsRouter = router({
  page: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => settingsPage(ctx)),
  saveRules: networkProcedure({ can: 'network.edit' })
    .input(Rules)
    .mutation(({ ctx, input }) => saveRules(ctx, input)),
  saveModules: networkProcedure({ can: 'network.edit' })
    .input(ModuleChoice)
    .mutation(({ ctx, input }) => saveModules(ctx, input)),
  reset: networkProcedure({ can: 'network.edit' })
    .input(Reset)
    .mutation(({ ctx, input }) => resetSetting(ctx, input)),
});

import { networkProcedure, router } from '../trpc.server.ts';
import { askForCheck, linksOf, usesOfAddress } from './queries.server.ts';
import { replaceLink, undoReplacement } from './replace.server.ts';
import { NewAddress, OldAddress, ReplacementId } from './schema.ts';

export const linksRouter = router({
  list: networkProcedure({ can: 'resource.decide' }).query(({ ctx }) => linksOf(ctx)),
  uses: networkProcedure({ can: 'resource.decide' })
    .input(OldAddress)
    .query(({ ctx, input }) => usesOfAddress(ctx, input)),
  check: networkProcedure({ can: 'resource.decide' }).mutation(({ ctx }) => askForCheck(ctx)),
  replace: networkProcedure({ can: 'resource.decide' })
    .input(NewAddress)
    .mutation(({ ctx, input }) => replaceLink(ctx, input)),
  undo: networkProcedure({ can: 'resource.decide' })
    .input(ReplacementId)
    .mutation(({ ctx, input }) => undoReplacement(ctx, input)),
});

import { answerLink, changeLink, partners, proposeLink, revokeLink } from '../networks/links.server.ts';
import { LinkAnswer, LinkChange, LinkProposal, Partner } from '../networks/schema.ts';
import { networkProcedure, router } from '../trpc.server.ts';

export const partnersRouter = router({
  list: networkProcedure({ can: 'network.share' }).query(({ ctx }) => partners(ctx)),
  propose: networkProcedure({ can: 'network.share' })
    .input(LinkProposal)
    .mutation(({ ctx, input }) => proposeLink(ctx, input)),
  answer: networkProcedure({ can: 'network.share' })
    .input(LinkAnswer)
    .mutation(({ ctx, input }) => answerLink(ctx, input)),
  change: networkProcedure({ can: 'network.share' })
    .input(LinkChange)
    .mutation(({ ctx, input }) => changeLink(ctx, input)),
  revoke: networkProcedure({ can: 'network.share' })
    .input(Partner)
    .mutation(({ ctx, input }) => revokeLink(ctx, input.partner)),
});

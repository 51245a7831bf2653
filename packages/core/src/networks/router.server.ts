import { anyoneProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { NetworkList, NetworkPageAnswer } from './answers.ts';
import { networkPage, publicTree, shell } from './queries.server.ts';

export const networksRouter = router({
  publicTree: anyoneProcedure
    .meta({
      permission: 'anyone',
      openapi: { method: 'GET', path: '/networks', summary: 'All public networks' },
    })
    .output(NetworkList)
    .query(({ ctx }) => publicTree(ctx)),
  shell: visitorProcedure.query(({ ctx }) => shell(ctx)),
  page: visitorProcedure
    .meta({
      permission: 'visitor',
      openapi: { method: 'GET', path: '/networks/{network}', summary: 'One network' },
    })
    .output(NetworkPageAnswer)
    .query(({ ctx }) => networkPage(ctx)),
});

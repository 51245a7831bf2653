import { z } from 'zod';
import { router, visitorProcedure } from '../trpc.server.ts';
import { listInstitutions } from './queries.server.ts';
import { DirectoryFilter } from './schema.ts';

const InstitutionList = z.object({
  institutions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      otherNames: z.array(z.string()),
      kind: z.string(),
      locality: z.string(),
      county: z.string(),
      country: z.string(),
      website: z.string(),
      role: z.string(),
      track: z.string(),
    }),
  ),
});

export const institutionsRouter = router({
  list: visitorProcedure
    .meta({
      permission: 'visitor',
      openapi: {
        method: 'GET',
        path: '/networks/{network}/institutions',
        summary: 'The institutions of a network',
      },
    })
    .input(DirectoryFilter)
    .output(InstitutionList)
    .query(({ ctx, input }) => listInstitutions(ctx, input)),
});

import { failedEvents, retryEvent } from '@tessera/db/events.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { z } from 'zod';
import { DomainError } from '../errors.ts';
import type { EventKind } from '../events/record.server.ts';
import { Email } from '../identity/schema.ts';
import { lockAccount, unlockAccount } from '../members/accounts.server.ts';
import { operatorProcedure, router } from '../trpc.server.ts';

export const operatorRouter = router({
  /** Dead jobs of every network: what kind, where, when and why; never what they are about. */
  failedJobs: operatorProcedure.query(async () => {
    const jobs = await inScope({ door: 'platform' }, (tx) => tx.run(failedEvents()));
    return { jobs: jobs.map((job) => ({ ...job, kind: job.kind as EventKind })) };
  }),
  /** Opens a dead job again; the relay takes it as new. */
  retryJob: operatorProcedure.input(z.object({ eventId: z.uuid() })).mutation(async ({ input }) => {
    const [retried] = await inScope({ door: 'platform' }, (tx) => tx.run(retryEvent(input.eventId)));
    if (!retried?.networkId) throw new DomainError('not_found');
  }),
  lockAccount: operatorProcedure
    .input(z.object({ email: Email }))
    .mutation(({ ctx, input }) => lockAccount(ctx, input.email)),
  unlockAccount: operatorProcedure
    .input(z.object({ email: Email }))
    .mutation(({ ctx, input }) => unlockAccount(ctx, input.email)),
});

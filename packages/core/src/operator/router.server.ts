import { failedEvents, retryEvent } from '@tessera/db/events.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { z } from 'zod';
import { DomainError } from '../errors.ts';
import type { EventKind } from '../events/record.server.ts';
import { Email } from '../identity/schema.ts';
import { lockAccount, unlockAccount } from '../members/accounts.server.ts';
import { offeredSources } from '../patterns/sides.server.ts';
import { removeSecondStep } from '../second-step/remove.server.ts';
import { SecondStepRemoval } from '../second-step/schema.ts';
import { operatorProcedure, router } from '../trpc.server.ts';
import { found, switchNetwork } from './found.server.ts';
import { health, operatorList } from './queries.server.ts';
import { Founding, NetworkSwitch } from './schema.ts';

export const operatorRouter = router({
  /** Every network with its counts; figures about people below five are not given out. */
  networks: operatorProcedure.query(({ ctx }) => operatorList(ctx)),
  health: operatorProcedure.query(({ ctx }) => health(ctx)),
  /** The networks that offer themselves as a pattern; of what they have an operator sees nothing. */
  patterns: operatorProcedure.query(async ({ ctx }) => ({ patterns: await offeredSources(ctx.language) })),
  found: operatorProcedure.input(Founding).mutation(({ ctx, input }) => found(ctx, input)),
  switch: operatorProcedure.input(NetworkSwitch).mutation(({ ctx, input }) => switchNetwork(ctx, input)),
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
  removeSecondStep: operatorProcedure
    .input(SecondStepRemoval)
    .mutation(({ ctx, input }) => removeSecondStep(ctx, input)),
  unlockAccount: operatorProcedure
    .input(z.object({ email: Email }))
    .mutation(({ ctx, input }) => unlockAccount(ctx, input.email)),
});

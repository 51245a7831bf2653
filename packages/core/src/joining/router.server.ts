import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { admitApplicant } from './admit.server.ts';
import { askToJoin, joiningPage } from './ask.server.ts';
import { confirmApplication, confirmationPage } from './confirm.server.ts';
import { declineApplication } from './decline.server.ts';
import { listApplications, readApplication } from './queries.server.ts';
import { reviewApplication } from './review.server.ts';
import {
  Admission,
  Application,
  ApplicationFilter,
  ApplicationId,
  ApplicationLink,
  Refusal,
} from './schema.ts';

export const joiningRouter = router({
  page: visitorProcedure.meta({ notForPrograms: 'page' }).query(({ ctx }) => joiningPage(ctx)),
  ask: visitorProcedure.input(Application).mutation(({ ctx, input }) => askToJoin(ctx, input)),
  confirmation: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(ApplicationLink)
    .query(({ ctx, input }) => confirmationPage(ctx, input)),
  confirm: visitorProcedure
    .input(ApplicationLink)
    .mutation(({ ctx, input }) => confirmApplication(ctx, input)),
  list: networkProcedure({ can: 'membership.move' })
    .input(ApplicationFilter)
    .query(({ ctx, input }) => listApplications(ctx, input)),
  application: networkProcedure({ can: 'membership.move' })
    .input(ApplicationId)
    .query(({ ctx, input }) => readApplication(ctx, input.applicationId)),
  review: networkProcedure({ can: 'membership.move' })
    .input(ApplicationId)
    .mutation(({ ctx, input }) => reviewApplication(ctx, input.applicationId)),
  admit: networkProcedure({ can: 'membership.move' })
    .input(Admission)
    .mutation(({ ctx, input }) => admitApplicant(ctx, input)),
  decline: networkProcedure({ can: 'membership.move' })
    .input(Refusal)
    .mutation(({ ctx, input }) => declineApplication(ctx, input)),
});

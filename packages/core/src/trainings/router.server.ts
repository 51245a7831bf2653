import { institutionsFor } from '../institutions/queries.server.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { CatalogueAnswer, TrainingAnswer } from './answers.ts';
import { copyTraining } from './copy.server.ts';
import {
  changeCapacity,
  createTraining,
  editTraining,
  reviseProposal,
  trainingDefaults,
} from './edit.server.ts';
import { joinLink } from './join.server.ts';
import { moveOn } from './move.server.ts';
import { postponeTraining } from './postpone.server.ts';
import {
  calendarEntries,
  catalogue,
  manageTraining,
  nextTrainings,
  trainingPage,
  trainingWithSeats,
} from './queries.server.ts';
import {
  CalendarRange,
  Cancellation,
  CapacityChange,
  CatalogueFilter,
  Copy,
  Move,
  NewTraining,
  Postponement,
  SendingBack,
  Sharing,
  TrainingDetails,
  TrainingEdit,
  TrainingId,
} from './schema.ts';
import { sendBack } from './send-back.server.ts';
import { revokeShare, shareTraining, sharingOf } from './share.server.ts';

export const trainingsRouter = router({
  catalogue: visitorProcedure
    .meta({
      permission: 'visitor',
      openapi: { method: 'GET', path: '/networks/{network}/trainings', summary: 'Trainings of a network' },
    })
    .input(CatalogueFilter)
    .output(CatalogueAnswer)
    .query(({ ctx, input }) => catalogue(ctx, input)),
  next: visitorProcedure.meta({ notForPrograms: 'page' }).query(({ ctx }) => nextTrainings(ctx)),
  page: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(TrainingId)
    .query(({ ctx, input }) => trainingPage(ctx, input.trainingId)),
  pageWithSeats: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(TrainingId)
    .query(({ ctx, input }) => trainingWithSeats(ctx, input.trainingId)),
  publicPage: visitorProcedure
    .meta({
      permission: 'visitor',
      openapi: { method: 'GET', path: '/networks/{network}/trainings/{trainingId}', summary: 'One training' },
    })
    .input(TrainingId)
    .output(TrainingAnswer)
    .query(({ ctx, input }) => trainingPage(ctx, input.trainingId)),
  joinLink: networkProcedure({ can: 'training.read' })
    .input(TrainingId)
    .query(({ ctx, input }) => joinLink(ctx, input.trainingId)),
  calendar: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(CalendarRange)
    .query(({ ctx, input }) => calendarEntries(ctx, input.from, input.to, input.trainingId ?? null)),
  registrationInstitutions: networkProcedure({ can: 'registration.create' }).query(({ ctx }) =>
    institutionsFor(ctx, 'registration.create'),
  ),
  manage: networkProcedure({ can: 'registration.manage' })
    .input(TrainingId)
    .query(({ ctx, input }) => manageTraining(ctx, input.trainingId)),
  defaults: networkProcedure({ can: 'training.propose' })
    .input(TrainingDetails.pick({ kind: true }))
    .query(({ ctx, input }) => trainingDefaults(ctx.network, input.kind)),
  create: networkProcedure({ can: 'training.propose' })
    .input(NewTraining)
    .mutation(({ ctx, input }) => createTraining(ctx, input)),
  edit: networkProcedure({ can: 'training.edit' })
    .input(TrainingEdit)
    .mutation(({ ctx, input }) => editTraining(ctx, input)),
  changeCapacity: networkProcedure({ can: 'training.publish' })
    .input(CapacityChange)
    .mutation(({ ctx, input }) => changeCapacity(ctx, input)),
  move: networkProcedure({ can: 'training.publish' })
    .input(Move)
    .mutation(({ ctx, input }) => moveOn(ctx, input)),
  copy: networkProcedure({ can: 'training.publish' })
    .input(Copy)
    .mutation(({ ctx, input }) => copyTraining(ctx, input)),
  postpone: networkProcedure({ can: 'training.publish' })
    .input(Postponement)
    .mutation(({ ctx, input }) => postponeTraining(ctx, input)),
  sendBack: networkProcedure({ can: 'training.publish' })
    .input(SendingBack)
    .mutation(({ ctx, input }) => sendBack(ctx, input)),
  revise: networkProcedure({ can: 'training.propose' })
    .input(TrainingEdit)
    .mutation(({ ctx, input }) => reviseProposal(ctx, input)),
  cancel: networkProcedure({ can: 'training.publish' })
    .input(Cancellation)
    .mutation(({ ctx, input }) => moveOn(ctx, { ...input, move: 'cancel' })),
  sharing: networkProcedure({ can: 'network.share' })
    .input(TrainingId)
    .query(({ ctx, input }) => sharingOf(ctx, input.trainingId)),
  share: networkProcedure({ can: 'network.share' })
    .input(Sharing)
    .mutation(({ ctx, input }) => shareTraining(ctx, input)),
  revokeShare: networkProcedure({ can: 'network.share' })
    .input(Sharing)
    .mutation(({ ctx, input }) => revokeShare(ctx, input)),
  feed: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .query(({ ctx }) =>
      calendarEntries(
        ctx,
        new Date(ctx.now.getTime() - 365 * 86_400_000),
        new Date(ctx.now.getTime() + 730 * 86_400_000),
      ),
    ),
});

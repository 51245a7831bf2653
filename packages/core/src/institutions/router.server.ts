import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { InstitutionAnswer, InstitutionList } from './answers.ts';
import { createInstitution, editInstitution, moveCard } from './cards.server.ts';
import { addInstitution, editMembership, moveMembership } from './memberships.server.ts';
import { mergeInstitutions, previewMerge } from './merge.server.ts';
import { institutionOptions, listInstitutions, readInstitution, searchRegister } from './queries.server.ts';
import {
  AddedInstitution,
  CardMoving,
  CreatedInstitution,
  DirectoryFilter,
  EditedInstitution,
  EditedMembership,
  InstitutionId,
  MembershipMoving,
  Merge,
  MergePair,
  RegisterQuery,
} from './schema.ts';

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
  publicPage: visitorProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/networks/{network}/institutions/{institutionId}',
        summary: 'One institution of a network',
      },
    })
    .input(InstitutionId)
    .output(InstitutionAnswer)
    .query(({ ctx, input }) => readInstitution(ctx, input.institutionId)),
  page: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(InstitutionId)
    .query(({ ctx, input }) => readInstitution(ctx, input.institutionId)),
  options: networkProcedure({ can: 'institution.edit' }).query(({ ctx }) => institutionOptions(ctx)),
  register: networkProcedure({ can: 'institution.create' })
    .input(RegisterQuery)
    .query(({ ctx, input }) => searchRegister(ctx, input.q)),
  create: networkProcedure({ can: 'institution.create' })
    .input(CreatedInstitution)
    .mutation(({ ctx, input }) => createInstitution(ctx, input)),
  add: networkProcedure({ can: 'institution.create' })
    .input(AddedInstitution)
    .mutation(({ ctx, input }) => addInstitution(ctx, input)),
  edit: networkProcedure({ can: 'institution.edit' })
    .input(EditedInstitution)
    .mutation(({ ctx, input }) => editInstitution(ctx, input)),
  moveCard: networkProcedure({ can: 'institution.verify' })
    .input(CardMoving)
    .mutation(({ ctx, input }) => moveCard(ctx, input)),
  editMembership: networkProcedure({ can: 'membership.edit' })
    .input(EditedMembership)
    .mutation(({ ctx, input }) => editMembership(ctx, input)),
  moveMembership: networkProcedure({ can: 'membership.move' })
    .input(MembershipMoving)
    .mutation(({ ctx, input }) => moveMembership(ctx, input)),
  mergePreview: networkProcedure({ can: 'institution.merge' })
    .input(MergePair)
    .query(({ ctx, input }) => previewMerge(ctx, input)),
  merge: networkProcedure({ can: 'institution.merge' })
    .input(Merge)
    .mutation(({ ctx, input }) => mergeInstitutions(ctx, input)),
});

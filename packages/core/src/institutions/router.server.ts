import { z } from 'zod';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
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

const InstitutionList = z.object({
  total: z.number().describe('All that match, on every page'),
  isAlike: z.boolean().describe('Nothing is spelled like the query; these names are similar'),
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
      languages: z.array(z.string()),
      cardState: z.string(),
      role: z.string(),
      track: z.string(),
      state: z.string(),
    }),
  ),
  places: z.array(
    z.object({
      locality: z.string(),
      county: z.string(),
      latitude: z.number(),
      longitude: z.number(),
      count: z.number(),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  ground: z.object({
    extent: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .nullable()
      .describe('West, south, east and north of the institutions in the country of the network, else of all'),
    countries: z.array(z.string()),
  }),
  choices: z.object({
    kinds: z.array(z.string()),
    counties: z.array(z.string()),
    languages: z.array(z.string()),
  }),
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
  page: visitorProcedure
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

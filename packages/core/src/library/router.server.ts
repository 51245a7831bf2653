import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { LibraryAnswer, ResourceAnswer } from './answers.ts';
import { keepFile } from './keep-file.server.ts';
import { makeOwn } from './make.server.ts';
import { moveResource } from './move.server.ts';
import { fileOfResource, library, previewOfFile, resource, resourceForm } from './queries.server.ts';
import { reviseResource } from './revise.server.ts';
import {
  Adoption,
  LibrarySearch,
  Making,
  NewFile,
  ReadFile,
  ReadPreview,
  ReadResource,
  ResourceFields,
  ResourceId,
  ResourceShare,
  ResourceStep,
  ResourceUnshare,
  Revision,
} from './schema.ts';
import { reportAdoption, shareResource, sharingOf, unshareResource } from './share.server.ts';
import { createResource, editResource } from './write.server.ts';

export const libraryRouter = router({
  publicList: visitorProcedure
    .meta({
      openapi: { method: 'GET', path: '/networks/{network}/library', summary: 'Resources of a library' },
    })
    .input(LibrarySearch)
    .output(LibraryAnswer)
    .query(({ ctx, input }) => library(ctx, input)),
  publicOne: visitorProcedure
    .meta({
      openapi: { method: 'GET', path: '/networks/{network}/library/{resourceId}', summary: 'One resource' },
    })
    .input(ReadResource)
    .output(ResourceAnswer)
    .query(({ ctx, input }) => resource(ctx, input)),
  list: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(LibrarySearch)
    .query(({ ctx, input }) => library(ctx, input)),
  one: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(ReadResource)
    .query(({ ctx, input }) => resource(ctx, input)),
  file: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(ReadFile)
    .query(({ ctx, input }) => fileOfResource(ctx, input)),
  preview: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(ReadPreview)
    .query(({ ctx, input }) => previewOfFile(ctx, input)),
  form: networkProcedure({ can: 'resource.create' }).query(({ ctx }) => resourceForm(ctx)),
  create: networkProcedure({ can: 'resource.create' })
    .input(ResourceFields)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => createResource(ctx, fields)),
  edit: networkProcedure({ can: 'resource.create' })
    .input(ResourceFields.extend(ResourceId.shape))
    .mutation(({ ctx, input: { network: _network, resourceId, ...fields } }) =>
      editResource(ctx, resourceId, fields),
    ),
  keepFile: networkProcedure({ can: 'resource.create' })
    .input(NewFile)
    .mutation(({ ctx, input }) => keepFile(ctx, input)),
  revise: networkProcedure({ can: 'resource.create' })
    .input(Revision)
    .mutation(({ ctx, input: { network: _network, ...wish } }) => reviseResource(ctx, wish)),
  move: networkProcedure({ can: 'resource.create' })
    .input(ResourceStep)
    .mutation(({ ctx, input }) => moveResource(ctx, input)),

  sharing: networkProcedure({ can: 'resource.decide' })
    .input(ResourceId)
    .query(({ ctx, input }) => sharingOf(ctx, input.resourceId)),
  share: networkProcedure({ can: 'resource.decide' })
    .input(ResourceShare)
    .mutation(({ ctx, input }) => shareResource(ctx, input)),
  unshare: networkProcedure({ can: 'resource.decide' })
    .input(ResourceUnshare)
    .mutation(({ ctx, input }) => unshareResource(ctx, input)),
  report: networkProcedure({ can: 'resource.decide' })
    .input(Adoption)
    .mutation(({ ctx, input }) => reportAdoption(ctx, input)),
  make: networkProcedure({ can: 'resource.create' })
    .input(Making)
    .mutation(({ ctx, input }) => makeOwn(ctx, input)),
});

import { networkProcedure, router } from '../trpc.server.ts';
import { importHead, importPage, listImports, wrongRows } from './queries.server.ts';
import { Columns, ImportId, Start, Upload } from './schema.ts';
import { chooseColumns, resumeImport, startImport } from './steps.server.ts';
import { undoImport } from './undo.server.ts';
import { uploadImport } from './upload.server.ts';

const importing = networkProcedure({ can: 'person.import' });

export const importsRouter = router({
  list: importing.query(({ ctx }) => listImports(ctx)),
  upload: importing.input(Upload).mutation(({ ctx, input }) => uploadImport(ctx, input)),
  one: importing.input(ImportId).query(({ ctx, input }) => importPage(ctx, input.importId)),
  head: importing.input(ImportId).query(({ ctx, input }) => importHead(ctx, input.importId)),
  chooseColumns: importing.input(Columns).mutation(({ ctx, input }) => chooseColumns(ctx, input)),
  start: importing.input(Start).mutation(({ ctx, input }) => startImport(ctx, input)),
  resume: importing.input(ImportId).mutation(({ ctx, input }) => resumeImport(ctx, input.importId)),
  wrongRows: importing.input(ImportId).query(({ ctx, input }) => wrongRows(ctx, input.importId)),
  undo: importing.input(ImportId).mutation(({ ctx, input }) => undoImport(ctx, input.importId)),
});

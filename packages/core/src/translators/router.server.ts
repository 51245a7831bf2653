import { networkProcedure, router } from '../trpc.server.ts';
import { checkFile } from './check.server.ts';
import { keepTranslationFile } from './keep.server.ts';
import { translationFile, translationFiles } from './out.server.ts';
import { LanguagePair, NewTranslationFile, TranslationFileId } from './schema.ts';
import { takeFile } from './take.server.ts';

const translating = networkProcedure({ can: 'translation.write' });

export const translatorsRouter = router({
  files: translating.query(({ ctx }) => translationFiles(ctx)),
  file: translating.input(LanguagePair).query(({ ctx, input }) => translationFile(ctx, input)),
  keepFile: translating
    .input(NewTranslationFile)
    .mutation(({ ctx, input }) => keepTranslationFile(ctx, input)),
  checkFile: translating.input(TranslationFileId).query(({ ctx, input }) => checkFile(ctx, input)),
  takeFile: translating.input(TranslationFileId).mutation(({ ctx, input }) => takeFile(ctx, input)),
});

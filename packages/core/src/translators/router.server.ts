import { networkProcedure, router } from '../trpc.server.ts';
import { checkFile } from './check.server.ts';
import { keepTranslationFile } from './keep.server.ts';
import { askMachine } from './machine/ask.server.ts';
import { machinePage } from './machine/page.server.ts';
import { saveMachineRules } from './machine/save.server.ts';
import { translationFile, translationFiles } from './out.server.ts';
import { LanguagePair, MachineRules, MachineWish, NewTranslationFile, TranslationFileId } from './schema.ts';
import { takeFile } from './take.server.ts';

const translating = networkProcedure({ can: 'translation.write' });
const ordering = networkProcedure({ can: 'network.edit' });

export const translatorsRouter = router({
  files: translating.query(({ ctx }) => translationFiles(ctx)),
  file: translating.input(LanguagePair).query(({ ctx, input }) => translationFile(ctx, input)),
  keepFile: translating
    .input(NewTranslationFile)
    .mutation(({ ctx, input }) => keepTranslationFile(ctx, input)),
  checkFile: translating.input(TranslationFileId).query(({ ctx, input }) => checkFile(ctx, input)),
  takeFile: translating.input(TranslationFileId).mutation(({ ctx, input }) => takeFile(ctx, input)),
  machine: ordering.query(({ ctx }) => machinePage(ctx)),
  askMachine: ordering.input(MachineWish).mutation(({ ctx, input }) => askMachine(ctx, input)),
  saveMachineRules: ordering.input(MachineRules).mutation(({ ctx, input }) => saveMachineRules(ctx, input)),
});

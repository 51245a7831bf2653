import { networkProcedure, router } from '../trpc.server.ts';
import { languageLevelsOf, saveLevels } from './levels.server.ts';
import { nextText, translations, translationTable } from './list.server.ts';
import {
  DraftPlace,
  LevelChoice,
  NextText,
  TextPlace,
  TextWriting,
  TranslationSearch,
  TreeChoice,
} from './schema.ts';
import { discardDraft, translation, writeText } from './text.server.ts';
import { languageTree, saveTree } from './tree.server.ts';

export const translationsRouter = router({
  list: networkProcedure({ can: 'translation.read' })
    .input(TranslationSearch)
    .query(({ ctx, input }) => translations(ctx, input)),
  table: networkProcedure({ can: 'translation.read' })
    .input(TranslationSearch)
    .query(({ ctx, input }) => translationTable(ctx, input)),
  next: networkProcedure({ can: 'translation.write' })
    .input(NextText)
    .query(({ ctx, input }) => nextText(ctx, input)),
  one: networkProcedure({ can: 'translation.read' })
    .input(TextPlace)
    .query(({ ctx, input }) => translation(ctx, input)),
  write: networkProcedure({ can: 'translation.write' })
    .input(TextWriting)
    .mutation(({ ctx, input: { network: _network, kind, objectId, ...given } }) =>
      writeText(ctx, { ...given, kind, id: objectId, origin: 'human' }),
    ),
  discard: networkProcedure({ can: 'translation.write' })
    .input(DraftPlace)
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
  tree: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => languageTree(ctx)),
  saveTree: networkProcedure({ can: 'network.edit' })
    .input(TreeChoice)
    .mutation(({ ctx, input }) => saveTree(ctx, input)),
  levels: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => languageLevelsOf(ctx)),
  saveLevels: networkProcedure({ can: 'network.edit' })
    .input(LevelChoice)
    .mutation(({ ctx, input }) => saveLevels(ctx, input)),
});

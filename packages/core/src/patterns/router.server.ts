import { networkProcedure, router } from '../trpc.server.ts';
import { offerPattern } from './offer.server.ts';
import { patternChoices, patternPage, patternRun } from './queries.server.ts';
import { PatternOffer, PatternRunId, PatternSource, PatternStart, PatternWording } from './schema.ts';
import { resumePattern, startPattern } from './start.server.ts';
import { takeWording } from './take-wording.server.ts';
import { undoPattern } from './undo.server.ts';

const keeping = networkProcedure({ can: 'network.edit' });

export const patternsRouter = router({
  page: keeping.query(({ ctx }) => patternPage(ctx)),
  choices: keeping.input(PatternSource).query(({ ctx, input }) => patternChoices(ctx, input.like)),
  one: keeping.input(PatternRunId).query(({ ctx, input }) => patternRun(ctx, input.runId)),
  offer: keeping.input(PatternOffer).mutation(({ ctx, input }) => offerPattern(ctx, input.isOffered)),
  start: keeping.input(PatternStart).mutation(({ ctx, input }) => startPattern(ctx, input)),
  resume: keeping.input(PatternRunId).mutation(({ ctx, input }) => resumePattern(ctx, input.runId)),
  undo: keeping.input(PatternRunId).mutation(({ ctx, input }) => undoPattern(ctx, input.runId)),
  /** A wording that came along becomes what people are asked. */
  takeWording: networkProcedure({ can: 'privacy.manage' })
    .input(PatternWording)
    .mutation(({ ctx, input }) => takeWording(ctx, input)),
});

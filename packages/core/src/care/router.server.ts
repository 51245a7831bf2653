import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { askableRelations, careBoard } from './board.server.ts';
import { concernForm, concernPage, concernSummary, listConcerns } from './concerns.server.ts';
import { answerFlag, askFlag } from './flags.server.ts';
import { moveConcern } from './move-concern.server.ts';
import { muteStep } from './mute.server.ts';
import { raiseConcern } from './raise-concern.server.ts';
import { saveEmergencyNumbers } from './save-numbers.server.ts';
import {
  CaredProgramme,
  ConcernId,
  ConcernMove,
  EmergencyNumbers,
  FlagWord,
  Mute,
  NewConcern,
  NewFlag,
  SurveyLink,
  SurveyWord,
  ThresholdFields,
} from './schema.ts';
import { answerSurvey, surveyPage } from './survey.server.ts';
import { programmeThresholds, setThresholds } from './thresholds.server.ts';

export const concernsRouter = router({
  form: networkProcedure({ can: 'concern.raise' }).query(({ ctx }) => concernForm(ctx)),
  raise: networkProcedure({ can: 'concern.raise' })
    .input(NewConcern)
    .mutation(({ ctx, input }) => raiseConcern(ctx, input)),
  list: networkProcedure({ can: 'concern.read' }).query(({ ctx }) => listConcerns(ctx)),
  summary: networkProcedure({ can: 'concern.summary' }).query(({ ctx }) => concernSummary(ctx)),
  /** Each reading of a lead leaves an entry. */
  page: networkProcedure({ can: 'concern.read' })
    .input(ConcernId)
    .query(({ ctx, input }) => concernPage(ctx, input.concernId)),
  move: networkProcedure({ can: 'concern.move' })
    .input(ConcernMove)
    .mutation(({ ctx, input }) => moveConcern(ctx, input)),
  saveNumbers: networkProcedure({ can: 'network.edit' })
    .input(EmergencyNumbers)
    .mutation(({ ctx, input }) => saveEmergencyNumbers(ctx, input)),
});

export const careRouter = router({
  board: networkProcedure({ can: 'care.read' }).query(({ ctx }) => careBoard(ctx)),
  askable: networkProcedure({ can: 'care.ask' }).query(({ ctx }) => askableRelations(ctx)),
  ask: networkProcedure({ can: 'care.ask' })
    .input(NewFlag)
    .mutation(({ ctx, input }) => askFlag(ctx, input)),
  answer: networkProcedure({ can: 'care.answer' })
    .input(FlagWord)
    .mutation(({ ctx, input }) => answerFlag(ctx, input)),
  surveyPage: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SurveyLink)
    .query(({ ctx, input }) => surveyPage(ctx, input)),
  answerSurvey: visitorProcedure.input(SurveyWord).mutation(({ ctx, input }) => answerSurvey(ctx, input)),
  mute: networkProcedure({ can: 'care.manage' })
    .input(Mute)
    .mutation(({ ctx, input }) => muteStep(ctx, input)),
  thresholds: networkProcedure({ can: 'care.manage' })
    .input(CaredProgramme)
    .query(({ ctx, input }) => programmeThresholds(ctx, input.programmeId)),
  setThresholds: networkProcedure({ can: 'care.manage' })
    .input(ThresholdFields)
    .mutation(({ ctx, input }) => setThresholds(ctx, input)),
});

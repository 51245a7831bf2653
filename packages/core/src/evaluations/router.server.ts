import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { answer, ownQuestionnaires, readQuestionnaire } from './answer.server.ts';
import { closeByHand } from './close.server.ts';
import { forms, saveForm } from './forms.server.ts';
import { saveEvaluationRules, savePlan } from './plan.server.ts';
import { evaluationSummary, evaluationTable, trainingEvaluation } from './results.server.ts';
import {
  EvaluationAnswers,
  EvaluationForm,
  EvaluationLink,
  EvaluationPlan,
  EvaluationRules,
  EvaluationStageInput,
  SummaryFilter,
} from './schema.ts';

export const evaluationsRouter = router({
  questionnaire: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(EvaluationLink)
    .query(({ ctx, input }) => readQuestionnaire(ctx, input)),
  answer: visitorProcedure.input(EvaluationAnswers).mutation(({ ctx, input }) => answer(ctx, input)),
  mine: networkProcedure({ can: 'registration.read' }).query(({ ctx }) => ownQuestionnaires(ctx)),
  ofTraining: networkProcedure({ can: 'evaluation.results' })
    .input(TrainingId)
    .query(({ ctx, input }) => trainingEvaluation(ctx, input.trainingId)),
  table: networkProcedure({ can: 'evaluation.export' })
    .input(TrainingId)
    .query(({ ctx, input }) => evaluationTable(ctx, input.trainingId)),
  summary: networkProcedure({ can: 'evaluation.summary' })
    .input(SummaryFilter)
    .query(({ ctx, input }) => evaluationSummary(ctx, input)),
  plan: networkProcedure({ can: 'evaluation.plan' })
    .input(EvaluationPlan)
    .mutation(({ ctx, input }) => savePlan(ctx, input)),
  close: networkProcedure({ can: 'evaluation.close' })
    .input(EvaluationStageInput)
    .mutation(({ ctx, input }) => closeByHand(ctx, input)),
  forms: networkProcedure({ can: 'evaluation.edit' }).query(({ ctx }) => forms(ctx)),
  saveForm: networkProcedure({ can: 'evaluation.edit' })
    .input(EvaluationForm)
    .mutation(({ ctx, input }) => saveForm(ctx, input)),
  saveRules: networkProcedure({ can: 'evaluation.edit' })
    .input(EvaluationRules)
    .mutation(({ ctx, input }) => saveEvaluationRules(ctx, input)),
});

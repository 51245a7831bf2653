import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { answerByLink, answerQuestions, answersPage, answersPageByLink } from './answer.server.ts';
import { duplicateQuestion, moveQuestion, removeQuestion } from './arrange.server.ts';
import { builderPage } from './build.server.ts';
import { copyQuestionsFrom } from './copy.server.ts';
import { askedForm } from './form.server.ts';
import { saveQuestion } from './save.server.ts';
import {
  AnswersFilter,
  LinkAnswers,
  LinkOfAnswers,
  OwnQuestion,
  QuestionInput,
  QuestionMove,
  QuestionsCopy,
  SeatAnswers,
  SeatOfAnswers,
} from './schema.ts';
import { answersTable, exportAnswers, openAnswers } from './table.server.ts';

export const questionsRouter = router({
  form: networkProcedure({ can: 'answer.give' })
    .input(TrainingId)
    .query(({ ctx, input }) => askedForm(ctx, input.trainingId)),
  build: networkProcedure({ can: 'training.publish' })
    .input(TrainingId)
    .query(({ ctx, input }) => builderPage(ctx, input.trainingId)),
  save: networkProcedure({ can: 'training.publish' })
    .input(QuestionInput)
    .mutation(({ ctx, input }) => saveQuestion(ctx, input)),
  move: networkProcedure({ can: 'training.publish' })
    .input(QuestionMove)
    .mutation(({ ctx, input }) => moveQuestion(ctx, input)),
  duplicate: networkProcedure({ can: 'training.publish' })
    .input(OwnQuestion)
    .mutation(({ ctx, input }) => duplicateQuestion(ctx, input)),
  remove: networkProcedure({ can: 'training.publish' })
    .input(OwnQuestion)
    .mutation(({ ctx, input }) => removeQuestion(ctx, input)),
  copy: networkProcedure({ can: 'training.publish' })
    .input(QuestionsCopy)
    .mutation(({ ctx, input }) => copyQuestionsFrom(ctx, input)),
  ofSeat: networkProcedure({ can: 'answer.read' })
    .input(SeatOfAnswers)
    .query(({ ctx, input }) => answersPage(ctx, input.seatId)),
  answer: networkProcedure({ can: 'answer.give' })
    .input(SeatAnswers)
    .mutation(({ ctx, input }) => answerQuestions(ctx, input)),
  ofLink: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(LinkOfAnswers)
    .query(({ ctx, input }) => answersPageByLink(ctx, input)),
  answerByLink: visitorProcedure.input(LinkAnswers).mutation(({ ctx, input }) => answerByLink(ctx, input)),
  table: networkProcedure({ can: 'answer.read' })
    .input(AnswersFilter)
    .query(({ ctx, input }) => answersTable(ctx, input)),
  /** A mutation: each reading leaves an entry. */
  open: networkProcedure({ can: 'answer.open' })
    .input(TrainingId)
    .mutation(({ ctx, input }) => openAnswers(ctx, input.trainingId)),
  export: networkProcedure({ can: 'answer.export' })
    .input(TrainingId)
    .query(({ ctx, input }) => exportAnswers(ctx, input.trainingId)),
});

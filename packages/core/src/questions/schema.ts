import { z } from 'zod';
import { orNone } from '../inputs.ts';
import { mostChoices, mostQuestions, seatQuestionKinds } from './terms.ts';

const QuestionName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const Words = z.object({
  text: z.string().min(1).max(300),
  help: z.string().max(500),
  choices: z.array(z.string().min(1).max(120)).max(mostChoices),
});
/** The words of a question by language. */
export const QuestionTexts = z.partialRecord(z.string().min(2).max(8), Words);

/** One question as it is kept. `name` stays when its words change, so that answers can be compared. */
export type SeatQuestion = {
  id: string;
  name: string;
  kind: (typeof seatQuestionKinds)[number];
  choices: string[];
  texts: z.output<typeof QuestionTexts>;
  isRequired: boolean;
  onlyIf: string | null;
  onlyIfValue: string | null;
  forOrganiser: boolean;
  isSealed: boolean;
  keptDays: number | null;
  changedIn: number;
};

const TrainingId = z.object({ trainingId: z.uuid() });

const optionalName = orNone(QuestionName);

/** A question as the builder sends it; without an id it is new. */
export const QuestionInput = TrainingId.extend({
  questionId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  name: QuestionName.or(z.literal('')).default(''),
  kind: z.enum(seatQuestionKinds),
  isRequired: z.boolean().default(false),
  onlyIf: optionalName,
  onlyIfValue: z
    .string()
    .max(40)
    .nullish()
    .transform((value) => value || null),
  forOrganiser: z.boolean().default(false),
  isSealed: z.boolean().default(false),
  keptDays: z
    .number()
    .int()
    .min(0)
    .max(3650)
    .nullish()
    .transform((value) => value ?? null),
  texts: z.record(
    z.string().min(2).max(8),
    z.object({
      text: z.string().max(300),
      help: z.string().max(500).default(''),
      choices: z.string().max(3000).default(''),
    }),
  ),
});

export const OwnQuestion = TrainingId.extend({ questionId: z.uuid() });
export const QuestionMove = OwnQuestion.extend({ way: z.enum(['up', 'down']) });
export const QuestionsCopy = TrainingId.extend({ sourceTrainingId: z.uuid() });

/** What was answered, by the name of the question. */
export const Answers = z
  .record(QuestionName, z.array(z.string().max(2000)).max(mostChoices))
  .refine((given) => Object.keys(given).length <= mostQuestions * 2);
/** Which version of the questions was filled in; null for the one that stands. */
export const FormVersion = z
  .number()
  .int()
  .min(0)
  .nullish()
  .transform((value) => value ?? null);

const SeatId = z.object({ seatId: z.uuid() });
const Token = z.string().min(1).max(100);
const Sent = { answers: Answers.default({}), formVersion: FormVersion };
export const SeatOfAnswers = SeatId;
export const LinkOfAnswers = SeatId.extend({ token: Token });
export const SeatAnswers = SeatId.extend(Sent);
export const LinkAnswers = LinkOfAnswers.extend(Sent);

/** The list of answers, of everyone or of who answered this. */
export const AnswersFilter = TrainingId.extend({
  question: z.string().max(40).nullish().catch(null),
  choice: z.string().max(40).nullish().catch(null),
});

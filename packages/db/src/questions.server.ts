import { livingStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';
import { standingNeed } from './support.server.ts';

// An event's own questions and what was answered. An answer stands as a need does: while its seat lives and whoever
// answered sits there.

export type QuestionRow = {
  id: string;
  name: string;
  kind: string;
  choices: string[];
  texts: unknown;
  isRequired: boolean;
  onlyIf: string | null;
  onlyIfValue: string | null;
  forOrganiser: boolean;
  isSealed: boolean;
  keptDays: number | null;
  changedIn: number;
  answers: number;
};

const questionColumns = `q.id, q.name, q.kind, q.choices, q.texts, q.is_required as "isRequired", q.only_if as "onlyIf",
     q.only_if_value as "onlyIfValue", q.for_organiser as "forOrganiser", q.is_sealed as "isSealed", q.kept_days as "keptDays",
     q.changed_in as "changedIn"`;

/** The questions of a training in their order, of the own network or of one that shares it with this one. */
export const questionsOf = statement<
  [networkId: string, trainingId: string],
  Omit<QuestionRow, 'answers'> & { version: number }
>(
  'questions_of',
  `select ${questionColumns}, t.form_version as version from training t
   join seat_question q on q.network_id = t.network_id and q.training_id = t.id
   where t.id = $2 and (t.network_id = $1 or t.network_id in (select x.network_id from share x
     where x.recipient_network_id = $1 and x.object_id = $2 and x.object_kind = 'training' and x.is_active)) order by q.position, q.id`,
);

/** The same for whoever builds the form, with the number of answers to each. */
export const questionsToBuild = statement<[networkId: string, trainingId: string], QuestionRow>(
  'questions_to_build',
  `select ${questionColumns},
     (select count(*)::int from seat_answer a where a.network_id = $1 and a.question_id = q.id) as answers
   from seat_question q where q.network_id = $1 and q.training_id = $2 order by q.position, q.id`,
);

/** Locks the training whose questions change: whoever registers meanwhile sees the form before or after. */
export const lockForm = statement<
  [networkId: string, trainingId: string],
  { state: string; formVersion: number }
>(
  'lock_form',
  `select state, form_version as "formVersion" from training where network_id = $1 and id = $2 for no key update`,
);

/** Writes all questions of a training as they shall be; the others go with their answers. `questions` is a JSON array. */
export const writeQuestions = statement<
  [networkId: string, trainingId: string, version: number, questions: string],
  never
>(
  'write_questions',
  `with wanted as (select * from jsonb_to_recordset($4::jsonb) as w(id uuid, name text, position int, kind text,
     choices text[], texts jsonb, "isRequired" bool, "onlyIf" text, "onlyIfValue" text, "forOrganiser" bool, "isSealed" bool,
     "keptDays" int, "changedIn" int)),
   gone as (delete from seat_question where network_id = $1 and training_id = $2 and id not in (select id from wanted)),
   risen as (update training set form_version = $3 where network_id = $1 and id = $2)
   insert into seat_question (id, network_id, training_id, name, position, kind, choices, texts, is_required, only_if, only_if_value,
     for_organiser, is_sealed, kept_days, changed_in)
   select id, $1, $2, name, position, kind, choices, texts, "isRequired", "onlyIf", "onlyIfValue", "forOrganiser", "isSealed", "keptDays",
     "changedIn" from wanted
   on conflict (network_id, id) do update set position = excluded.position, kind = excluded.kind, choices = excluded.choices,
     texts = excluded.texts, is_required = excluded.is_required, only_if = excluded.only_if, only_if_value = excluded.only_if_value,
     for_organiser = excluded.for_organiser, is_sealed = excluded.is_sealed, kept_days = excluded.kept_days,
     changed_in = excluded.changed_in`,
);

/** Other trainings of the network that ask questions, the newest first. */
export const trainingsWithQuestions = statement<
  [networkId: string, exceptId: string, language: string],
  { id: string; title: string; startsAt: Date; questions: number }
>(
  'trainings_with_questions',
  `select t.id, t.starts_at as "startsAt", c.questions, coalesce((select x.title from training_text x
       where x.network_id = $1 and x.training_id = t.id order by array_position(array[$3, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1), t.code) as title
   from (select training_id, count(*)::int as questions from seat_question where network_id = $1 and training_id <> $2
     group by training_id) c
   join training t on t.network_id = $1 and t.id = c.training_id order by t.starts_at desc, t.id limit 200`,
);

export type NewAnswer = {
  id: string;
  seatId: string;
  participantId: string | null;
  questionId: string;
  given: string[];
  /** Hexadecimal digits */
  sealed: string | null;
};

/** Writes answers; one that is given again takes the place of the former. `answers` is a JSON array of NewAnswer. */
export const writeAnswers = statement<
  [networkId: string, trainingId: string, answers: string, answeredById: string | null, now: Date],
  never
>(
  'write_answers',
  `insert into seat_answer (id, network_id, training_id, seat_id, question_id, participant_id, given, sealed, answered_at, answered_by_id)
   select a.id, $1, $2, a."seatId", a."questionId", a."participantId", a.given, decode(a.sealed, 'hex'), $5, $4
   from jsonb_to_recordset($3::jsonb) as a(id uuid, "seatId" uuid, "participantId" uuid, "questionId" uuid, given text[], sealed text)
   on conflict (network_id, seat_id, question_id) do update set id = excluded.id, participant_id = excluded.participant_id,
     given = excluded.given, sealed = excluded.sealed, answered_at = excluded.answered_at, answered_by_id = excluded.answered_by_id`,
);

/** Removes what was answered in a seat, but for these questions. */
export const removeAnswers = statement<[networkId: string, seatId: string, kept: string[]], { id: string }>(
  'remove_answers',
  `delete from seat_answer where network_id = $1 and seat_id = $2 and not (question_id = any($3::uuid[])) returning id`,
);

export type AnswerRow = { questionId: string; given: string[]; isSealed: boolean };

/** What was answered in a seat; of a sealed answer only that there is one. */
export const answersOfSeat = statement<[networkId: string, seatId: string], AnswerRow>(
  'answers_of_seat',
  `select n.question_id as "questionId", n.given, n.sealed is not null as "isSealed" from seat_answer n
   join seat s on s.network_id = n.network_id and s.id = n.seat_id
   where n.network_id = $1 and n.seat_id = $2 and ${standingNeed}`,
);

export type AnsweringSeat = {
  seatId: string;
  state: string;
  participantId: string | null;
  institutionName: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  answers: { questionId: string; given: string[]; isSealed: boolean }[];
};

/** Everyone who has or waits for a seat with what they answered; of all, or of who chose this answer to this question. */
export const answersOfTraining = statement<
  [networkId: string, trainingId: string, language: string, questionId: string | null, choice: string | null],
  AnsweringSeat
>(
  'answers_of_training',
  `select s.id as "seatId", s.state, s.participant_id as "participantId", p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", (select x.name from institution_text x where x.institution_id = s.institution_id
       order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName",
     coalesce((select json_agg(json_build_object('questionId', n.question_id, 'given', n.given, 'isSealed', n.sealed is not null))
       from seat_answer n where n.network_id = $1 and n.seat_id = s.id and ${standingNeed}), '[]') as answers
   from seat s left join participant p on p.network_id = $1 and p.id = s.participant_id
   where s.network_id = $1 and s.training_id = $2 and s.state in (${sqlStates(livingStates)})
     and ($4::uuid is null or exists (select 1 from seat_answer n where n.network_id = $1 and n.seat_id = s.id
       and n.question_id = $4 and $5::text = any(n.given) and ${standingNeed}))
   order by s.queue limit 2000`,
);

/** How often each answer was chosen; words are not counted. */
export const choiceCounts = statement<
  [networkId: string, trainingId: string],
  { questionId: string; choice: string; answers: number }
>(
  'choice_counts',
  `select n.question_id as "questionId", c.choice, count(*)::int as answers from seat_answer n
   join seat_question q on q.network_id = $1 and q.id = n.question_id and q.kind in ('choice', 'several', 'yes_no')
   join seat s on s.network_id = $1 and s.id = n.seat_id
   cross join lateral unnest(n.given) as c(choice)
   where n.network_id = $1 and n.training_id = $2 and ${standingNeed} group by n.question_id, c.choice`,
);

export type SealedAnswer = {
  id: string;
  seatId: string;
  questionId: string;
  sealed: Buffer;
  subjectPersonId: string | null;
};

/** The sealed answers of a training. */
export const sealedAnswers = statement<[networkId: string, trainingId: string], SealedAnswer>(
  'sealed_answers',
  `select n.id, n.seat_id as "seatId", n.question_id as "questionId", n.sealed, p.person_id as "subjectPersonId" from seat_answer n
   join seat s on s.network_id = n.network_id and s.id = n.seat_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where n.network_id = $1 and n.training_id = $2 and n.sealed is not null and ${standingNeed} order by s.queue, n.id`,
);

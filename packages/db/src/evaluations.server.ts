import { statement } from './statement.server.ts';

// Evaluations. Who was asked and who has answered (`evaluation_request`, `evaluation_submission`) name a seat; what was
// answered (`evaluation_tally`, `evaluation_text`) names none, has no time and no order. Every answer writes all counts
// of its questionnaire and deals its texts anew, so that not even the database's own marks (transaction, place in the
// file) tell which of them came with it.

type Training = [networkId: string, trainingId: string];
type Run = [...Training, stage: string];

export type EvaluatingNetwork = {
  networkId: string;
  clockOffset: number;
  timeZone: string;
  settings: { key: string; value: unknown; from: string; depth: number }[] | null;
};

/** Networks in which a questionnaire may have something to do, with their settings; door "platform". */
export const evaluatingNetworks = statement<[realNow: Date], EvaluatingNetwork>(
  'evaluating_networks',
  `select network_id as "networkId", clock_offset as "clockOffset", time_zone as "timeZone", settings
   from app.evaluating_networks($1)`,
);

export type TendedTraining = {
  trainingId: string;
  startsAt: Date;
  endsAt: Date;
  /** Its own choice; null where the network decides */
  levels: string[] | null;
  runs: { stage: string; closesAt: string; closedAt: string | null }[];
};

/** Trainings whose questionnaires may begin, remind or close, or one of them, with what runs already. */
export const trainingsToTend = statement<
  [networkId: string, now: Date, trainingId: string | null],
  TendedTraining
>(
  'trainings_to_tend',
  `select t.id as "trainingId", t.starts_at as "startsAt", t.ends_at as "endsAt", p.levels,
     coalesce((select json_agg(json_build_object('stage', e.stage, 'closesAt', e.closes_at, 'closedAt', e.closed_at))
       from evaluation e where e.network_id = $1 and e.training_id = t.id), '[]') as runs
   from training t left join evaluation_plan p on p.network_id = $1 and p.training_id = t.id
   where t.network_id = $1 and t.state not in ('draft', 'submitted', 'postponed', 'cancelled')
     and t.starts_at < $2::timestamptz + interval '61 days' and t.ends_at > $2::timestamptz - interval '8 months'
     and ($3::uuid is null or t.id = $3)
   order by t.starts_at, t.id`,
);

/**
 * Opens a questionnaire, once, with an empty count for each choice. `choices` is a JSON array of `{ question, choice }`.
 * @returns a row when it was opened now
 */
export const openEvaluation = statement<
  [...Run, formId: string | null, now: Date, closesAt: Date, choices: string],
  { stage: string }
>(
  'open_evaluation',
  `with opened as (
     insert into evaluation (network_id, training_id, stage, form_id, opened_at, closes_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning stage),
   counts as (insert into evaluation_tally (network_id, training_id, stage, question, choice)
     select $1, $2, o.stage, c.question, c.choice from opened o, jsonb_to_recordset($7::jsonb) as c(question text, choice text))
   select stage from opened`,
);

/** Asks everyone who was not asked yet: people with a place, or of these only those who were there. */
export const askPeople = statement<[...Run, isForAttended: boolean, now: Date], { seatId: string }>(
  'ask_people',
  `insert into evaluation_request (network_id, training_id, stage, seat_id, asked_at)
   select $1, $2, $3, s.id, $5 from seat s
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed' and s.participant_id is not null
     and (not $4 or exists (select 1 from attendance_record a where a.network_id = $1 and a.seat_id = s.id and a.state in ('present', 'partial')))
   on conflict do nothing returning seat_id as "seatId"`,
);

/** Reminds, once, who was asked before `askedUntil` and has not answered. */
export const remindPeople = statement<[...Run, askedUntil: Date, now: Date], { seatId: string }>(
  'remind_people',
  `update evaluation_request r set reminded_at = $5
   where r.network_id = $1 and r.training_id = $2 and r.stage = $3 and r.asked_at <= $4 and r.reminded_at is null
     and not exists (select 1 from evaluation_submission x where x.network_id = $1 and x.stage = $3 and x.seat_id = r.seat_id)
   returning r.seat_id as "seatId"`,
);

/** Closes a questionnaire that is open. What has too few answers to be shown is not kept. */
export const closeEvaluation = statement<
  [...Run, closedById: string | null, now: Date, leastAnswers: number],
  { answerCount: number }
>(
  'close_evaluation',
  `with closed as (update evaluation set closed_at = $5, closed_by_id = $4
     where network_id = $1 and training_id = $2 and stage = $3 and closed_at is null returning answer_count),
   counts as (delete from evaluation_tally t using closed c where c.answer_count < $6
     and t.network_id = $1 and t.training_id = $2 and t.stage = $3),
   texts as (delete from evaluation_text t using closed c where c.answer_count < $6
     and t.network_id = $1 and t.training_id = $2 and t.stage = $3)
   select answer_count as "answerCount" from closed`,
);

export type Questionnaire = {
  trainingId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  closesAt: Date;
  closedAt: Date | null;
  hasAnswered: boolean;
  questions: unknown;
};

/** What somebody who was asked answers. */
export const questionnaireOf = statement<
  [networkId: string, stage: string, seatId: string, languages: string[]],
  Questionnaire
>(
  'questionnaire_of',
  `select e.training_id as "trainingId", coalesce(x.title, t.code) as title, t.starts_at as "startsAt", t.ends_at as "endsAt",
     t.time_zone as "timeZone", e.closes_at as "closesAt", e.closed_at as "closedAt", f.questions,
     exists (select 1 from evaluation_submission d where d.network_id = $1 and d.stage = $2 and d.seat_id = $3) as "hasAnswered"
   from evaluation_request r
   join seat s on s.network_id = $1 and s.id = r.seat_id and s.state = 'confirmed'
   join evaluation e on e.network_id = $1 and e.training_id = r.training_id and e.stage = r.stage
   join training t on t.network_id = $1 and t.id = r.training_id
   left join evaluation_form f on f.network_id = $1 and f.id = e.form_id
   left join lateral (select y.title from training_text y where y.network_id = $1 and y.training_id = t.id
     order by array_position($4::text[], y.language) nulls last limit 1) x on true
   where r.network_id = $1 and r.stage = $2 and r.seat_id = $3`,
);

/** Answers to one questionnaire are put in one after the other, and none after it has closed. */
export const lockEvaluation = statement<Run, { closesAt: Date; closedAt: Date | null }>(
  'lock_evaluation',
  `select closes_at as "closesAt", closed_at as "closedAt" from evaluation
   where network_id = $1 and training_id = $2 and stage = $3 for update`,
);

/** Notes that somebody has answered; no row when they had. */
export const noteSubmission = statement<
  [networkId: string, stage: string, seatId: string, day: string],
  { seatId: string }
>(
  'note_submission',
  `insert into evaluation_submission (network_id, stage, seat_id, day) values ($1, $2, $3, $4::date)
   on conflict do nothing returning seat_id as "seatId"`,
);

/** Counts an answer. Every count of the questionnaire is written, also where it stays. `marks` is a JSON array. */
export const countAnswer = statement<[...Run, marks: string], never>(
  'count_answer',
  `with total as (update evaluation set answer_count = answer_count + 1
     where network_id = $1 and training_id = $2 and stage = $3)
   update evaluation_tally t set answers = t.answers + (select count(*)::int
     from jsonb_to_recordset($4::jsonb) as m(question text, choice text) where m.question = t.question and m.choice = t.choice)
   where t.network_id = $1 and t.training_id = $2 and t.stage = $3`,
);

/** Puts free words among those that are there and deals all of them anew. `texts` is a JSON array, also an empty one. */
export const dealTexts = statement<[...Run, texts: string], never>(
  'deal_texts',
  `with old as (delete from evaluation_text where network_id = $1 and training_id = $2 and stage = $3 returning question, words),
   hand as (select question, words from old union all
     select n.question, n.words from jsonb_to_recordset($4::jsonb) as n(question text, words text))
   insert into evaluation_text (id, network_id, training_id, stage, question, words)
   select gen_random_uuid(), $1, $2, $3, question, words from hand order by random()`,
);

export type ResultRow = {
  stage: string;
  questions: unknown;
  openedAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  asked: number;
  answerCount: number;
  tallies: { question: string; choice: string; answers: number }[];
  texts: { question: string; words: string }[];
};

/** The questionnaires of a training. Counts and words come out of the database only when they may be shown. */
export const resultsOfTraining = statement<[...Training, leastAnswers: number], ResultRow>(
  'results_of_training',
  `select e.stage, f.questions, e.opened_at as "openedAt", e.closes_at as "closesAt", e.closed_at as "closedAt",
     e.answer_count as "answerCount",
     (select count(*)::int from evaluation_request r where r.network_id = $1 and r.training_id = $2 and r.stage = e.stage) as asked,
     coalesce((select json_agg(json_build_object('question', y.question, 'choice', y.choice, 'answers', y.answers))
       from evaluation_tally y where y.network_id = $1 and y.training_id = $2 and y.stage = e.stage and ${isShown('e', '$3')}), '[]') as tallies,
     coalesce((select json_agg(json_build_object('question', w.question, 'words', w.words) order by random())
       from evaluation_text w where w.network_id = $1 and w.training_id = $2 and w.stage = e.stage and ${isShown('e', '$3')}), '[]') as texts
   from evaluation e left join evaluation_form f on f.network_id = $1 and f.id = e.form_id
   where e.network_id = $1 and e.training_id = $2`,
);

export type SummaryRow = {
  trainingId: string;
  theme: string;
  year: number;
  stage: string;
  asked: number;
  answerCount: number;
  isShown: boolean;
  /** Counts of the questions that come with the platform or keep their names, by question and choice */
  tallies: { question: string; choice: string; answers: number }[];
};

/** The questionnaires of all trainings, for figures over many of them: each whole or not at all. */
export const summaryOfNetwork = statement<
  [networkId: string, timeZone: string, leastAnswers: number, theme: string, year: number | null],
  SummaryRow
>(
  'evaluation_summary',
  `select e.training_id as "trainingId", t.theme, extract(year from t.starts_at at time zone $2)::int as year, e.stage,
     e.answer_count as "answerCount", ${isShown('e', '$3')} as "isShown",
     (select count(*)::int from evaluation_request r where r.network_id = $1 and r.training_id = e.training_id and r.stage = e.stage) as asked,
     coalesce((select json_agg(json_build_object('question', y.question, 'choice', y.choice, 'answers', y.answers))
       from evaluation_tally y where y.network_id = $1 and y.training_id = e.training_id and y.stage = e.stage and ${isShown('e', '$3')}), '[]') as tallies
   from evaluation e join training t on t.network_id = $1 and t.id = e.training_id
   where e.network_id = $1 and ($4 = '' or t.theme = $4)
     and ($5::int is null or extract(year from t.starts_at at time zone $2)::int = $5)
   order by t.starts_at desc, e.stage limit 4000`,
);

function isShown(evaluation: string, least: string): string {
  return `(${evaluation}.closed_at is not null and ${evaluation}.answer_count >= ${least})`;
}

export type OpenQuestionnaire = {
  seatId: string;
  stage: string;
  title: string;
  closesAt: Date;
  timeZone: string;
};

/** What a person can answer now, for their own places. */
export const openQuestionnaires = statement<
  [networkId: string, personId: string, now: Date, languages: string[]],
  OpenQuestionnaire
>(
  'open_questionnaires',
  `select r.seat_id as "seatId", r.stage, e.closes_at as "closesAt", coalesce(x.title, t.code) as title,
     t.time_zone as "timeZone"
   from participant p
   join seat s on s.network_id = $1 and s.participant_id = p.id and s.state = 'confirmed'
   join evaluation_request r on r.network_id = $1 and r.seat_id = s.id
   join evaluation e on e.network_id = $1 and e.training_id = r.training_id and e.stage = r.stage
   join training t on t.network_id = $1 and t.id = r.training_id
   left join lateral (select y.title from training_text y where y.network_id = $1 and y.training_id = t.id
     order by array_position($4::text[], y.language) nulls last limit 1) x on true
   where p.network_id = $1 and p.person_id = $2 and e.closed_at is null and e.closes_at > $3
     and not exists (select 1 from evaluation_submission d where d.network_id = $1 and d.stage = r.stage and d.seat_id = r.seat_id)
   order by e.closes_at, r.seat_id`,
);

import { choicesOf, isCountable, mostLetters, type SeatQuestionKind } from './terms.ts';

/** What decides whether a question is asked, and which answers it takes. */
export type AskedRule = {
  name: string;
  kind: SeatQuestionKind;
  choices: readonly string[];
  isRequired: boolean;
  /** The name of an earlier question without whose answer this one is not asked; which answer, or null for any */
  onlyIf: string | null;
  onlyIfValue: string | null;
  forOrganiser: boolean;
  isSealed: boolean;
  /** The version of the form in which it changed last */
  changedIn: number;
};

/** What was answered, by the name of the question; several choices are several values. */
export type Given = Readonly<Record<string, readonly string[] | undefined>>;

/** What is wrong with an answer: a key of the area `errors`. */
export type AnswerProblem = {
  name: string;
  key:
    | 'question_changed'
    | 'validation.required'
    | 'validation.invalidNumber'
    | 'validation.invalidDate'
    | 'validation.notOffered'
    | 'validation.charactersMost';
  params: Record<string, number>;
};

/** The questions that whoever takes part answers, or those of the organiser as well. */
export function askedOf<Question extends AskedRule>(
  questions: readonly Question[],
  who: 'participant' | 'organiser',
): Question[] {
  return questions.filter(({ forOrganiser }) => who === 'organiser' || !forOrganiser);
}

/**
 * Whether an answer that was given is another one now, or gone. A sealed one is another when it is given anew, since what lies
 * sealed is not compared; an answer to what had none is no change.
 */
export function isOtherAnswer(
  asked: readonly { id: string }[],
  before: readonly { questionId: string; given: readonly string[]; isSealed: boolean }[],
  after: readonly { question: { id: string }; values: readonly string[] }[],
): boolean {
  return before.some(({ questionId, given, isSealed }) => {
    if (!asked.some(({ id }) => id === questionId)) return false;
    const now = after.find(({ question }) => question.id === questionId)?.values ?? [];
    return isSealed ? now.length > 0 : now.join('\n') !== given.join('\n');
  });
}

/**
 * The names of the questions that these answers ask for, in their order. A condition holds only by an answer that fits a
 * question which is asked for itself, whatever else stands in its field.
 */
export function visibleNames(questions: readonly AskedRule[], given: Given): Set<string> {
  return new Set(walk(questions, given).map(({ question }) => question.name));
}

type Step<Question> = { question: Question; values: string[]; wrong: Wrong | null };

function walk<Question extends AskedRule>(questions: readonly Question[], given: Given): Step<Question>[] {
  const seen = new Map<string, Step<Question>>();
  for (const question of questions) {
    const { name, onlyIf, onlyIfValue } = question;
    if (onlyIf !== null) {
      const values = seen.get(onlyIf)?.values ?? [];
      if (values.length === 0 || (onlyIfValue !== null && !values.includes(onlyIfValue))) continue;
    }
    const typed = filled(given[name]);
    const read = typed.length === 0 ? [] : valuesOf(question, typed);
    seen.set(
      name,
      Array.isArray(read) ? { question, values: read, wrong: null } : { question, values: [], wrong: read },
    );
  }
  return [...seen.values()];
}

export type ReadAnswers = { answers: { name: string; values: string[] }[]; problems: AnswerProblem[] };

/**
 * Reads what a form sent: the answers to the questions that are asked for, in the one way in which each is kept, and what is
 * wrong with them. Answers to questions that are not asked for are left out.
 * @param kept names of sealed questions whose answer is kept when none is given
 */
export function readAnswers(
  questions: readonly AskedRule[],
  given: Given,
  kept: readonly string[] = [],
): ReadAnswers {
  const answers: ReadAnswers['answers'] = [];
  const problems: AnswerProblem[] = [];
  for (const { question, values, wrong } of walk(questions, given)) {
    const { name } = question;
    if (wrong) problems.push({ name, ...wrong });
    else if (values.length > 0) answers.push({ name, values });
    else if (question.isRequired && !kept.includes(name))
      problems.push({ name, key: 'validation.required', params: {} });
  }
  return { answers, problems };
}

/**
 * What a person who sent a form must look at again: the questions that were asked for and have changed since the version
 * they saw, and answers that do not fit.
 * @param seen the version of the form that was filled in; null for the one that stands
 */
export function problemsOf(
  questions: readonly AskedRule[],
  given: Given,
  seen: number | null,
  kept: readonly string[] = [],
): AnswerProblem[] {
  const visible = visibleNames(questions, given);
  const changed = questions
    .filter(({ name, changedIn }) => seen !== null && changedIn > seen && visible.has(name))
    .map(({ name }): AnswerProblem => ({ name, key: 'question_changed', params: {} }));
  const isMarked = ({ name }: AnswerProblem) => changed.some((each) => each.name === name);
  return [...changed, ...readAnswers(questions, given, kept).problems.filter((each) => !isMarked(each))];
}

type Form = readonly (AskedRule & { texts: unknown })[];

/** What became of a form: the names of its questions that were added, removed, or that read or behave differently. */
export function diffOf(before: Form, after: Form) {
  const old = new Map(before.map((question) => [question.name, question]));
  const now = new Set(after.map(({ name }) => name));
  return {
    added: after.filter(({ name }) => !old.has(name)).map(({ name }) => name),
    removed: before.filter(({ name }) => !now.has(name)).map(({ name }) => name),
    changed: after
      .filter((question) => {
        const was = old.get(question.name);
        return was !== undefined && asRead(was) !== asRead(question);
      })
      .map(({ name }) => name),
  };
}

// What whoever fills a form in can notice; how long an answer is kept and its place in the form are no part of it.
function asRead({ kind, choices, texts, isRequired, onlyIf, onlyIfValue, forOrganiser }: Form[number]) {
  return JSON.stringify([kind, choices, sorted(texts), isRequired, onlyIf, onlyIfValue, forOrganiser]);
}

// The database keeps the keys of a document in an order of its own.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}

/**
 * The first question whose condition cannot be: it looks at no earlier question, at one that lies sealed, at one that only
 * the organiser answers while the question itself is for everyone, or at an answer that cannot be given.
 */
export function brokenCondition(questions: readonly AskedRule[]): string | null {
  const broken = questions.find(({ onlyIf, onlyIfValue, forOrganiser }, index) => {
    if (onlyIf === null) return false;
    const on = questions.slice(0, index).find(({ name }) => name === onlyIf);
    if (!on || on.isSealed || (on.forOrganiser && !forOrganiser)) return true;
    return onlyIfValue !== null && !(isCountable(on) && choicesOf(on).some((each) => each === onlyIfValue));
  });
  return broken?.name ?? null;
}

function filled(values: readonly string[] | undefined): string[] {
  return (values ?? []).map((value) => value.trim()).filter(Boolean);
}

type Wrong = Omit<AnswerProblem, 'name'>;

function valuesOf(question: AskedRule, values: string[]): string[] | Wrong {
  const { kind } = question;
  const [first = ''] = values;
  switch (kind) {
    case 'text':
    case 'long_text':
      return first.length > mostLetters[kind]
        ? { key: 'validation.charactersMost', params: { count: mostLetters[kind] } }
        : [first];
    case 'number': {
      const number = numberIn(first);
      return number === null ? { key: 'validation.invalidNumber', params: {} } : [number];
    }
    case 'date':
      return isDay(first) ? [first] : { key: 'validation.invalidDate', params: {} };
    case 'several': {
      const chosen = question.choices.filter((choice) => values.includes(choice));
      return chosen.length === new Set(values).size ? chosen : { key: 'validation.notOffered', params: {} };
    }
    case 'choice':
    case 'yes_no':
      return choicesOf(question).some((choice) => choice === first)
        ? [first]
        : { key: 'validation.notOffered', params: {} };
    default:
      return kind satisfies never;
  }
}

// As people write numbers, with a comma or a point; kept with a point.
function numberIn(text: string): string | null {
  const plain = text.replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? String(Number(plain)) : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

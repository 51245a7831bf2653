import type { ActionFunctionArgs } from '@remix-run/node';
import type { Caller } from '@tessera/core/api.server.ts';
import { instantOf, instantOfLocal, localTime } from '@tessera/core/clock/zoned-time.ts';
import { DomainError } from '@tessera/core/errors.ts';
import type { TrainingDetails } from '@tessera/core/trainings/schema.ts';
import type { TrainingKind } from '@tessera/core/trainings/terms.ts';
import type { z } from 'zod';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TrainingForm, type TrainingFormInput } from './training-form-schema.ts';

/**
 * The schema of a training's form: checks what was typed and gives what the core wants, with the local times of its zone
 * turned into instants.
 */
export const trainingDetailsForm = TrainingForm.transform(
  (typed, issues): z.input<typeof TrainingDetails> => {
    const { timeZone } = typed;
    const refuse = (path: (string | number)[], message: string) => {
      issues.addIssue({ code: 'custom', message, path });
      return new Date(0);
    };
    const moment = (field: 'quotaReleaseAt' | 'regOpensAt' | 'regClosesAt') => {
      const value = typed[field];
      return value ? (instantOfLocal(value, timeZone) ?? refuse([field], 'validation.invalidDate')) : null;
    };
    const { hours, texts, sessions, quotaReleaseAt, regOpensAt, regClosesAt, ...rest } = typed;

    const written = texts
      .filter(({ title }) => title !== '')
      .map(({ outcomes, ...text }) => ({ ...text, outcomes: lines(outcomes) }));
    if (sessions.length === 0) refuse(['sessions'], 'sessions_needed');

    return {
      ...rest,
      workloadMinutes: Math.round(hours * 60),
      quotaReleaseAt: moment('quotaReleaseAt'),
      regOpensAt: moment('regOpensAt'),
      regClosesAt: moment('regClosesAt'),
      texts: written,
      sessions: sessions.map(({ day, from, to, ...session }, index) => {
        const isDay = instantOf(day, '12:00', timeZone) !== null;
        if (!isDay) refuse(['sessions', index, 'day'], 'validation.invalidDate');
        const at = (field: 'from' | 'to', time: string) => {
          if (!isDay) return new Date(0);
          const instant = instantOf(day, time, timeZone);
          return instant ?? refuse(['sessions', index, field], 'validation.invalidTime');
        };
        return { ...session, startsAt: at('from', from), endsAt: at('to', to) };
      }),
    };
  },
);

/**
 * The round trip of a training's form; `save` gets what the core wants. A refusal that names fields of the core comes
 * back beside the fields of the form that were typed.
 */
export async function submitTraining(
  args: ActionFunctionArgs,
  save: (details: z.input<typeof TrainingDetails>) => Promise<Response>,
) {
  return submit(args, trainingDetailsForm, async (details) => {
    try {
      return await save(details);
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      if (!refusal || refusal.fields.length === 0) throw thrown;
      throw new DomainError(refusal.code, refusal.params, refusal.fields.map(formFieldOf));
    }
  });
}

function formFieldOf(field: string): string {
  if (field === 'texts') return 'texts[0].title';
  return field.replace(/\.startsAt$/, '.from').replace(/\.endsAt$/, '.to');
}

type Existing = Omit<
  z.output<typeof TrainingDetails>,
  | 'trainerIds'
  | 'joinUrl'
  | 'kind'
  | 'theme'
  | 'audience'
  | 'mode'
  | 'promotion'
  | 'visibility'
  | 'accessibility'
> & {
  accessibility: string[];
  trainers: { id: string }[];
  joinUrl: string | null;
  kind: string;
  theme: string;
  audience: string;
  mode: string;
  promotion: string;
  visibility: string;
};

/** A training as its form shows it. */
export function formValues(training: Existing, languages: readonly string[]) {
  const { timeZone } = training;
  const local = (at: Date | null) => {
    if (!at) return '';
    const { day, time } = localTime(at, timeZone);
    return `${day}T${time}`;
  };
  return {
    code: training.code,
    kind: training.kind,
    theme: training.theme,
    audience: training.audience,
    mode: training.mode,
    venue: training.venue,
    joinUrl: training.joinUrl ?? '',
    languages: training.languages,
    accessibility: training.accessibility,
    childcareOffered: ticked(training.childcareOffered),
    costFree: ticked(training.costFree),
    choosesHalfDays: ticked(training.choosesHalfDays),
    timeZone,
    capacity: String(training.capacity),
    quotaPerInstitution: training.quotaPerInstitution === null ? '' : String(training.quotaPerInstitution),
    quotaReleaseAt: local(training.quotaReleaseAt),
    promotion: training.promotion,
    offerHours: String(training.offerHours),
    regOpensAt: local(training.regOpensAt),
    regClosesAt: local(training.regClosesAt),
    cancelDeadlineHours: String(training.cancelDeadlineHours),
    reminderDays: training.reminderDays.map(String),
    followUpHours: training.followUpHours.map(String),
    hours: String(training.workloadMinutes / 60),
    attendanceThreshold: String(training.attendanceThreshold),
    givesCertificate: ticked(training.givesCertificate),
    attendanceMeasure: training.attendanceMeasure,
    needsEvaluation: ticked(training.needsEvaluation),
    certificateMonths: training.certificateMonths === null ? '' : String(training.certificateMonths),
    assessment: training.assessment,
    eqfLevel: training.eqfLevel === null ? '' : String(training.eqfLevel),
    visibility: training.visibility,
    trainerIds: training.trainers.map(({ id }) => id),
    texts: textsFor(languages, training.texts),
    sessions: training.sessions.map(
      ({ id, startsAt, endsAt, halfDay, room, mode, trainerIds, isMandatory, capacity }) => ({
        id: id ?? '',
        day: localTime(startsAt, timeZone).day,
        halfDay,
        from: localTime(startsAt, timeZone).time,
        to: localTime(endsAt, timeZone).time,
        room,
        mode: mode ?? '',
        trainerIds,
        isMandatory: ticked(isMandatory),
        capacity: capacity === null ? '' : String(capacity),
      }),
    ),
  };
}

type Defaults = Awaited<ReturnType<Caller['trainings']['defaults']>>;

/** What the form of a new training starts with: the rules of its kind and of the network. */
export function newFormValues(languages: readonly string[], kind: TrainingKind, defaults: Defaults) {
  return {
    kind,
    theme: '',
    audience: defaults.audience,
    mode: 'onsite',
    languages: languages.slice(0, 1),
    accessibility: [],
    costFree: 'on',
    timeZone: defaults.timeZone,
    quotaPerInstitution: defaults.quotaPerInstitution === null ? '' : String(defaults.quotaPerInstitution),
    promotion: defaults.promotion,
    offerHours: String(defaults.offerHours),
    cancelDeadlineHours: String(defaults.cancelDeadlineHours),
    reminderDays: defaults.reminderDays.map(String),
    followUpHours: [],
    attendanceThreshold: String(defaults.attendanceThreshold),
    givesCertificate: ticked(defaults.givesCertificate),
    attendanceMeasure: 'half_days',
    assessment: 'none',
    visibility: 'public',
    trainerIds: [],
    texts: textsFor(languages, []),
    sessions: [{ day: '', halfDay: 'am', from: '09:00', to: '13:00', room: '', mode: '', trainerIds: [] }],
  } satisfies Partial<Record<keyof TrainingFormInput, unknown>>;
}

function textsFor(
  languages: readonly string[],
  texts: readonly { language: string; title: string; summary: string; outcomes: string[] }[],
) {
  return languages.map((language) => {
    const text = texts.find((candidate) => candidate.language === language);
    return {
      language,
      title: text?.title ?? '',
      summary: text?.summary ?? '',
      outcomes: text?.outcomes.join('\n') ?? '',
    };
  });
}

// A box that comes back ticked is `on`, as browsers send it.
function ticked(value: boolean): string | undefined {
  return value ? 'on' : undefined;
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

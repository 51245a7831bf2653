import type { ActionFunctionArgs } from '@remix-run/node';
import type { Caller } from '@tessera/core/api.server.ts';
import { DomainError } from '@tessera/core/errors.ts';
import type { TrainingDetails } from '@tessera/core/trainings/schema.ts';
import type { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { instantOf, instantOfLocal, localTime } from '~/server/zoned-time.server.ts';
import { TrainingForm, type TrainingFormInput } from './training-form-schema.ts';

/**
 * The schema of a training's form in a network: checks what was typed and gives what the core wants, with local times
 * turned into instants.
 * @param timeZone the network's IANA zone
 */
export function trainingDetailsForm(timeZone: string) {
  return TrainingForm.transform((typed, issues): z.input<typeof TrainingDetails> => {
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
      sessions: sessions.map(({ day, from, to, halfDay, room, isMandatory }, index) => {
        const isDay = instantOf(day, '12:00', timeZone) !== null;
        if (!isDay) refuse(['sessions', index, 'day'], 'validation.invalidDate');
        const at = (field: 'from' | 'to', time: string) => {
          if (!isDay) return new Date(0);
          const instant = instantOf(day, time, timeZone);
          return instant ?? refuse(['sessions', index, field], 'validation.invalidTime');
        };
        return { startsAt: at('from', from), endsAt: at('to', to), halfDay, room, isMandatory };
      }),
    };
  });
}

/**
 * The round trip of a training's form; `save` gets what the core wants. A refusal that names a field of the core comes
 * back beside the field of the form that was typed.
 */
export async function submitTraining(
  args: ActionFunctionArgs,
  save: (details: z.input<typeof TrainingDetails>) => Promise<Response>,
) {
  const { timeZone } = await api(args).networks.shell(networkParams(args));
  return submit(args, trainingDetailsForm(timeZone), async (details) => {
    try {
      return await save(details);
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      if (!refusal?.field) throw thrown;
      throw new DomainError(refusal.code, refusal.params, formFieldOf(refusal.field));
    }
  });
}

function formFieldOf(field: string): string {
  if (field === 'texts') return 'texts[0].title';
  return field.replace(/\.startsAt$/, '.from').replace(/\.endsAt$/, '.to');
}

type Existing = Omit<
  z.output<typeof TrainingDetails>,
  'trainerIds' | 'kind' | 'theme' | 'audience' | 'mode' | 'promotion' | 'visibility'
> & {
  trainers: { id: string }[];
  kind: string;
  theme: string;
  audience: string;
  mode: string;
  promotion: string;
  visibility: string;
};

/** A training as its form shows it. */
export function formValues(training: Existing, languages: readonly string[], timeZone: string) {
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
    languages: training.languages,
    capacity: String(training.capacity),
    quotaPerInstitution: training.quotaPerInstitution === null ? '' : String(training.quotaPerInstitution),
    quotaReleaseAt: local(training.quotaReleaseAt),
    promotion: training.promotion,
    offerHours: String(training.offerHours),
    regOpensAt: local(training.regOpensAt),
    regClosesAt: local(training.regClosesAt),
    cancelDeadlineHours: String(training.cancelDeadlineHours),
    hours: String(training.workloadMinutes / 60),
    attendanceThreshold: String(training.attendanceThreshold),
    attendanceMeasure: training.attendanceMeasure,
    needsEvaluation: tick(training.needsEvaluation),
    certificateMonths: training.certificateMonths === null ? '' : String(training.certificateMonths),
    assessment: training.assessment,
    eqfLevel: training.eqfLevel === null ? '' : String(training.eqfLevel),
    visibility: training.visibility,
    trainerIds: training.trainers.map(({ id }) => id),
    texts: textsFor(languages, training.texts),
    sessions: training.sessions.map(({ startsAt, endsAt, halfDay, room, isMandatory }) => ({
      day: localTime(startsAt, timeZone).day,
      halfDay,
      from: localTime(startsAt, timeZone).time,
      to: localTime(endsAt, timeZone).time,
      room,
      isMandatory: tick(isMandatory),
    })),
  };
}

// A box that is ticked sends this word, one that is not sends nothing.
function tick(isTicked: boolean): string {
  return isTicked ? 'on' : '';
}

type Defaults = Awaited<ReturnType<Caller['trainings']['defaults']>>;

/** What the form of a new training starts with: the rules of the network. */
export function newFormValues(languages: readonly string[], defaults: Defaults) {
  return {
    kind: 'training',
    theme: '',
    audience: 'institution_staff',
    mode: 'onsite',
    languages: languages.slice(0, 1),
    quotaPerInstitution: defaults.quotaPerInstitution === null ? '' : String(defaults.quotaPerInstitution),
    promotion: defaults.promotion,
    offerHours: String(defaults.offerHours),
    cancelDeadlineHours: String(defaults.cancelDeadlineHours),
    attendanceThreshold: String(defaults.attendanceThreshold),
    attendanceMeasure: 'half_days',
    assessment: 'none',
    visibility: 'public',
    trainerIds: [],
    texts: textsFor(languages, []),
    sessions: [{ day: '', halfDay: 'am', from: '09:00', to: '13:00', room: '' }],
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

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

import { DomainError } from '@tessera/core/errors.ts';
import { TrainingDetails } from '@tessera/core/trainings/schema.ts';
import { expect, test } from 'vitest';
import type { submit } from '~/server/submit.server.ts';
import { formValues, submitTraining, trainingDetailsForm } from './training-form.server.ts';

const zone = 'Europe/Bucharest';
const typed = {
  code: 'T7',
  kind: 'training',
  theme: 'leadership',
  audience: 'institution_staff',
  mode: 'onsite',
  venue: '',
  languages: ['ro'],
  timeZone: zone,
  capacity: 20,
  promotion: 'automatic',
  offerHours: 48,
  cancelDeadlineHours: 48,
  attendanceThreshold: 80,
  visibility: 'public',
  hours: 4.5,
  regClosesAt: '2027-03-27T12:00',
  texts: [
    { language: 'ro', title: 'Curs', summary: 'Pe scurt', outcomes: 'Unu\r\n\r\n Doi \n' },
    { language: 'hu', title: '', summary: '', outcomes: '' },
  ],
  sessions: [{ day: '2027-03-28', halfDay: 'am', from: '09:00', to: '13:00', room: '' }],
};

test('local times, hours and lines become what a training needs', () => {
  const details = trainingDetailsForm.parse(typed);

  expect(details).toMatchObject({
    code: 'T7',
    workloadMinutes: 270,
    quotaPerInstitution: null,
    quotaReleaseAt: null,
    regOpensAt: null,
    regClosesAt: new Date('2027-03-27T10:00:00Z'),
    texts: [{ language: 'ro', title: 'Curs', summary: 'Pe scurt', outcomes: ['Unu', 'Doi'] }],
    sessions: [{ startsAt: new Date('2027-03-28T06:00:00Z'), endsAt: new Date('2027-03-28T10:00:00Z') }],
  });
});

test('a training that is opened and saved again stays as it is', () => {
  const { trainerIds: _, ...details } = TrainingDetails.parse(trainingDetailsForm.parse(typed));

  const shown = formValues({ ...details, timeZone: zone, trainers: [] }, ['ro', 'hu']);

  expect(shown).toMatchObject({
    code: 'T7',
    hours: '4.5',
    regClosesAt: '2027-03-27T12:00',
    quotaReleaseAt: '',
    texts: [
      { language: 'ro', title: 'Curs', summary: 'Pe scurt', outcomes: 'Unu\nDoi' },
      { language: 'hu', title: '', summary: '', outcomes: '' },
    ],
    sessions: [
      { day: '2027-03-28', halfDay: 'am', from: '09:00', to: '13:00', room: '', mode: '', trainerIds: [] },
    ],
  });
});

test('what is missing or impossible is said at its field', () => {
  const { error } = trainingDetailsForm.safeParse({
    ...typed,
    texts: [{ language: 'ro', title: '', summary: 'Pe scurt', outcomes: '' }],
    sessions: [],
  });
  const { error: later } = trainingDetailsForm.safeParse({
    ...typed,
    regOpensAt: '2027-02-30T09:00',
    sessions: [{ day: '2027-03-28', halfDay: 'am', from: '09:00', to: '25:00', room: '' }],
  });

  const found = (failed: typeof error) =>
    failed?.issues.map(({ path, message }) => [path.join('.'), message]).sort();
  expect(found(error)).toEqual([
    ['texts.0.title', 'title_needed'],
    ['texts.0.title', 'validation.required'],
  ]);
  expect(found(later)).toEqual([
    ['regOpensAt', 'validation.invalidDate'],
    ['sessions.0.to', 'validation.invalidTime'],
  ]);
});

test('whatever is refused, what was typed stays in the form, the code of the training too', async () => {
  const fields = {
    ...Object.fromEntries(
      Object.entries(typed).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
    ),
    languages: 'ro',
    'texts[0].language': 'ro',
    'texts[0].title': 'Curs',
    'sessions[0].day': '2027-03-28',
    'sessions[0].halfDay': 'am',
    'sessions[0].from': '09:00',
    'sessions[0].to': '13:00',
  };
  const send = (changes: Record<string, string>, named: string[] = ['code']) => {
    const body = new URLSearchParams({ ...(fields as Record<string, string>), ...changes });
    const request = new Request('http://tessera.test/', { method: 'POST', body });
    const args = { request, context: { language: 'en' } } as Parameters<typeof submit>[0];
    return submitTraining({ ...args, params: {} }, async () => {
      throw new DomainError('code_taken', {}, named);
    });
  };

  const [wrong, taken] = [await send({ capacity: 'many' }), await send({})];
  const several = await send({}, ['code', 'sessions[0].startsAt']);

  for (const [answer, field] of [
    [wrong, 'capacity'],
    [taken, 'code'],
    [several, 'code'],
    [several, 'sessions[0].from'],
  ] as const) {
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: {
        initialValue: { code: 'T7', kind: 'training', texts: [{ title: 'Curs' }] },
        error: { [field]: [expect.any(String)] },
      },
    });
  }
});

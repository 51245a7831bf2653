import { languages } from '@tessera/i18n/languages.ts';
import { expect, test } from 'vitest';
import { type MailKind, type MailProps, mailKinds, renderMail } from './mails.ts';
import { canFill, type Filling } from './sheets.ts';
import type { MailContext } from './template.ts';

const training = {
  id: 'training-1',
  title: 'Working with children',
  startsAt: new Date('2027-05-13T06:00:00Z'),
  endsAt: new Date('2027-05-13T12:00:00Z'),
  timeZone: 'Europe/Bucharest',
  venue: 'Strada Crișan 3',
};
const context: MailContext = {
  language: 'en',
  origin: 'https://tessera.example',
  network: { code: 'un', name: 'United Networks', accent: '#b4532a' },
  recipientName: 'Ioana Mureșan',
};
const seat = { training, personName: 'Dan Pop', institutionName: 'Baia Mare', seatId: 'seat-7' };

const examples: { [K in MailKind]: { props: MailProps[K]; facts: string[] } } = {
  'seats-registered': {
    props: {
      training,
      institutionName: 'Baia Mare',
      joinUrl: 'https://rooms.example/42',
      confirmed: 3,
      seats: [{ name: 'Ana Rusu' }, { name: null }, { name: null }],
      waiting: [
        { name: 'Dan Pop', position: 4 },
        { name: null, position: 5 },
      ],
      cancelDeadline: new Date('2027-05-10T15:00:00Z'),
      leave: null,
      pass: null,
      undecided: [],
      isGuest: false,
      otherDates: [
        { ...training, title: 'The same in June', position: 2 },
        { ...training, title: 'The same in July', position: null },
      ],
      line: { priorityRule: 'first_come', partyRule: 'skip' },
    },
    facts: [
      'Or on any of these dates',
      'The same in June, 13 May 2027',
      '(position 2)',
      'The same in July, 13 May 2027',
      '3 places are confirmed.',
      'https://rooms.example/42',
      '2 places are on the waiting list.',
      'Ana Rusu',
      '2 places without a name',
      'Position 4: Dan Pop',
      'Position 5: To be named',
      'Baia Mare',
      '10 May 2027',
      '18:00 (GMT+3)',
      'https://tessera.example/n/un/registrations',
    ],
  },
  'seat-promoted': {
    props: {
      ...seat,
      joinUrl: 'https://rooms.example/42',
      leaveToken: 'opens-nothing',
      pass: { seatId: 'seat-3', token: 'opens-nothing', code: 'TDEN-AHH6-GH79' },
      isGuest: false,
      hasOtherDates: true,
    },
    facts: [
      'The other dates are given up now.',
      'Dan Pop',
      'Baia Mare',
      'now confirmed',
      'https://rooms.example/42',
      'https://tessera.example/n/un/seats/seat-7',
      'https://tessera.example/n/un/seats/seat-7/leave/opens-nothing',
    ],
  },
  'seat-offered': {
    props: {
      training,
      personName: 'Dan Pop',
      seatId: 'seat-7',
      hasOtherDates: true,
      expiresAt: new Date('2027-05-08T15:00:00Z'),
      guestToken: null,
    },
    facts: [
      'if you decline, you keep your place in line there',
      'Dan Pop',
      '8 May 2027',
      '18:00',
      'https://tessera.example/n/un/seats/seat-7/offer',
    ],
  },
  'application-request': {
    props: {
      institutionName: 'Școala Band',
      applicationId: 'application-1',
      token: 'tok',
      expiresAt: new Date('2027-05-08T15:00:00Z'),
      timeZone: 'Europe/Bucharest',
    },
    facts: [
      'Școala Band',
      'United Networks',
      '8 May 2027',
      'https://tessera.example/n/un/join-requests/application-1/tok',
    ],
  },
  'application-received': {
    props: {
      institutionName: 'Școala Band',
      place: 'Band, Mureș',
      personName: 'Ilka Novák',
      applicationId: 'application-1',
    },
    facts: [
      'Școala Band',
      'Band, Mureș',
      'Ilka Novák',
      'https://tessera.example/n/un/institutions/applications/application-1',
    ],
  },
  'application-declined': {
    props: { institutionName: 'Școala Band', reason: 'Only for public institutions' },
    facts: ['Școala Band', 'United Networks', 'Only for public institutions'],
  },
  'seat-request': {
    props: {
      training,
      requestId: 'request-1',
      token: 'tok',
      expiresAt: new Date('2027-05-08T15:00:00Z'),
    },
    facts: ['no place yet', '8 May 2027', 'https://tessera.example/n/un/seat-requests/request-1/tok'],
  },
  'seat-invitation': {
    props: {
      training,
      inviterName: 'Elena Vlad',
      invitationId: 'invitation-1',
      token: 'tok',
      expiresAt: new Date('2027-05-08T15:00:00Z'),
    },
    facts: ['Elena Vlad', 'once', 'https://tessera.example/n/un/seat-invitations/invitation-1/tok'],
  },
  'seat-decided': {
    props: {
      ...seat,
      outcome: 'rejected',
      reason: 'Only for municipalities',
      position: null,
      leaveToken: 'tok',
      isGuest: true,
    },
    facts: ['Dan Pop', 'Only for municipalities', 'could not approve'],
  },
  'seat-asked-again': {
    props: { training, personName: 'Dan Pop', institutionName: 'Baia Mare' },
    facts: ['Dan Pop', 'Baia Mare', 'https://tessera.example/n/un/trainings/training-1/approvals'],
  },
  'seat-lapsed': {
    props: { training, personName: 'Dan Pop' },
    facts: ['Dan Pop', 'not accepted in time', 'https://tessera.example/n/un/trainings/training-1'],
  },
  'seat-cancelled': {
    props: { ...seat, promoted: true, audience: 'coordinator' },
    facts: [
      'Dan Pop',
      'Baia Mare',
      'went to the next person',
      'https://tessera.example/n/un/trainings/training-1/manage',
    ],
  },
  'training-cancelled': {
    props: { training, reason: 'The trainer is ill.', awaySeatId: null },
    facts: ['The trainer is ill.', 'is cancelled', 'https://tessera.example/n/un/trainings'],
  },
  'training-postponed': {
    props: {
      training,
      reason: 'The room is closed.',
      leave: { seatId: 'seat-7', token: 'opens-nothing' },
      awaySeatId: null,
    },
    facts: [
      'is postponed',
      'The room is closed.',
      'https://tessera.example/n/un/trainings/training-1',
      'https://tessera.example/n/un/seats/seat-7/leave/opens-nothing',
    ],
  },
  'training-reminder': {
    props: {
      training,
      joinUrl: 'https://rooms.example/42',
      halfDays: [
        { startsAt: training.startsAt, endsAt: new Date('2027-05-13T09:00:00Z'), room: 'Room 4' },
        { startsAt: new Date('2027-05-13T10:00:00Z'), endsAt: training.endsAt, room: '' },
      ],
      own: { seatId: 'seat-7', leaveToken: 'opens-nothing' },
      colleagues: ['Dan Pop', 'Ana Rus'],
      unnamed: 2,
    },
    facts: [
      '13 May 2027, 09:00–12:00 (GMT+3), Room 4',
      'https://rooms.example/42',
      '13 May 2027, 13:00–15:00 (GMT+3)',
      'Dan Pop',
      'Ana Rus',
      '2 places have no name yet.',
      'https://tessera.example/n/un/seats/seat-7/leave/opens-nothing',
      'https://tessera.example/n/un/registrations',
    ],
  },
  'training-follow-up': {
    props: { training },
    facts: ['Thank you', 'https://tessera.example/n/un/trainings/training-1'],
  },
  'proposal-sent-back': {
    props: { training, reason: 'Please add a trainer.' },
    facts: ['Please add a trainer.', 'https://tessera.example/n/un/trainings/training-1/edit'],
  },
  'training-rescheduled': {
    props: {
      training,
      previousStartsAt: new Date('2027-04-02T07:30:00Z'),
      wasPostponed: false,
      place: null,
      halfDays: [
        {
          startsAt: new Date('2027-05-13T06:00:00Z'),
          endsAt: new Date('2027-05-13T09:00:00Z'),
          room: 'Room 4',
        },
        { startsAt: new Date('2027-05-14T10:00:00Z'), endsAt: new Date('2027-05-14T12:00:00Z'), room: '' },
      ],
      awaySeatId: null,
      leave: { seatId: 'seat-7', token: 'opens-nothing' },
    },
    facts: [
      '2 April 2027',
      '10:30',
      '13 May 2027, 09:00–12:00 (GMT+3), Room 4',
      '14 May 2027, 13:00–15:00 (GMT+3)',
      'https://tessera.example/n/un/trainings/training-1',
      'https://tessera.example/n/un/seats/seat-7/leave/opens-nothing',
    ],
  },
  'presence-asked': {
    props: {
      training,
      session: {
        id: 'session-1',
        startsAt: new Date('2027-05-13T06:00:00Z'),
        endsAt: new Date('2027-05-13T12:00:00Z'),
      },
      until: new Date('2027-05-09T07:30:00Z'),
      seatId: 'seat-1',
      token: 'tok',
    },
    facts: ['9 May 2027', 'https://tessera.example/n/un/seats/seat-1/presence/session-1/tok'],
  },
  'certificate-issued': {
    props: {
      training,
      personName: 'Dan Pop',
      certificateId: 'cert-2',
      verifyCode: 'K7QM-2XHD',
      guest: null,
    },
    facts: [
      'Dan Pop',
      'K7QM-2XHD',
      'https://tessera.example/certificates/K7QM-2XHD',
      'https://tessera.example/n/un/certificates/cert-2.pdf',
    ],
  },
  'evaluation-asked': {
    props: {
      training,
      stage: 'reaction',
      seatId: 'seat-1',
      closesAt: new Date('2027-05-02T07:30:00Z'),
      token: 'tok',
    },
    facts: ['2 May 2027', 'anonymous', 'https://tessera.example/n/un/questionnaires/seat-1/reaction/tok'],
  },
  'evaluation-reminder': {
    props: {
      training,
      stage: 'behaviour',
      seatId: 'seat-1',
      closesAt: new Date('2027-05-02T07:30:00Z'),
      token: 'tok',
    },
    facts: ['only reminder', 'https://tessera.example/n/un/questionnaires/seat-1/behaviour/tok'],
  },
  'closing-notice': {
    props: {
      step: 'confirmed',
      deleteAfter: new Date('2027-06-08T10:00:00Z'),
      timeZone: 'Europe/Bucharest',
      isCoordinator: true,
    },
    facts: ['United Networks', '8 June 2027', 'https://tessera.example/n/un/settings/closing'],
  },
  'access-notice': {
    props: { step: 'approved', requesterName: 'Elena Rusu', isOperator: true, deciderName: 'Dan Pop' },
    facts: [
      'Elena Rusu',
      'Platform administrator',
      'Dan Pop',
      'https://tessera.example/n/un/settings/privacy/accesses',
    ],
  },
  'care-notice': {
    props: { step: 'standstill', count: 3 },
    facts: ['Mentoring relations that stand still: 3', 'https://tessera.example/n/un/mentoring/care'],
  },
  'resource-due': {
    props: { resourceId: 'resource-1', title: 'Ghid de consiliere' },
    facts: ['Ghid de consiliere', 'https://tessera.example/n/un/library/resource-1'],
  },
  'own-account-linked': {
    props: { accountName: 'Town of Bandholm' },
    facts: ['Town of Bandholm', 'https://tessera.example/account'],
  },
  'link-broken': {
    props: { resourceId: 'resource-1', title: 'Ghid de consiliere', count: 2 },
    facts: ['Ghid de consiliere', '2 links', 'https://tessera.example/n/un/library/resource-1'],
  },
  'file-infected': {
    props: {},
    facts: ['virus', 'https://tessera.example/n/un/history'],
  },
  'machine-stopped': {
    props: { isLost: true },
    facts: [
      'not all translated',
      'order the missing texts again',
      'Why it stopped',
      'https://tessera.example/n/un/translations/machine',
    ],
  },
  'care-week': {
    props: { relations: 12, standing: 3, questions: 1, held: 9 },
    facts: ['12', '9', 'https://tessera.example/n/un/mentoring/care'],
  },
  'survey-asked': {
    props: {
      surveyId: 'survey-1',
      token: 'tok',
      until: new Date('2027-06-09T10:00:00Z'),
      timeZone: 'Europe/Bucharest',
    },
    facts: ['9 June 2027', 'https://tessera.example/n/un/mentoring/surveys/survey-1/tok'],
  },
  'ask-notice': {
    props: { step: 'answered', askId: 'ask-1' },
    facts: ['answered', 'https://tessera.example/n/un/mentoring/asks/ask-1'],
  },
  'approval-notice': {
    props: { step: 'decided', approvalId: 'approval-1' },
    facts: ['decided', 'https://tessera.example/n/un/mentoring/approvals/approval-1'],
  },
  'mentoring-proposed': {
    props: {},
    facts: [
      'A mentoring waits for your answer',
      'because a mentoring is proposed to you',
      'https://tessera.example/n/un/mentoring',
    ],
  },
  'supervision-notice': {
    props: { step: 'near' },
    facts: ['A supervision meeting is near', 'https://tessera.example/n/un/mentoring/supervision'],
  },
  'concern-notice': {
    props: { step: 'raised' },
    facts: ['within 24 hours', 'https://tessera.example/n/un/mentoring/concerns'],
  },
  invitation: {
    props: {
      inviterName: 'Elena Rusu',
      role: 'institution_manager',
      institutionName: 'Baia Mare',
      invitationId: 'inv-1',
      token: 'secret-token',
      expiresAt: new Date('2027-05-20T15:00:00Z'),
      timeZone: 'Europe/Bucharest',
    },
    facts: [
      'Elena Rusu',
      'Institution manager',
      'Baia Mare',
      '20 May 2027',
      'https://tessera.example/n/un/invitations/inv-1/secret-token',
    ],
  },
  digest: {
    props: {
      items: [
        {
          id: 'n-1',
          sentence: 'New date of a training: Planning',
          path: '/n/un/trainings/t-1',
          at: 'Mon, 9:12',
        },
        { id: 'n-2', sentence: 'Certificate ready: Planning', path: '/n/un/certificates', at: 'Mon, 15:40' },
      ],
    },
    facts: [
      'New date of a training: Planning',
      'https://tessera.example/n/un/trainings/t-1',
      'Certificate ready: Planning',
      'https://tessera.example/n/un/certificates',
      'Mon, 15:40',
      'https://tessera.example/notices',
      'https://tessera.example/account/notices',
    ],
  },
  'sign-in-code': { props: { code: '408173', expiresInMinutes: 10 }, facts: ['10 minutes'] },
  'password-reset': {
    props: { resetId: 'reset-1', token: 'secret-token', expiresInMinutes: 30 },
    facts: ['30 minutes', 'https://tessera.example/password-reset/reset-1/secret-token'],
  },
  'second-step-notice': {
    props: { what: 'recovery', left: 7 },
    facts: ['Recovery codes left', 'https://tessera.example/account'],
  },
};

function renderExample<K extends MailKind>(kind: K, over: Partial<MailContext> = {}) {
  return renderMail(kind, examples[kind].props, { ...context, ...over });
}

const htmlText = (html: string) => html.replace(/<style>.*?<\/style>/gs, '').replaceAll('<!-- -->', '');

for (const kind of mailKinds) {
  test(`${kind}: the page and the plain text both tell the facts`, async () => {
    const { subject, html, text } = await renderExample(kind);

    const page = htmlText(html);
    expect(examples[kind].facts.filter((fact) => !text.includes(fact))).toEqual([]);
    expect(examples[kind].facts.filter((fact) => !page.includes(fact))).toEqual([]);
    expect(text).toContain('Hello Ioana Mureșan,');
    expect(text).toContain('You get this mail because');
    expect(text).toContain('Tessera sends this mail for: United Networks');
    expect(subject).not.toBe('');
    expect(`${subject}${page}${text}`).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\{|mails[.:]/);
  });
}

for (const kind of mailKinds.filter((kind) => 'training' in examples[kind].props)) {
  test(`${kind}: the subject names the training, and its time is in its own zone`, async () => {
    const { subject, text } = await renderExample(kind);

    expect(subject).toContain('Working with children');
    expect(text).toContain('13 May 2027, 09:00–15:00 (GMT+3)');
    expect(text).toContain('Strada Crișan 3');
  });
}

test('every mail says its language, so that a screen reader speaks it right', async () => {
  for (const language of languages) {
    for (const kind of mailKinds) {
      const { subject, html, text } = await renderExample(kind, { language });

      expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
      expect(html).toMatch(/<html[^>]* dir="(ltr|rtl)"/);
      // The key itself is what i18next gives when a word is missing.
      expect(`${subject}${text}`).not.toMatch(
        /undefined|\{\{|\b(facts|when|seat\w+|training\w+|signInCode|invitation|passwordReset|certificateIssued)\.[a-z]/,
      );
    }
  }
});

test('marks of HTML, breaks and template marks in names and titles stay text', async () => {
  const title = 'R&D <script>alert(1)</script>\r\nBcc: spy@example.org {{name}} $t(greetingPlain)';
  const { subject, html, text } = await renderMail(
    'seat-promoted',
    {
      ...seat,
      joinUrl: null,
      pass: null,
      leaveToken: 'x',
      isGuest: false,
      hasOtherDates: false,
      training: { ...training, title },
      personName: '<b>"Dan"</b> & Co\n',
    },
    { ...context, recipientName: 'A <i>\nB' },
  );

  const shown = 'R&D <script>alert(1)</script> Bcc: spy@example.org {{name}} $t(greetingPlain)';
  expect(subject).toBe(`Place confirmed: ${shown}`);
  expect(text).toContain(`Training: ${shown}`);
  expect(text).toContain('Person: <b>"Dan"</b> & Co');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('<i>\n');
});

test('no subject ever holds more than one line', async () => {
  const title = 'one\rtwo\nthree\u2028four\u0000five\u202e';
  for (const kind of mailKinds) {
    const { props } = examples[kind];
    const broken = 'training' in props ? { ...props, training: { ...training, title } } : props;
    const { subject } = await renderMail(kind, broken as never, {
      ...context,
      network: { code: 'un', name: 'United\r\nNetworks', accent: '#b4532a' },
    });

    expect(subject).toMatch(/^[^\p{Cc}\u2028\u2029\u202e]+$/u);
  }
});

test('the subject of a registration tells its outcome', async () => {
  const { props } = examples['seats-registered'];
  const subjectOf = async (over: Partial<MailProps['seats-registered']>) =>
    (await renderMail('seats-registered', { ...props, ...over }, context)).subject;

  expect(await subjectOf({})).toBe('Registered, partly on the waiting list: Working with children');
  expect(await subjectOf({ waiting: [] })).toBe('Registered: Working with children');
  expect(await subjectOf({ confirmed: 0, seats: [] })).toBe('On the waiting list: Working with children');
});

test('one place is told in the singular', async () => {
  const { text } = await renderMail(
    'seats-registered',
    {
      ...examples['seats-registered'].props,
      confirmed: 1,
      seats: [{ name: null }],
      waiting: [],
      cancelDeadline: null,
    },
    context,
  );

  expect(text).toContain('1 place is confirmed.');
  expect(text).toContain('1 place without a name');
  expect(text).not.toContain('You can cancel until');
});

test('the institution is told that its place is cancelled, and not who manages the training', async () => {
  const { text } = await renderMail(
    'seat-cancelled',
    { ...seat, promoted: false, audience: 'institution' },
    context,
  );

  expect(text).toContain('https://tessera.example/n/un/trainings/training-1');
  expect(text).not.toContain('/manage');
  expect(text).not.toContain('waiting list');
});

test('a training over several days shows both ends', async () => {
  const { text } = await renderMail(
    'training-cancelled',
    {
      training: { ...training, endsAt: new Date('2027-05-15T12:00:00Z'), venue: null },
      reason: null,
      awaySeatId: null,
    },
    context,
  );

  expect(text).toMatch(/When: 13 May 2027.* 09:00 – 15 May 2027.* 15:00 \(GMT\+3\)/);
  expect(text).not.toContain('Where:');
  expect(text).not.toContain('Reason:');
});

test('the sign-in code is shown in two groups, copied as one, and kept out of subject and preview', async () => {
  const { subject, html, text } = await renderExample('sign-in-code', { network: null, recipientName: null });

  expect(html).toMatch(/<span>408<\/span><span[^>]*>173<\/span>/);
  expect(text).toMatch(/^408173$/m);
  expect(text).toContain('Hello,');
  expect(subject).toBe('Your sign-in code for Tessera');
  expect(html.split('408').length).toBe(2);
});

test('an accent that is no colour cannot bring style into the mail', async () => {
  const accent = 'red;background:url(https://spy.example/x)';
  const { html } = await renderExample('seat-lapsed', { network: { code: 'un', name: 'N', accent } });

  expect(html).not.toContain('spy.example');
  expect(html).toMatch(/border-top:4px solid #[0-9a-f]{6}/);
});

test('a mail that links into a network is never sent without one', async () => {
  await expect(renderExample('seat-promoted', { network: null })).rejects.toThrow('network');
});

test('an address that somebody typed as a name does not become a link', async () => {
  const inviterName = 'https://spy.example/prize';
  const { html } = await renderMail('invitation', { ...examples.invitation.props, inviterName }, context);

  expect(html).toContain(inviterName);
  expect(html).not.toContain(`href="${inviterName}`);
});

// What a name can do to a page: break out of it, hide what follows, look like a blank, or end in half a letter.
const hostileNames = [
  'Ioana Mureșan',
  `A <i>\n"B" & 'C' </td><script>`,
  'عبد الله \u202eابن\u2069',
  '{{name}} $& $1 %s zqn0e &lt; \\u0041',
  'A \t\n  B\u00a0\u200b\u2028C',
  'عب\u202eد الله',
  ' \t spaces ',
  '\u200bmarks\u200b',
  'half \ud83d letters \udc68',
  '👩🏽\u200d🏫',
  '',
  null,
];

test.each(languages)(
  '%s: a mail from a sheet is the mail that is written for its reader alone',
  async (language) => {
    const sheets = new Map();
    const many = [
      'training-reminder',
      'training-follow-up',
      'training-cancelled',
      'training-postponed',
      'training-rescheduled',
    ];
    for (const kind of mailKinds) {
      const isMany = many.includes(kind);
      for (const [index, recipientName] of hostileNames.slice(0, isMany ? undefined : 1).entries()) {
        const reader = { ...context, language, recipientName };
        const { props } = examples[kind] as { props: MailProps[typeof kind] };
        const own = 'own' in props && props.own ? { own: { ...props.own, seatId: `seat-${index}` } } : {};
        const written = { ...props, ...own } as never;
        const { fillings, ...filled } = await renderMail(kind, written, reader, sheets);

        expect(filled, `${kind} ${recipientName}`).toEqual(await renderMail(kind, written, reader));
        const isFilled = isMany && (recipientName === null || canFill(recipientName));
        expect(fillings !== undefined, kind).toBe(isFilled);
        if (!fillings) continue;
        expect(wholeOf(fillings.html)).toBe(filled.html);
        expect(wholeOf(fillings.text)).toBe(filled.text);
      }
    }
    // With a name and without one.
    expect(sheets.size).toBe(many.length * 2);
  },
);

function wholeOf({ pieces, own }: Filling): string {
  return pieces.map((piece, place) => piece + (own[place] ?? '')).join('');
}

test('a guest of a partner network is led to the pages of their own, never to those of the host', async () => {
  for (const kind of ['training-cancelled', 'training-postponed', 'training-rescheduled'] as const) {
    const { props } = examples[kind];
    const ofGuest = { ...context, guestOf: 'band' };
    const one = await renderMail(kind, { ...props, awaySeatId: 'seat-9' } as typeof props, ofGuest);
    const several = await renderMail(kind, props, ofGuest);

    expect(one.text).toContain('https://tessera.example/n/band/away/seat-9');
    expect(several.text).toContain('https://tessera.example/n/band/away');
    expect(one.text).not.toContain('https://tessera.example/n/un/trainings');
  }
});

import { quotientOf } from '@tessera/core/mentoring/indicators.ts';
import { as, refusal, useTestDatabase } from '@tessera/core/testing.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from '~/server/testing.server.ts';
import { networkId, persona, personIdOf } from './acceptance.testing.server.ts';

await useTestDatabase();
const { ask } = await openPages();

const network = 'bg-model';

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test('A17, BGM-05: twenty leaders in two cohorts, known by an alias, eight of them without a login', async () => {
  const coordinator = await persona('coord.bg');
  const [programme] = await coordinator.mentoring.programmes({ network });
  const leaders = await coordinator.mentoring.mentees({ network });

  expect([programme?.state, programme?.targetLeaders, programme?.cohorts.length]).toEqual(['running', 20, 2]);
  expect(leaders.map(({ alias }) => alias)).toEqual(
    Array.from({ length: 20 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`),
  );
  expect(counted(leaders.map(({ cohortName }) => cohortName ?? ''))).toEqual({
    'Първи випуск': 12,
    'Втори випуск': 8,
  });
  expect(counted(leaders.map(({ hasLogin }) => String(hasLogin)))).toEqual({ true: 12, false: 8 });
  expect(counted(leaders.map(({ state }) => state))).toEqual({
    graduated: 15,
    active: 3,
    moved_away: 1,
    withdrawn: 1,
  });
});

test('A18: each cohort had its four modules, and no leader missed more than one', async () => {
  const id = await networkId(network);
  const held = await inNetwork(id, ({ prisma }) =>
    prisma.training.findMany({
      where: { networkId: id, audience: 'leaders', state: 'completed' },
      select: { theme: true, id: true },
    }),
  );
  const coordinator = await persona('coord.bg');
  const sheets = await Promise.all(
    held.map((training) => coordinator.attendance.sheet({ network, trainingId: training.id })),
  );
  const attended = sheets.flatMap(({ rows }) =>
    rows.filter(({ marks }) => Object.values(marks).every((mark) => mark === 'present')),
  );

  expect(counted(held.map(({ theme }) => theme))).toEqual({
    leadership: 2,
    community_mobilisation: 2,
    campaigns: 2,
    conflict_resolution: 2,
  });
  expect(sheets.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(80);
  expect(attended).toHaveLength(78);
});

test('BGM-06: eight mentors have groups of three and of two', async () => {
  const id = await networkId(network);
  const relations = await inNetwork(id, ({ prisma }) =>
    prisma.mentoringRelation.findMany({
      where: { networkId: id },
      select: { mentorId: true, mentees: { select: { menteeId: true } } },
    }),
  );

  expect(new Set(relations.map(({ mentorId }) => mentorId)).size).toBe(8);
  expect(relations.map(({ mentees }) => mentees.length).toSorted()).toEqual([2, 2, 2, 2, 3, 3, 3, 3]);
});

test('BGM-07: the coordinator sees counts: 214 of 240 sessions held, goals 29, 9, 7 and 3', async () => {
  const { programmes, relations } = await (await persona('coord.bg')).mentoring.board({ network });
  const [figures] = programmes;

  expect(figures?.sessions).toEqual([
    { state: 'cancelled', count: 15 },
    { state: 'held', count: 214 },
    { state: 'missed', count: 11 },
  ]);
  expect(figures?.goals).toEqual([
    { state: 'achieved', count: 29 },
    { state: 'dropped', count: 3 },
    { state: 'in_progress', count: 7 },
    { state: 'partly', count: 9 },
  ]);
  const areas = figures?.needs.map(({ need, ...counts }) => [need, ...Object.values(counts)]);
  // Under way, achieved, partly achieved and dropped.
  expect(areas).toEqual([
    ['language', 2, 5, 1, 1],
    ['housing', 0, 1, 1, 0],
    ['work', 2, 3, 0, 0],
    ['health', 0, 6, 1, 1],
    ['education', 0, 2, 1, 0],
    ['community', 2, 11, 5, 1],
    ['safety', 1, 1, 0, 0],
  ]);
  expect(figures?.relations).toEqual([
    { state: 'active', count: 2 },
    { state: 'completed', count: 6 },
  ]);
  // One of the two has had no meeting for three weeks.
  expect(relations.map(({ mentees, needsContact }) => [mentees, needsContact])).toEqual([
    [['L07', 'L08'], false],
    [['L16'], true],
  ]);
});

test('BGM-07: a mentor sees the own leaders with goals, last session and alerts; nobody else opens them', async () => {
  const mentor = await persona('mentor.k');
  const [own, ...others] = await mentor.mentoring.myMentees({ network });
  const at = { network, relationId: own?.relationId ?? '' };
  const sessions = [];
  for (let before: string | null | undefined; before !== null; ) {
    const page = await mentor.mentoring.relation({ ...at, before });
    sessions.push(...page.sessions);
    before = page.olderThan;
  }

  expect(others).toEqual([]);
  expect(own?.mentees.map(({ alias, goals }) => [alias, goals.map(({ state }) => state).toSorted()])).toEqual(
    [
      ['L07', ['achieved', 'in_progress', 'in_progress']],
      ['L08', ['in_progress', 'in_progress', 'in_progress']],
    ],
  );
  expect(sessions).toHaveLength(36);
  const held = sessions.filter(({ state }) => state === 'held');
  expect(held.every(({ summary, nextSteps }) => summary && nextSteps)).toBe(true);
  const readers = ['mentor.a', 'mentor.g', 'coord.bg', 'bga.viewer', 'admin', 'coord.un', 'l01'];
  for (const mailbox of readers) {
    const refused = await refusal((await persona(mailbox)).mentoring.relation(at));
    expect([mailbox, ['not_found', 'not_allowed'].includes(refused)]).toEqual([mailbox, true]);
  }
});

test('a leader with a login reads the own goals and sessions, one group writes Arabic, and what is private stays so', async () => {
  const leader = await persona('l07');
  const mine = await leader.mentoring.myself({ network });
  const arabic = await persona('mentor.a');
  const [own] = await arabic.mentoring.myMentees({ network });
  const page = await arabic.mentoring.relation({ network, relationId: own?.relationId ?? '' });

  expect([mine.profiles.map(({ alias }) => alias), mine.goals.length]).toEqual([['L07'], 3]);
  expect(mine.sessions.every(({ privateNote }) => privateNote === null)).toBe(true);
  expect(page.sessions.some(({ summary }) => /\p{Script=Arabic}/u.test(summary ?? ''))).toBe(true);
  expect(page.sessions.some(({ privateNote }) => privateNote !== null)).toBe(true);
});

test('BG-03: all twenty leaders attended three of the four modules or more, by the lists of attendance', async () => {
  const coordinator = await persona('coord.bg');
  const [programme] = await coordinator.mentoring.programmes({ network });
  const { modules, mentees } = await coordinator.mentoring.modules({
    network,
    programmeId: programme?.id ?? '',
  });

  expect(modules).toHaveLength(4);
  expect(mentees.map(({ attended }) => attended.length).sort()).toEqual([
    ...Array.from({ length: 2 }, () => 3),
    ...Array.from({ length: 18 }, () => 4),
  ]);
});

test('each group follows the plan of its programme; what is over was done, and what is late shows', async () => {
  const mentor = await persona('mentor.a');
  const [own] = await mentor.mentoring.myMentees({ network });
  const { tasks } = await mentor.mentoring.tasks({ network, relationId: own?.relationId ?? '' });

  expect(tasks).toHaveLength(6);
  expect(tasks.filter(({ isModule, doneOn }) => isModule && doneOn !== null)).toHaveLength(1);
  expect(tasks.filter(({ doneOn }) => doneOn !== null).length).toBeGreaterThanOrEqual(4);
});

test.each([
  ['coord.bg', 2],
  ['bga.viewer', 'few'],
])('A17, A18, BG-03, BG-04, ME-01 to ME-05 as %s sees them', async (mailbox, active) => {
  const indicators = await (await persona(mailbox)).mentoring.indicators({ network });

  expect(indicators.map(({ code, value, of }) => [code, value, of])).toEqual([
    ['leaders', 20, 20],
    ['themes', 4, null],
    ['BG-03', 20, 20],
    ['BG-04', 5, null],
    ['people_reached', 412, null],
    ['ME-01', active, null],
    ['ME-02', 214, 240],
    ['ME-03', 38, 48],
    ['ME-04', 0, 8],
    ['ME-05', 20, 8],
  ]);
  expect(indicators.map(quotientOf)).toEqual([null, null, 1, null, null, null, 214 / 240, 38 / 48, 0, 2.5]);
});

test.each([
  ['en', '89.2%', '79.2%', '2.5'],
  ['de', '89,2\u00a0%', '79,2\u00a0%', '2,5'],
  ['ro', '89,2\u00a0%', '79,2\u00a0%', '2,5'],
  ['sl', '89,2\u00a0%', '79,2\u00a0%', '2,5'],
  ['bg', '89,2%', '79,2%', '2,5'],
  ['hu', '89,2%', '79,2%', '2,5'],
])('the page of the figures in %s: each number as the language writes it', async (language, ...numbers) => {
  const cookie = await signIn({ personId: await personIdOf('bga.viewer') });
  const answer = await ask({ path: `${paths.mentoringFigures(network)}?lang=${language}`, cookie });
  const cells = [...(await answer.text()).matchAll(/<td[^>]*><div>([^<]*)</g)].map(([, text]) => text);

  expect(answer.status).toBe(200);
  expect(numbers.filter((number) => !cells.includes(number))).toEqual([]);
  expect(cells.filter((cell) => cell === '214 / 240')).toHaveLength(1);
});

test('BGM-08: of seven initiatives five came to their end with 412 people reached, and two go on', async () => {
  const coordinator = await persona('coord.bg');
  const { initiatives } = await coordinator.initiatives.list({ network });
  const pages = await Promise.all(
    initiatives.map(({ id }) => coordinator.initiatives.one({ network, initiativeId: id })),
  );

  expect(await coordinator.initiatives.figures({ network })).toMatchObject({
    states: [
      { state: 'running', count: 2 },
      { state: 'completed', count: 5 },
    ],
    completed: 5,
    reached: 412,
  });
  expect(
    pages.every(
      ({ texts, team, tasks, cents, approvedCents, currency, partners }) =>
        texts.length === 2 &&
        team.length >= 2 &&
        tasks.length >= 3 &&
        cents > 0 &&
        cents === approvedCents &&
        currency === 'BGN' &&
        partners.length >= 1,
    ),
  ).toBe(true);
  expect(
    pages
      .filter(({ state }) => state === 'completed')
      .every(({ tasks }) => tasks.every(({ doneOn }) => doneOn !== null)),
  ).toBe(true);
});

test('BGM-08: everybody reads the stories to which a whole team agreed, and no alias in them', async () => {
  const visitor = as(null);
  const stories = await visitor.initiatives.stories({ network });
  const read = await Promise.all(
    stories.map(({ id }) => visitor.initiatives.story({ network, initiativeId: id })),
  );
  const { initiatives } = await (await persona('coord.bg')).initiatives.list({ network });

  expect(read.map(({ teamSize, reached }) => [teamSize, reached])).toEqual([
    [3, 146],
    [3, 92],
  ]);
  expect(JSON.stringify(read)).not.toMatch(/L\d\d/);
  expect(initiatives.filter(({ isPublic }) => isPublic)).toHaveLength(2);
});

test('one of the staff beside the coordinator is the lead of safeguarding', async () => {
  const { people } = await (await persona('coord.bg')).members.list({
    network,
    capability: 'safeguarding_lead',
  });

  expect(people.map(({ personId }) => personId)).toEqual([await personIdOf('trainer2.bg')]);
});

test('COM-09: what the viewer sees of each state leaves no figure from one to four to be computed', async () => {
  const [figures] = await (await persona('bga.viewer')).mentoring.summary({ network });

  expect(figures?.goals.map(({ count }) => count)).toEqual([29, null, null, 9]);
  expect(figures?.relations.map(({ count }) => count)).toEqual([null, null]);
  expect(figures?.sessions.map(({ count }) => count)).toEqual([15, 214, 11]);
});

test('figures are for those who answer for the network or pay for it', async () => {
  for (const mailbox of ['mentor.k', 'l07', 'coord.un', 'admin', 'im.lead-ngo'])
    expect([mailbox, await refusal((await persona(mailbox)).mentoring.indicators({ network }))]).toEqual([
      mailbox,
      expect.stringMatching(/^(not_allowed|not_found)$/),
    ]);
});

test('mentors had supervision in each quarter, and the next one is planned', async () => {
  const { meetings, figure } = await (await persona('coord.bg')).supervision.list({ network });

  expect(meetings.map(({ state, mentors }) => [state, mentors])).toEqual([
    ['planned', 3],
    ['held', 3],
    ['held', 3],
    ['held', 5],
    ['held', 5],
    ['held', 5],
  ]);
  expect(figure?.supervised).toBe(figure?.mentors);
  expect(JSON.stringify(meetings)).not.toContain('преводач');
});

test('every relation signed the text of the programme, and what was asked of the coordinator is answered', async () => {
  const coordinator = await persona('coord.bg');
  const mentor = await persona('mentor.k');
  const [relation] = await mentor.mentoring.myMentees({ network });

  expect(relation?.ask).toMatchObject({ what: 'more_information', answer: 'done' });
  const ask = await mentor.mentoring.ask({ network, askId: relation?.ask?.id ?? '' });
  expect(ask.words).toContain('Обадете ми се');
  const { relations } = await coordinator.mentoring.board({ network });
  expect(relations.flatMap(({ asks }) => asks)).toEqual([]);
  const { texts } = await coordinator.mentoring.agreements({
    network,
    programmeId: relations[0]?.programmeId ?? '',
  });
  expect(texts.map(({ language }) => language).toSorted()).toEqual(['ar', 'bg', 'en']);
});

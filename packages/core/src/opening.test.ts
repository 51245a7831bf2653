import { randomUUID } from 'node:crypto';
import { inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { buildContext, createCaller } from './api.server.ts';
import { openSession } from './identity/sessions.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring/mentoring.testing.server.ts';
import type { Opening } from './opening.server.ts';
import { Reading } from './reading.server.ts';
import {
  as,
  countStatements,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  statementsOf,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from './testing.server.ts';

await useTestDatabase();

const network = await newNetwork();
const institutionId = await newInstitution(network);
const coordinator = await newPerson(network, 'coordinator');
const trainingId = await newTraining(network, coordinator);

async function signedIn({ personId }: TestPerson) {
  const cookie = (await openSession(personId, 'a phone')).split(';')[0] ?? '';
  return (opening: Opening | null, { code }: TestNetwork = network) =>
    buildContext({
      headers: new Headers({ cookie }),
      ip: '1',
      requestId: 'x',
      networkCode: code,
      opening,
    });
}

const page = { page: 'training', code: network.code, trainingId } as const;
const where = { network: network.code, trainingId };

async function register(person: TestPerson, name: string) {
  await as(person).seats.register({
    ...where,
    institutionId,
    requestKey: randomUUID(),
    places: places(name),
  });
}

test('from the second page on, what a training asks travels with the session, and shows the same', async () => {
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const request = await signedIn(manager);
  const shown: unknown[] = [];
  const counts: number[][] = [];
  for (let visit = 0; visit < 3; visit++) {
    let asked = 0;
    const names = await statementsOf(async () => {
      const ctx = await request(page);
      asked = await countStatements(async () => {
        const { training, seats } = await createCaller(ctx).trainings.pageWithSeats(where);
        shown.push({ ...training, now: null, seats });
      });
    });
    counts.push([names.length, asked]);
  }
  // Without a guess two statements come later; with one, nothing does, and never is anything asked twice.
  expect(counts).toEqual([
    [4, 2],
    [4, 0],
    [4, 0],
  ]);
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});

test('what changed between two requests shows at once: a new seat, a new language, a new role', async () => {
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const request = await signedIn(manager);
  const read = async () => createCaller(await request(page)).trainings.pageWithSeats(where);
  const before = (await read()).seats.length;
  await register(manager, 'Popa');
  await inScope({ door: 'identity' }, ({ prisma }) =>
    prisma.person.updateMany({ where: { id: manager.personId }, data: { language: 'hu' } }),
  );
  const ctx = await request(page);
  expect(ctx.language).toBe('hu');
  expect((await createCaller(ctx).trainings.pageWithSeats(where)).seats).toHaveLength(before + 1);
});

test('a role that ended shows nothing that was read ahead', async () => {
  const other = await newNetwork();
  const member = await newPerson(other, 'coordinator');
  const draftId = await newTraining(other, member);
  await inScope({ networkId: other.id }, ({ prisma }) =>
    prisma.training.updateMany({ where: { id: draftId }, data: { state: 'draft' } }),
  );
  const request = await signedIn(member);
  const draft = { page: 'training', code: other.code, trainingId: draftId } as const;
  const read = async () =>
    createCaller(await request(draft, other)).trainings.pageWithSeats({
      network: other.code,
      trainingId: draftId,
    });
  await read();
  expect((await read()).training.state).toBe('draft');
  await inScope({ networkId: other.id }, ({ prisma }) =>
    prisma.roleAssignment.updateMany({
      where: { personId: member.personId },
      data: { validUntil: new Date(Date.now() - 1000) },
    }),
  );
  expect(await refusal(read())).toBe('not_found');
});

test('an ended session is nobody, whatever was guessed of it', async () => {
  const member = await newPerson(network, 'coordinator');
  const request = await signedIn(member);
  await request(page);
  expect((await request(page)).actor?.personId).toBe(member.personId);
  await inScope({ door: 'identity' }, ({ prisma }) =>
    prisma.session.deleteMany({ where: { personId: member.personId } }),
  );
  const ctx = await request(page);
  expect(ctx.actor).toBeNull();
  const { training, seats } = await createCaller(ctx).trainings.pageWithSeats(where);
  expect([training.trainers, seats, training.canEdit]).toEqual([[], [], false]);
});

test('the page of a network is one message after the session, and none when it was guessed', async () => {
  const request = await signedIn(coordinator);
  const read = async (opening: Opening | null) => {
    const ctx = await request(opening);
    const caller = createCaller(ctx);
    const answer: unknown[] = [];
    const asked = await countStatements(async () => {
      answer.push(
        ...(await Promise.all([
          caller.networks.page({ network: network.code }),
          caller.trainings.next({ network: network.code }),
          caller.networks.start({ network: network.code }),
        ])),
      );
    });
    return { asked, answer };
  };
  const start = { page: 'network', code: network.code } as const;
  const [plain, first, guessed] = [await read(null), await read(start), await read(start)];
  expect([plain.asked, first.asked, guessed.asked]).toEqual([3, 0, 0]);
  expect(guessed.answer[0]).toEqual(plain.answer[0]);
  expect(guessed.answer[2]).toEqual(plain.answer[2]);
});

test('the page of a mentor comes with the session, and a role that ended opens nothing that was read ahead', async () => {
  const other = await newNetwork();
  const admin = await newPerson(other, 'coordinator');
  const mentor = await newPerson(other, 'mentor');
  const programmeId = await newProgramme(other, admin);
  const mentorId = await newMentor(other, admin, mentor);
  const { menteeId } = await as(admin).mentoring.addMentee({
    network: other.code,
    programmeId,
    alias: 'Willow',
  });
  await newRelation(other, admin, { programmeId, mentor, mentorId, menteeIds: [menteeId] });
  const request = await signedIn(mentor);
  const read = async () => {
    const ctx = await request({ page: 'mentor', code: other.code }, other);
    const caller = createCaller(ctx);
    const of = { network: other.code };
    let answer: unknown;
    const asked = await countStatements(async () => {
      const [relations, next] = await Promise.all([
        caller.mentoring.myMentees(of),
        caller.supervision.next(of),
      ]);
      answer = { aliases: relations.flatMap(({ mentees }) => mentees.map(({ alias }) => alias)), next };
    });
    return { asked, answer };
  };
  const answer = { aliases: ['Willow'], next: null };
  expect([await read(), await read(), await read()]).toEqual([
    { asked: 2, answer },
    { asked: 0, answer },
    { asked: 0, answer },
  ]);
  await inScope({ networkId: other.id }, ({ prisma }) =>
    prisma.roleAssignment.updateMany({
      where: { personId: mentor.personId },
      data: { validUntil: new Date(Date.now() - 1000) },
    }),
  );
  expect(await refusal(read())).toBe('not_found');
});

test('the start page of somebody in two networks comes with the session, and a network left is gone from it', async () => {
  const other = await newNetwork();
  const person = await newPerson(network, 'coordinator');
  await join(other, person);
  const request = await signedIn(person);
  const read = async () => {
    const ctx = await request({ page: 'home' });
    const caller = createCaller(ctx);
    let codes: string[] = [];
    const asked = await countStatements(async () => {
      codes = (await caller.needs.own()).networks.map(({ code }) => code);
    });
    return { asked, codes: codes.toSorted() };
  };
  const both = [network.code, other.code].toSorted();
  expect(await read()).toEqual({ asked: 3, codes: both });
  expect(await read()).toEqual({ asked: 0, codes: both });
  await inScope({ networkId: other.id }, ({ prisma }) =>
    prisma.roleAssignment.updateMany({
      where: { personId: person.personId },
      data: { validUntil: new Date(Date.now() - 1000) },
    }),
  );
  expect((await read()).codes).toEqual([network.code]);
});

test('what may wait is counted where something is there for it, and comes with the session the next time', async () => {
  const home = await newNetwork();
  const person = await newPerson(home, 'coordinator');
  const request = await signedIn(person);
  const read = async () => {
    const caller = createCaller(await request({ page: 'home' }));
    let kinds: string[] = [];
    const asked = await countStatements(async () => {
      kinds = (await caller.needs.own()).networks.flatMap(({ tasks }) => tasks.map(({ kind }) => kind));
    });
    return { asked, kinds };
  };
  expect((await read()).kinds).toEqual([]);
  expect(await read()).toEqual({ asked: 0, kinds: [] });

  await newPerson(home, 'volunteer');
  const code = { network: home.code };
  await as(person).prerequisites.require({ ...code, kind: 'first_aid', roles: ['volunteer'] });

  // Of the kinds that depend on a prerequisite: the own ones, and those of everybody.
  expect(await read()).toEqual({ asked: 2, kinds: ['lacking'] });
  expect(await read()).toEqual({ asked: 0, kinds: ['lacking'] });
  const [kind] = await as(person).prerequisites.kinds(code);
  await as(person).prerequisites.retire({ ...code, kindId: kind?.id ?? '' });
  expect(await read()).toEqual({ asked: 0, kinds: [] });
});

test('an answer that was read ahead serves once, and only for the same values in the same scope', async () => {
  const reading = new Reading();
  const asked = { name: 'numbers', text: 'select $1::int as number', values: [1] };
  reading.keep({ scope: {}, statements: [asked] }, [[{ number: 41 }]]);
  const other = { ...asked, values: [2] };
  expect(await reading.ask({ scope: {}, statements: [other] })).toEqual([[{ number: 2 }]]);
  const inNobody = { scope: { networkId: network.id }, statements: [asked] };
  expect(await reading.ask(inNobody)).toEqual([[{ number: 1 }]]);
  expect(await reading.ask({ scope: {}, statements: [asked] })).toEqual([[{ number: 41 }]]);
  expect(await reading.ask({ scope: {}, statements: [asked] })).toEqual([[{ number: 1 }]]);
});

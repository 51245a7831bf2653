import { randomUUID } from 'node:crypto';
import type { Caller } from '@tessera/core/api.server.ts';
import { createPerson } from '@tessera/core/identity/people.server.ts';
import { assignRole } from '@tessera/core/members/assign.server.ts';
import { assignCohort, type Mentee, type Mentor } from '@tessera/core/mentoring/matching.ts';
import { availability, isLiving, relationStates, topics } from '@tessera/core/mentoring/rules.ts';
import { newId } from '@tessera/db/id.server.ts';
import { relationsOfMentor } from '@tessera/db/mentoring.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import type pg from 'pg';
import { callerOf } from './caller.ts';
import { quantile } from './numbers.ts';
import { closeOffice, newOffice, type Office } from './p7.ts';
import type { Place } from './place.ts';
import type { Count, Outcome, Row } from './report.ts';
import { type Cost, leastOf, withMeter } from './statements.ts';

const MENTEES = [1, 10, 100];
/** One a week for five years. */
const WEEKS = 260;
const GROWTH = [1_000, 10_000, 100_000];
const VISITS = 40;
const MOST_STATEMENTS = 6;
const MOST_MORE = 1.2;
// An index gains a level: that much is no growth.
const LEVELS = 10;

type Tutor = { personId: string; call: Caller; mentees: number };

/** P4, mentoring: a mentor's list with 1 to 100 mentees, a network that grows around it, and a cohort that is matched. */
export async function p4Mentoring(place: Place): Promise<Outcome> {
  return withClient(place.urls.adminUrl, async (admin) => {
    const office = await newOffice();
    const people: string[] = [];
    try {
      const programmeId = await newProgramme(office);
      const tutors: Tutor[] = [];
      for (const mentees of MENTEES) tutors.push(await newTutor(admin, office, programmeId, mentees, people));
      await settle(admin);
      const costs = await withMeter(admin, async (meter) => {
        const found: Cost[] = [];
        for (const { call } of tutors)
          found.push(await leastOf(meter, 5, () => call.mentoring.myMentees({ network: office.code })));
        return found;
      });
      const grown = await growth(admin, office, programmeId, tutors[1], people);
      return {
        rows: [await listRow(admin, office, tutors.at(-1)), matchingRow()],
        counts: [...listCounts(costs), ...growthCounts(grown)],
      };
    } finally {
      await closeMentoring(admin, office, people);
      await closeDatabase();
    }
  });
}

function listCounts(costs: readonly Cost[]): Count[] {
  const [one, ten, hundred] = costs;
  // What one mentee more costs, between 1 and 10 and between 10 and 100.
  const few = ((ten?.buffers ?? 0) - (one?.buffers ?? 0)) / 9;
  const many = ((hundred?.buffers ?? 0) - (ten?.buffers ?? 0)) / 90;
  return [
    ...costs.map(({ statements }, index) => ({
      id: 'P4',
      what: `mentor's list, ${MENTEES[index]} mentees: statements`,
      value: statements,
      bar: `≤ ${MOST_STATEMENTS}`,
      isMet: statements <= MOST_STATEMENTS,
    })),
    {
      id: 'P4',
      what: `mentor's list: buffers for each mentee more, to 10 and to 100 (${costs.map(({ buffers }) => buffers).join(', ')} in all)`,
      value: `${few.toFixed(1)}, ${many.toFixed(1)}`,
      bar: `≤ × ${MOST_MORE}`,
      isMet: many <= few * MOST_MORE,
    },
  ];
}

type Growth = {
  sessions: number;
  list: Cost;
  board: Cost;
  figures: Cost;
  boardMs: number;
  figuresMs: number;
};

/** What others write: it lies in relations of other mentors, of which most have ended. */
async function growth(
  admin: pg.Client,
  office: Office,
  programmeId: string,
  tutor: Tutor | undefined,
  people: string[],
): Promise<Growth[]> {
  const network = office.code;
  const found: Growth[] = [];
  let written = 0;
  for (const sessions of GROWTH) {
    const relations = Math.round((sessions - written) / 50);
    written = sessions;
    await newTutor(admin, office, programmeId, relations, people, { weeks: 50, state: 'completed' });
    await settle(admin);
    const calls = {
      list: () => tutor?.call.mentoring.myMentees({ network }) ?? Promise.resolve([]),
      board: () => office.call.mentoring.board({ network }),
      figures: () => office.call.mentoring.indicators({ network }),
    };
    const costs = await withMeter(admin, async (meter) => ({
      list: await leastOf(meter, 5, calls.list),
      board: await leastOf(meter, 5, calls.board),
      figures: await leastOf(meter, 5, calls.figures),
    }));
    found.push({
      sessions,
      ...costs,
      boardMs: await medianOf(calls.board),
      figuresMs: await medianOf(calls.figures),
    });
  }
  return found;
}

function growthCounts(grown: readonly Growth[]): Count[] {
  const [first] = grown;
  const last = grown.at(-1);
  const all = (read: (each: Growth) => number) => grown.map(read).join(', ');
  const limit = (first?.list.buffers ?? 0) * MOST_MORE + LEVELS;
  const isFlat = (last?.list.buffers ?? 0) <= limit;
  return [
    {
      id: 'P4',
      what: `mentor's list with ${GROWTH.join(', ')} sessions of others: buffers`,
      value: all(({ list }) => list.buffers),
      bar: `≤ × ${MOST_MORE}`,
      isMet: isFlat,
    },
    {
      id: 'P4',
      what: `coordinator's board with them: buffers, ${all(({ boardMs }) => Math.round(boardMs))} ms; it counts every session`,
      value: all(({ board }) => board.buffers),
      bar: 'reported',
      isMet: true,
    },
    {
      id: 'P4',
      what: `figures with them: buffers, ${all(({ figuresMs }) => Math.round(figuresMs))} ms; they count every session`,
      value: all(({ figures }) => figures.buffers),
      bar: 'reported',
      isMet: true,
    },
  ];
}

async function listRow(admin: pg.Client, office: Office, tutor: Tutor | undefined): Promise<Row> {
  if (!tutor) throw new Error('there is no mentor');
  const living = relationStates.filter(isLiving);
  const { name, text, values } = relationsOfMentor(office.networkId, tutor.personId, 'en', living);
  const product = await medianOf(() => tutor.call.mentoring.myMentees({ network: office.code }));
  const raw = await medianOf(() => admin.query({ name, text, values }));
  return {
    ...withoutBar,
    workload: `mentor's list, ${tutor.mentees} mentees, ${WEEKS} sessions each`,
    measured: `${product.toFixed(1)} ms`,
    bound: `its statement alone, ${raw.toFixed(1)} ms`,
    ratio: product / raw,
    notes: ['the procedure, with its transaction and its walls; the page is not in it'],
  };
}

const withoutBar = { id: 'P4', bar: '', isMet: null, star: '', hasStar: null };

function matchingRow(): Row {
  const some = <Item>(list: readonly Item[], turn: number, count: number) =>
    Array.from({ length: count }, (_, index) => list[(turn * 7 + index * 5) % list.length] as Item);
  const tongues = ['ar', 'bg', 'en', 'fa', 'uk', 'ru', 'kmr', 'ps'];
  const side = (turn: number) => ({
    id: `${turn}`.padStart(6, '0'),
    personId: null,
    languages: some(tongues, turn, 2),
    topics: some(topics, turn, 3),
    availability: some(availability, turn, 4),
    place: `Place ${turn % 9}`,
  });
  const mentors = Array.from(
    { length: 250 },
    (_, turn): Mentor => ({
      ...side(turn),
      state: 'approved',
      gender: null,
      capacity: 3,
      held: turn % 2,
      lacks: [],
    }),
  );
  const mentees = Array.from(
    { length: 500 },
    (_, turn): Mentee => ({
      ...side(turn * 3 + 1),
      needsInterpreter: turn % 10 === 0,
      genderPreference: null,
      ruledOut: [],
    }),
  );
  assignCohort(mentors, mentees);
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    assignCohort(mentors, mentees);
    return performance.now() - began;
  });
  const { pairs, unmatched } = assignCohort(mentors, mentees);
  return {
    ...withoutBar,
    workload: 'matching of 500 mentees with 250 mentors',
    measured: `${Math.round(quantile(times, 0.5))} ms`,
    bound: 'none',
    ratio: null,
    notes: [`${pairs.length} matched, ${unmatched.length} not; optimal, with the reasons of each pair`],
  };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return quantile(times, 0.5);
}

/** A programme that takes relations. */
export async function newProgramme({ call, code: network }: Office): Promise<string> {
  const { programmeId } = await call.mentoring.createProgramme({
    network,
    code: 'P4',
    texts: [{ language: 'ro', title: 'Mentorat' }],
  });
  for (const state of ['recruiting', 'matching'] as const)
    await call.mentoring.moveProgramme({ network, programmeId, state });
  return programmeId;
}

/** A mentor with so many relations, each of one mentee; they are rows made at once, for they are not what is measured. */
export async function newTutor(
  admin: pg.Client,
  { networkId, code, call }: Office,
  programmeId: string,
  mentees: number,
  people: string[],
  { weeks = WEEKS, state = 'active' }: { weeks?: number; state?: 'active' | 'completed' } = {},
): Promise<Tutor> {
  const now = new Date();
  const email = `${randomUUID()}@demo.example`;
  const card = {
    email,
    givenName: 'Ana',
    familyName: code,
    nameOrder: 'given_first',
    language: 'en',
  } as const;
  const personId = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const id = await createPerson(tx, { ...card, passwordHash: null }, now);
    await assignRole(tx, {
      networkId,
      personId: id,
      role: 'mentor',
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    });
    return id;
  });
  people.push(personId);
  const { mentorId } = await call.mentoring.addMentor({ network: code, personId });
  const ids = () => Array.from({ length: mentees }, newId);
  await fill(admin, { networkId, programmeId, mentorId, menteeIds: ids(), relationIds: ids(), weeks, state });
  const caller = callerOf({ personId, name: code, email }, now);
  return { personId, call: caller, mentees };
}

type Filling = {
  networkId: string;
  programmeId: string;
  mentorId: string;
  menteeIds: string[];
  relationIds: string[];
  weeks: number;
  state: 'active' | 'completed';
};

/** Bytes in the form of a sealed value. */
const sealedBytes = (length: number) => `decode('01' || repeat('ab', ${length}), 'hex')`;

async function fill(admin: pg.Client, filling: Filling): Promise<void> {
  const { networkId, programmeId, mentorId, menteeIds, relationIds, weeks, state } = filling;
  const hasEnded = state === 'completed';
  await admin.query(
    `insert into mentee_profile (id, network_id, programme_id, alias, state, languages, topics, availability, created_at, ended_at)
     select m.id, $1, $2, 'A ' || m.id, $4, '{ar}', '{}', '{}', now(), case when $5 then now() end from unnest($3::uuid[]) as m(id)`,
    [networkId, programmeId, menteeIds, hasEnded ? 'graduated' : 'active', hasEnded],
  );
  await admin.query(
    `insert into mentoring_relation (id, network_id, programme_id, mentor_id, state, proposed_at, mentor_accepted_at, started_on, ended_at)
     select r.id, $1, $2, $3, $5, now(), now(), current_date - $6::int * 7, case when $7 then now() end from unnest($4::uuid[]) as r(id)`,
    [networkId, programmeId, mentorId, relationIds, state, weeks, hasEnded],
  );
  await admin.query(
    `insert into mentoring_relation_mentee (network_id, programme_id, relation_id, mentee_id, accepted_at, joined_on, left_on)
     select $1, $2, p.relation, p.mentee, now(), current_date - $5::int * 7, case when $6 then current_date end
     from unnest($3::uuid[], $4::uuid[]) as p(relation, mentee)`,
    [networkId, programmeId, relationIds, menteeIds, weeks, hasEnded],
  );
  await admin.query(
    `insert into mentoring_session (id, network_id, relation_id, state, day, minutes, mode, place_kind, shared_summary, next_steps, nonce, logged_at)
     select uuidv7(), $1, r.id, case when w % 9 = 0 then 'cancelled' when w % 11 = 0 then 'missed' else 'held' end, current_date - w * 7, 60,
       'in_person', 'public', ${sealedBytes(300)}, ${sealedBytes(80)}, gen_random_uuid(), now() - make_interval(weeks => w)
     from generate_series(1, $3::int) as w cross join unnest($2::uuid[]) as r(id)`,
    [networkId, relationIds, weeks],
  );
  await admin.query(
    `insert into mentoring_session_mentee (network_id, relation_id, session_id, mentee_id)
     select s.network_id, s.relation_id, s.id, m.mentee_id from mentoring_session s
     join mentoring_relation_mentee m on m.network_id = s.network_id and m.relation_id = s.relation_id
     where s.network_id = $1 and s.relation_id = any($2)`,
    [networkId, relationIds],
  );
  await admin.query(
    `insert into mentoring_goal (id, network_id, relation_id, mentee_id, aim, progress, state, created_at)
     select uuidv7(), $1, p.relation, p.mentee, ${sealedBytes(90)}, n, (array['achieved', 'partly', 'in_progress'])[n], now()
     from unnest($2::uuid[], $3::uuid[]) as p(relation, mentee) cross join generate_series(1, 3) as n`,
    [networkId, relationIds, menteeIds],
  );
}

const tables = [
  'mentoring_goal',
  'mentoring_session_mentee',
  'mentoring_session',
  'mentoring_relation_mentee',
  'mentoring_relation',
  'mentee_profile',
  'mentor_profile',
  'mentoring_programme_text',
  'mentoring_programme',
];

/** What a night does to the tables. */
export async function settle(admin: pg.Client): Promise<void> {
  for (const table of tables) await admin.query(`vacuum (analyze) ${table}`);
}

/** Removes a network with its mentoring, and its people. */
export async function closeMentoring(
  admin: pg.Client,
  office: Office,
  people: readonly string[],
): Promise<void> {
  for (const table of tables)
    await admin.query(`delete from ${table} where network_id = $1`, [office.networkId]);
  await closeOffice(admin, office);
  await admin.query('delete from person where id = any($1)', [people]);
}

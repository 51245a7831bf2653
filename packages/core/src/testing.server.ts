import { randomUUID } from 'node:crypto';
import { statementsIn } from '@tessera/db/batch.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { temporaryHome, workerDatabase } from '@tessera/db/testing.server.ts';
import pg from 'pg';
import { afterAll } from 'vitest';
import { type Caller, createCaller } from './api.server.ts';
import type { RequestContext } from './context.server.ts';
import { createPerson } from './identity/people.server.ts';
import { joinNetwork, registerInstitution } from './institutions/join.server.ts';
import { assignRole } from './members/assign.server.ts';
import { foundNetwork } from './networks/found.server.ts';
import type { Role } from './permissions.ts';
import { Reading } from './reading.server.ts';

/** Points this test file at its worker's database; call it once, at the top. */
export async function useTestDatabase() {
  const urls = await workerDatabase();
  process.env.DATABASE_URL = urls.appUrl;
  process.env.JOBS_DATABASE_URL = urls.jobsUrl;
  process.env.TESSERA_DATA = temporaryHome();
  process.env.TESSERA_DEMO = '1';
  afterAll(closeDatabase);
  return urls;
}

let counter = 0;
const unique = () => `${Date.now().toString(36)}${process.pid.toString(36)}${(counter++).toString(36)}`;

export type TestNetwork = { id: string; code: string; tag: string };

/** A network of its own for each test, so that nothing needs cleaning. */
export async function newNetwork(
  options: {
    parentCode?: string;
    kind?: 'regional' | 'county';
    tag?: string;
    now?: Date;
    /** Its own language and those that its pages offer besides. */
    languages?: [own: string, ...others: string[]];
  } = {},
): Promise<TestNetwork> {
  const tag = options.tag ?? unique();
  const languages: [string, ...string[]] = options.languages ?? ['ro', 'hu', 'en'];
  const code = `t-${unique()}`;
  const { id } = await foundNetwork(
    { actorId: null, now: options.now ?? new Date() },
    {
      code,
      kind: options.kind ?? 'regional',
      parentCode: options.parentCode ?? null,
      defaultLanguage: languages[0],
      interfaceLanguages: languages,
      contentLanguages: ['ro', 'hu'],
      accent: '#7a4b2a',
      timeZone: 'Europe/Bucharest',
      country: 'RO',
      clockOffset: 0,
      isDemo: true,
      texts: [{ language: 'ro', name: `Rețeaua ${tag}`, summary: '' }],
    },
  );
  return { id, code, tag };
}

/** An institution in the register that is a member of the network. */
export async function newInstitution(network: TestNetwork, name = `Primăria ${unique()}`): Promise<string> {
  const now = new Date();
  const id = await registerInstitution(
    {
      kind: 'municipality',
      locality: name,
      county: '',
      country: 'RO',
      website: '',
      languages: [],
      isDemo: true,
      texts: [{ language: 'ro', name }],
    },
    now,
  );
  await joinNetwork(
    { actorId: null, now, networkId: network.id },
    { institutionId: id, role: 'member', track: '', isGuest: false, joinedOn: null },
  );
  return id;
}

export type TestPerson = { personId: string; email: string; name: string };

/** A person, with a role in a network when one is named. */
export async function newPerson(
  network: TestNetwork | null,
  role: Role | null,
  institutionId: string | null = null,
  options: { passwordHash?: string; capabilities?: string[]; language?: string | null } = {},
): Promise<TestPerson> {
  const email = `${role ?? 'nobody'}.${unique()}@demo.example`;
  const familyName = `${role ?? 'nobody'} ${network?.tag ?? ''}`;
  const personId = await inScope({ networkId: network?.id ?? null, door: 'identity' }, async (tx) => {
    const id = await createPerson(
      tx,
      {
        email,
        givenName: 'Ana',
        familyName,
        nameOrder: 'given_first',
        language: options.language === undefined ? 'en' : options.language,
        passwordHash: options.passwordHash ?? null,
      },
      new Date(),
    );
    if (network && role) {
      await assignRole(tx, {
        networkId: network.id,
        personId: id,
        role,
        institutionId,
        capabilities: options.capabilities,
        validFrom: new Date(0),
        actorId: null,
      });
    }
    return id;
  });
  return { personId, email, name: `Ana ${familyName}` };
}

/** One more role for a person, in another network. */
export async function join(
  { id: networkId }: TestNetwork,
  { personId }: TestPerson,
  role: Role = 'viewer',
): Promise<void> {
  await inScope({ networkId, door: 'identity' }, (tx) =>
    assignRole(tx, {
      networkId,
      personId,
      role,
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
}

/** The request of a person (or of a visitor) at an instant. */
export function requestOf(person: TestPerson | null, now = new Date()): RequestContext {
  return {
    actor: person ? { ...person, language: 'en' } : null,
    sessionId: null,
    now,
    language: 'en',
    requestId: randomUUID(),
    // Test files share a database and its counters of attempts.
    ip: randomUUID(),
    device: 'test',
    setCookies: [],
    resolved: new Map(),
    reading: new Reading(),
  };
}

/** The procedures in the name of a person (or of a visitor). */
export function as(person: TestPerson | null, now = new Date()): Caller {
  return createCaller(requestOf(person, now));
}

export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 86_400_000;

type Details = Parameters<Caller['trainings']['create']>[0];

/** What a training needs, with half-days from tomorrow noon on; `changes` go over it. */
export function trainingDetails(network: TestNetwork, changes: Partial<Details> = {}): Details {
  const start = Date.now() + days(10);
  return {
    network: network.code,
    code: `T-${unique()}`,
    theme: 'participatory_planning',
    mode: 'onsite',
    languages: ['ro'],
    capacity: 10,
    workloadMinutes: 600,
    texts: [{ language: 'ro', title: `Planificare ${network.tag}` }],
    sessions: [
      { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' },
      { startsAt: new Date(start + hours(4)), endsAt: new Date(start + hours(7)), halfDay: 'pm' },
    ],
    ...changes,
  };
}

/** A published training, made by a coordinator. */
export async function newTraining(
  network: TestNetwork,
  coordinator: TestPerson,
  changes: Partial<Details> = {},
): Promise<string> {
  const { trainingId } = await as(coordinator).trainings.create(trainingDetails(network, changes));
  await as(coordinator).trainings.move({ network: network.code, trainingId, move: 'publish' });
  return trainingId;
}

/** Places with names `first`, `second` …, or to be named where a name is null. */
export function places(...names: (string | null)[]) {
  return names.map((name) => (name === null ? {} : { givenName: 'Ion', familyName: name }));
}

/** The code of the domain error with which a call was refused; fails when it was not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    return cause?.code ?? (error as { code?: string }).code ?? String(error);
  }
  throw new Error('the call was not refused');
}

/** How many statements `work` sends to the database; what begins, scopes and ends a transaction does not count. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  return (await statementsOf(work)).length;
}

/** The names of the statements that `work` sends, as `countStatements` counts them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { query } = pg.Client.prototype;
  const names: string[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg.Client.query cannot be written otherwise
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]): any {
    const sent = statementsIn(args[0]).map(({ name, text }) => name ?? text);
    names.push(...sent.filter((name) => !/^\s*(begin|commit|rollback|carry_scope)/i.test(name)));
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return names;
}

import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { appRouter } from './api.server.ts';
import { linkToken } from './identity/secrets.server.ts';
import { joinNetwork } from './institutions/join.server.ts';
import { acceptLink } from './networks/links.server.ts';
import { roles } from './permissions.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from './testing.server.ts';

// Every procedure, with every role of one network, with the ids of another: nothing may come back, nothing may change.
// Procedures are found by themselves; an input that this walk cannot fill makes it fail until it gets a rule here.

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
afterAll(() => admin.end());

type Ids = Record<string, string>;
type World = { network: TestNetwork; coordinator: TestPerson; canary: string; ids: Ids; draftIds: Ids };

/** A network with a row of every kind, each of them carrying a word that must never leave it. */
async function canaryWorld(name: string): Promise<World> {
  const canary = `KANARI${name}${randomUUID().slice(0, 8)}`;
  const network = await newNetwork({ tag: canary });
  const institutionId = await newInstitution(network, `Guest ${canary}`);
  const [row] = (
    await admin.query(`update membership set is_public = false where network_id = $1 returning id`, [
      network.id,
    ])
  ).rows;
  expect(row).toBeDefined();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const start = Date.now() - days(2);
  const secret = {
    texts: [{ language: 'ro', title: `Secret ${canary}`, summary: canary }],
    venue: canary,
    visibility: 'network' as const,
  };
  const at = new Date(start - days(3));
  const trainingId = await newTraining(network, coordinator, {
    ...secret,
    sessions: [
      { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am', room: canary },
    ],
  });
  await as(manager, at).seats.register({
    network: network.code,
    trainingId,
    places: places(canary, `${canary}zwei`, null),
    requestKey: randomUUID(),
    note: canary,
  });
  const { seats, training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const sessionId = training.sessions[0]?.id ?? '';
  const seatId = seats[0]?.id ?? '';
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId,
    marks: [{ seatId, state: 'present' }],
  });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  const [certificate] = await as(coordinator).certificates.list({ network: network.code });
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email: `${canary}@demo.example`,
    role: 'trainer',
  });
  const draft = await as(coordinator).trainings.create(trainingDetails(network, secret));
  const importId = await newImport(network, coordinator, canary);
  const ids = {
    importId,
    trainingId,
    sessionId,
    seatId,
    institutionId,
    certificateId: certificate?.id ?? '',
    invitationId,
    personId: coordinator.personId,
  };
  return { network, coordinator, canary, ids, draftIds: { ...ids, trainingId: draft.trainingId } };
}

async function newImport(network: TestNetwork, coordinator: TestPerson, canary: string): Promise<string> {
  const { importId } = await as(coordinator).imports.upload({
    network: network.code,
    kind: 'people',
    name: `${canary}.csv`,
    content: oneFile(`family name;given name;email\n${canary};Ion;${canary}@demo.example\n`),
  });
  return importId;
}

async function* oneFile(text: string) {
  yield Buffer.from(text);
}

const someIds = (): Ids => ({
  importId: newId(),
  trainingId: newId(),
  sessionId: newId(),
  seatId: newId(),
  institutionId: newId(),
  certificateId: newId(),
  invitationId: newId(),
  personId: newId(),
});

type Json = {
  type?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  allOf?: Json[];
  minItems?: number;
  minimum?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
};

const dates = new Set([
  'startsAt',
  'endsAt',
  'from',
  'to',
  'before',
  'quotaReleaseAt',
  'regOpensAt',
  'regClosesAt',
]);

/** An input that fits the schema of a procedure, with ids from `ids`. */
function fill(schema: Json, name: string, ids: Ids, network: string): unknown {
  if (name === 'network') return network;
  if (ids[name] !== undefined) return ids[name];
  if (name === 'content') return oneFile('name;kind\nA;ngo\n');
  if (name === 'trainerIds') return [ids.personId];
  if (name === 'tokenId' || name === 'eventId' || name === 'requestKey') return randomUUID();
  if (name === 'token') return linkToken('invitation', ids.invitationId ?? '');
  if (dates.has(name))
    return new Date(Date.now() + (name === 'endsAt' || name === 'to' ? days(40) : days(30)));
  if (/Ids?$/.test(name)) throw new Error(`no rule for the id "${name}": add one to this walk`);
  const text: Record<string, string> = {
    email: `x${randomUUID().slice(0, 8)}@demo.example`,
    recipient: network,
    password: 'long enough 123',
    currentPassword: 'long enough 123',
    code: '123456',
    language: 'en',
    session: '0123456789abcdef',
    givenName: 'Ion',
    familyName: `Pop${randomUUID().slice(0, 4)}`,
    title: 'Title',
    q: '',
    month: '2026-01',
  };
  if (text[name] !== undefined && schema.enum === undefined && schema.type === 'string') return text[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.find((each) => each.type !== 'null') ?? schema.allOf?.[0];
  if (choice) return fill(choice, name, ids, network);
  switch (schema.type) {
    case 'object':
      return fillObject(schema, ids, network);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        fill(schema.items ?? {}, name.replace(/s$/, ''), ids, network),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1) === 1 ? 60 : schema.minimum;
    case 'boolean':
      return false;
    case 'string':
      return 'text'.padEnd(schema.minLength ?? 0, 'x');
    default:
      throw new Error(`no rule for the input "${name}": ${JSON.stringify(schema)}`);
  }
}

function fillObject(schema: Json, ids: Ids, network: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([key]) => schema.required?.includes(key) || ids[key] !== undefined || key === 'trainerIds')
      .map(([key, value]) => [key, fill(value, key, ids, network)]),
  );
}

type Procedure = { _def: { inputs?: z.ZodType[]; meta?: { permission?: string } } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

function inputFor(procedure: Procedure, ids: Ids, network: string): Record<string, unknown> {
  const parts = (procedure._def.inputs ?? []).map((schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
    return fillObject(json, ids, network);
  });
  return Object.assign({}, ...parts);
}

type Outcome = { answer: string; code: string };

async function probe(
  person: TestPerson | null,
  name: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const [noun = '', verb = ''] = name.split('.');
  const caller = as(person) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  try {
    const answer = await caller[noun]?.[verb]?.(input);
    // Pages and the public interface carry answers as JSON: one that JSON cannot hold fails here.
    return {
      answer: JSON.stringify(answer) ?? '',
      code: 'ok',
    };
  } catch (error) {
    const { message, cause, code } = error as { message: string; cause?: { code?: string }; code?: string };
    // An input that the schema refuses would prove nothing.
    if (code === 'BAD_REQUEST')
      throw new Error(`${name}: the walk made an input that does not fit: ${message}`);
    if (code === 'INTERNAL_SERVER_ERROR') throw new Error(`${name} crashed: ${message}`, { cause: error });
    return { answer: message, code: cause?.code ?? code ?? '' };
  }
}

/** Everything that is stored for a network, as one text: equal before and after means that nothing changed. */
async function fingerprint({ network }: World): Promise<string> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'network_id' and c.relkind = 'r' and n.nspname = 'public' order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query<{ hash: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t where network_id = $1`,
      [network.id],
    );
    parts.push(`${name} ${rows[0]?.hash}`);
  }
  return parts.join('\n');
}

test('no procedure gives or changes anything of another network, whoever asks and however', {
  timeout: 240_000,
}, async () => {
  const own = await canaryWorld('OWN');
  const other = await canaryWorld('OTHER');
  const partner = await newInstitution(own.network);
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['nobody', await newPerson(null, null)],
  ];
  for (const role of roles) {
    people.push([role, await newPerson(own.network, role, role === 'institution_manager' ? partner : null)]);
  }
  const before = await fingerprint(other);
  let probes = 0;

  for (const [name, procedure] of procedures) {
    for (const [role, person] of people) {
      const random = someIds();
      const ways: [string, Ids, string][] = [
        ['foreign ids in the own network', other.ids, own.network.code],
        ['foreign draft in the own network', other.draftIds, own.network.code],
        ['foreign network', other.ids, other.network.code],
        ['own ids in the foreign network', own.ids, other.network.code],
        ['foreign training, own institution', { ...other.ids, institutionId: partner }, own.network.code],
      ];
      const outcomes: Record<string, Outcome> = {};
      for (const [way, ids, code] of ways) {
        // The link of an invitation is a right in itself: here it must not be the right one.
        const input: Record<string, unknown> = { ...inputFor(procedure, ids, code) };
        if ('token' in input && 'invitationId' in input) input.token = linkToken('invitation', randomUUID());
        if (input.recipient !== undefined) input.recipient = other.network.code;
        const outcome = await probe(person, name, input);
        // The name of an active network is public; everything else that carries the word is not.
        const answer = outcome.answer.replaceAll(`Rețeaua ${other.canary}`, '');
        expect([name, role, way, answer.includes(other.canary)]).toEqual([name, role, way, false]);
        outcomes[way] = outcome;
        probes += 1;
      }
      const missing = await probe(person, name, {
        ...inputFor(procedure, { ...random, institutionId: partner }, own.network.code),
      });
      const foreign = outcomes['foreign training, own institution'];
      // Random and foreign look the same. (The link of an invitation differs by its token, which is wrong in both.)
      expect([name, role, foreign?.code]).toEqual([name, role, missing.code]);
      probes += 1;
    }
  }

  expect(await fingerprint(other)).toBe(before);
  console.info(
    `isolation: ${probes} probes over ${procedures.length} procedures and ${people.length} kinds of people, 0 leaks`,
  );
});

test('the walk would see a leak: a member of the network does see the word', async () => {
  const world = await canaryWorld('SEEN');

  const { answer } = await probe(world.coordinator, 'trainings.manage', {
    network: world.network.code,
    trainingId: world.ids.trainingId,
  });

  expect(answer).toContain(world.canary);
});

test('a training shared with a partner is read there, and gone at once when the share is revoked', async () => {
  const own = await newNetwork();
  const partner = await newNetwork();
  const coordinator = await newPerson(own, 'coordinator');
  const reader = await newPerson(partner, 'mentor');
  const trainingId = await newTraining(own, coordinator, { visibility: 'network' });
  const now = new Date();
  const titles = async () =>
    (await as(reader).trainings.catalogue({ network: partner.code })).trainings.map(({ id, isShared }) => [
      id,
      isShared,
    ]);

  expect(
    await probe(coordinator, 'trainings.share', { network: own.code, trainingId, recipient: partner.code }),
  ).toMatchObject({ code: 'link_not_accepted' });
  await acceptLink(null, { networkId: own.id, now }, { networkId: partner.id, now }, ['trainings']);
  await as(coordinator).trainings.share({ network: own.code, trainingId, recipient: partner.code });
  expect(await titles()).toEqual([[trainingId, true]]);
  expect((await as(reader).trainings.page({ network: partner.code, trainingId })).isOwn).toBe(false);

  await as(coordinator).trainings.revokeShare({ network: own.code, trainingId, recipient: partner.code });
  expect(await titles()).toEqual([]);
  expect(await probe(reader, 'trainings.page', { network: partner.code, trainingId })).toMatchObject({
    code: 'not_found',
  });
});

test('one institution in two networks: its manager here sees nothing of it there', async () => {
  const here = await newNetwork();
  const there = await newNetwork();
  const institutionId = await newInstitution(here);
  await joinNetwork(
    { actorId: null, now: new Date(), networkId: there.id },
    { institutionId, role: 'member', track: '', isGuest: true, joinedOn: null },
  );
  const manager = await newPerson(here, 'institution_manager', institutionId);
  const coordinator = await newPerson(there, 'coordinator');
  const trainingId = await newTraining(there, coordinator);
  await as(coordinator).seats.register({
    network: there.code,
    trainingId,
    institutionId,
    places: places('Leakova'),
    requestKey: randomUUID(),
  });

  expect(await probe(manager, 'seats.mine', { network: there.code })).toMatchObject({ code: 'not_found' });
  expect((await as(manager).seats.mine({ network: here.code })).seats).toEqual([]);
  expect((await as(null).institutions.list({ network: there.code })).institutions).toEqual([]);
});

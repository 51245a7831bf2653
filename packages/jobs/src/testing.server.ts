import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createCaller } from '@tessera/core/api.server.ts';
import type { Actor } from '@tessera/core/context.server.ts';
import { hashPassword } from '@tessera/core/identity/passwords.server.ts';
import { createPerson } from '@tessera/core/identity/people.server.ts';
import { joinNetwork, registerInstitution } from '@tessera/core/institutions/join.server.ts';
import { assignRole } from '@tessera/core/members/assign.server.ts';
import { foundNetwork } from '@tessera/core/networks/found.server.ts';
import type { Role } from '@tessera/core/permissions.ts';
import { Reading } from '@tessera/core/reading.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { workerDatabase } from '@tessera/db/testing.server.ts';
import { fileTransport, listMailbox } from '@tessera/emails/transports/file.server.ts';
import { type Logger, pino } from 'pino';
import { openQueue } from './queue.server.ts';

/**
 * Points this process at the database of its test worker. What other test files left in the outbox is marked as
 * delivered, and the queue is emptied.
 */
export async function openTestDatabase() {
  const urls = await workerDatabase({ empty: true });
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: urls.appUrl,
    JOBS_DATABASE_URL: urls.jobsUrl,
    APP_SECRET: 'a secret for tests, as long as it must be',
    LOG_LEVEL: 'silent',
  });
  await withClient(urls.jobsUrl, (client) =>
    client.query('update domain_event set delivered_at = now() where delivered_at is null'),
  );
  const queue = await openQueue({ jobsDatabaseUrl: urls.jobsUrl });
  await queue.obliterate({ force: true });
  await queue.close();
  await foundPlatform();
  return urls;
}

/** A mailbox of its own on disk. */
export async function openMailbox() {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-mail-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const list = () => listMailbox(directory, { limit: 1000 });
  return {
    settings: {
      transport: fileTransport({ directory }),
      from: 'Tessera <t@demo.example>',
      origin: 'https://t.example',
    },
    list,
    to: async (email: string) => (await list()).filter((mail) => mail.to.email === email),
  };
}

/** A log that can be read. */
export function readableLog(): { log: Logger; text: () => string } {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: pino({ level: 'debug' }, stream), text: () => lines.join('') };
}

export type TestWorld = Awaited<ReturnType<typeof makeWorld>>;

/** A network with a coordinator, institutions with a manager each, and a published training. */
export async function makeWorld({
  capacity = 2,
  institutions = 2,
  promotion = 'automatic' as 'automatic' | 'offer',
} = {}) {
  const now = new Date();
  const tag = randomUUID().slice(0, 8);
  const code = `t-${tag}`;
  const { id: networkId } = await foundNetwork(
    { actorId: null, now },
    {
      code,
      kind: 'regional',
      parentCode: null,
      defaultLanguage: 'en',
      interfaceLanguages: ['en'],
      contentLanguages: ['en'],
      accent: '#aa3311',
      timeZone: 'Europe/Bucharest',
      country: 'RO',
      clockOffset: 0,
      isDemo: true,
      texts: [{ language: 'en', name: `Network ${tag}`, summary: '' }],
    },
  );
  const address = (name: string) => `${name}.${tag}@demo.example`;
  const coordinator = await person(networkId, address('coordinator'), 'coordinator', null);
  const managers = [];
  for (let number = 1; number <= institutions; number += 1) {
    const institutionId = await registerInstitution(
      {
        kind: 'municipality',
        locality: `Place ${number} ${tag}`,
        county: '',
        country: 'RO',
        website: '',
        languages: [],
        isDemo: true,
        texts: [{ language: 'en', name: `Town ${number}` }],
      },
      now,
    );
    await joinNetwork(
      { actorId: null, now, networkId },
      { institutionId, role: 'member', track: '', isGuest: false, joinedOn: null },
    );
    managers.push(await person(networkId, address(`manager${number}`), 'institution_manager', institutionId));
  }
  const training = trainingDetails(capacity, promotion);
  const { trainingId } = await coordinator.api.trainings.create({ network: code, ...training });
  await coordinator.api.trainings.move({ network: code, trainingId, move: 'publish' });
  return { networkId, code, trainingId, training, coordinator, managers, address };
}

/** Asks for places; a name makes a named one with an address. */
export function registerPlaces(world: TestWorld, manager: number, names: (string | null)[]) {
  const places = names.map((name) =>
    name ? { givenName: name, familyName: 'Pop', email: world.address(name.toLowerCase()) } : {},
  );
  const { code: network, trainingId } = world;
  return callerOf(world, manager).seats.register({
    network,
    trainingId,
    places,
    requestKey: randomUUID(),
  });
}

/** The procedures in the name of a manager of the world. */
export function callerOf(world: TestWorld, manager: number) {
  const found = world.managers[manager];
  if (!found) throw new Error('no such manager');
  return found.api;
}

/** The newest event of a kind in a network, as the relay hands it on. */
export async function newestEvent(networkId: string, kind: string) {
  const event = await inScope({ networkId }, ({ prisma }) =>
    prisma.domainEvent.findFirst({ where: { networkId, kind }, orderBy: { id: 'desc' } }),
  );
  if (!event) throw new Error(`there is no event ${kind}`);
  return { ...event, job: { eventId: event.id, networkId, kind, round: event.round } };
}

/** The ledger of an event: address and state, by address. */
export async function ledgerOf(networkId: string, eventId: string) {
  return inScope({ networkId }, ({ prisma }) =>
    prisma.message.findMany({
      where: { networkId, eventId },
      orderBy: { email: 'asc' },
      select: { id: true, email: true, kind: true, language: true, state: true, attempts: true, error: true },
    }),
  );
}

/** A person with a login and a role, and the procedures in their name. */
export async function person(networkId: string, email: string, role: Role, institutionId: string | null) {
  const now = new Date();
  const passwordHash = await hashPassword('demo demo demo');
  const personId = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const names = { givenName: 'Ana', familyName: role, nameOrder: 'given_first' as const };
    const id = await createPerson(tx, { ...names, email, language: null, passwordHash }, now);
    await assignRole(tx, { networkId, personId: id, role, institutionId, validFrom: now, actorId: null });
    return id;
  });
  return { personId, email, institutionId, api: apiOf({ personId, name: 'Ana', email, language: null }) };
}

/** The procedures in the name of a signed-in person, or of a visitor. */
export function apiOf(actor: Actor | null) {
  return createCaller(() => ({
    actor,
    sessionId: null,
    now: new Date(),
    language: 'en',
    requestId: randomUUID(),
    ip: randomUUID(),
    device: '',
    setCookies: [],
    resolved: new Map(),
    reading: new Reading(),
  }));
}

function trainingDetails(capacity: number, promotion: 'automatic' | 'offer') {
  const day = (days: number, hours = 0) => new Date(Date.now() + days * 86_400_000 + hours * 3_600_000);
  return {
    code: `T-${randomUUID().slice(0, 6)}`,
    theme: 'other' as const,
    mode: 'onsite' as const,
    venue: 'Town hall',
    languages: ['en'],
    capacity,
    promotion,
    workloadMinutes: 180,
    texts: [{ language: 'en', title: 'Planning together' }],
    sessions: [{ startsAt: day(10), endsAt: day(10, 3), halfDay: 'am' as const }],
  };
}

async function foundPlatform(): Promise<void> {
  await inScope({ networkId: platformNetworkId, door: 'platform' }, async ({ prisma }) => {
    const known = await prisma.network.findFirst({ where: { id: platformNetworkId }, select: { id: true } });
    if (known) return;
    await prisma.network.create({
      data: {
        id: platformNetworkId,
        code: 'platform',
        kind: 'platform',
        defaultLanguage: 'en',
        interfaceLanguages: ['en'],
        contentLanguages: ['en'],
        accent: '#333333',
        timeZone: 'UTC',
      },
    });
  });
}

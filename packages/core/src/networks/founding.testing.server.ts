import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll } from 'vitest';
import { assignRole } from '../members/assign.server.ts';
import { newNetwork, newPerson, type TestPerson, useTestDatabase } from '../testing.server.ts';

/** A database of its own, and what the tests of networks and their neighbours begin with. */
export async function openNetworks() {
  const urls = await useTestDatabase();
  const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
  afterAll(() => admin.end());

  /** A network and its coordinator. */
  async function coordinated(options: { parentCode?: string; kind?: string } = {}) {
    const network = await newNetwork(options.parentCode ? { parentCode: options.parentCode } : {});
    if (options.kind)
      await admin.query('update network set kind = $2 where id = $1', [network.id, options.kind]);
    return { network, coordinator: await newPerson(network, 'coordinator') };
  }

  /** The kinds of what happened in a network, in order; `like` is a pattern of SQL. */
  async function eventsOf(network: { id: string }, like: string): Promise<string[]> {
    const { rows } = await admin.query<{ kind: string }>(
      'select kind from domain_event where network_id = $1 and kind like $2 order by id',
      [network.id, like],
    );
    return rows.map(({ kind }) => kind);
  }

  /** What the table of networks holds under an address, whatever its letters. */
  async function rowsOf(code: string) {
    const { rows } = await admin.query(
      'select id, state, parent_id as "parentId" from network where lower(code) = $1',
      [code],
    );
    return rows;
  }

  return { admin, coordinated, eventsOf, rowsOf };
}

export type Coordinated = Awaited<ReturnType<Awaited<ReturnType<typeof openNetworks>>['coordinated']>>;

let counter = 0;

/** The address of a network that is in nobody's use. */
export function newCode(): string {
  return `f-${Date.now().toString(36)}${process.pid.toString(36)}${(counter++).toString(36)}`;
}

/** Someone who runs the platform. */
export async function newOperator(): Promise<TestPerson> {
  const person = await newPerson(null, null);
  await inScope({ networkId: platformNetworkId, door: 'identity' }, (tx) =>
    assignRole(tx, {
      networkId: platformNetworkId,
      personId: person.personId,
      role: 'platform_admin',
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
  return person;
}

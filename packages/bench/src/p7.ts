import { randomUUID } from 'node:crypto';
import type { Caller } from '@tessera/core/api.server.ts';
import { createPerson } from '@tessera/core/identity/people.server.ts';
import { answerImportEvent } from '@tessera/core/imports/work.server.ts';
import { assignRole } from '@tessera/core/members/assign.server.ts';
import { foundNetwork } from '@tessera/core/networks/found.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase, inNetwork, inScope } from '@tessera/db/scope.server.ts';
import type pg from 'pg';
import { callerOf } from './caller.ts';
import { quantile } from './numbers.ts';
import type { Place } from './place.ts';
import { judge, type Outcome } from './report.ts';
import { withMeter } from './statements.ts';

const PEOPLE = 10_000;
const MB = 1024 * 1024;
const MOST_MB = 60;

/** P7: 10,000 people from one file, 3 % of the rows wrong, and the same file again. */
export async function p7(place: Place): Promise<Outcome> {
  return withClient(place.urls.adminUrl, async (admin) => {
    const raw = await rawUpsert(admin);
    const office = await newOffice();
    try {
      // Modules and plans are there before the clock runs.
      await importFile(office, fileOf('warm', 100));
      const file = fileOf('p', PEOPLE);
      const before = process.memoryUsage().rss;
      const watch = watchMemory();
      const first = await importFile(office, file);
      const grown = (watch.stop() - before) / MB;
      const again = await importFile(office, file);
      const statements = await withMeter(admin, (meter) =>
        meter.of(() => importFile(office, fileOf('q', 2_000))),
      );
      const fewer = await withMeter(admin, (meter) => meter.of(() => importFile(office, fileOf('r', 200))));
      return {
        rows: [
          {
            id: 'P7',
            workload: `import of ${PEOPLE} people, 3 % wrong rows`,
            measured: `${Math.round(first.ms)} ms`,
            bound: `one raw upsert, ${Math.round(raw)} ms`,
            ...judge(first.ms / raw, { bar: 15, star: 6, better: 'lower' }),
            notes: [
              `check ${Math.round(first.checkMs)} ms before it; again: check ${Math.round(again.checkMs)} ms, nothing to import`,
            ],
          },
        ],
        counts: [
          count('rows imported', first.counts.new, `= ${PEOPLE * 0.97}`, first.counts.new === PEOPLE * 0.97),
          count(
            'rows that the same file changes',
            again.counts.new + again.counts.changed,
            '= 0',
            again.counts.new + again.counts.changed === 0,
          ),
          count(
            'statements for 2,000 rows more than for 200',
            statements.statements - fewer.statements,
            '= 0',
            statements.statements === fewer.statements,
          ),
          count('RSS more, MB', Math.round(grown), `≤ ${MOST_MB}`, grown <= MOST_MB),
        ],
      };
    } finally {
      await closeOffice(admin, office);
      await closeDatabase();
    }
  });
}

function count(what: string, value: number, bar: string, isMet: boolean) {
  return { id: 'P7', what, value, bar, isMet };
}

function fileOf(mark: string, people: number): string {
  const rows = Array.from({ length: people }, (_, index) => {
    const email = index % 100 < 3 ? 'no address' : `${mark}${index}@demo.example`;
    return `Țăranu${index};Ștefan;${email};volunteer\n`;
  });
  return `family name;given name;email;role\n${rows.join('')}`;
}

export type Office = { networkId: string; code: string; personId: string; call: Caller };

/** A network of its own with a coordinator who calls the core. */
export async function newOffice(): Promise<Office> {
  const code = `p7-${randomUUID().slice(0, 8)}`;
  const now = new Date();
  const { id: networkId } = await foundNetwork(
    { actorId: null, now },
    {
      code,
      kind: 'regional',
      parentCode: null,
      defaultLanguage: 'ro',
      interfaceLanguages: ['ro'],
      contentLanguages: ['ro'],
      accent: '#7a4b2a',
      timeZone: 'Europe/Bucharest',
      country: 'RO',
      clockOffset: 0,
      isDemo: true,
      texts: [{ language: 'ro', name: code, summary: '' }],
    },
  );
  const email = `${code}@demo.example`;
  const personId = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const id = await createPerson(
      tx,
      {
        email,
        givenName: 'Ana',
        familyName: code,
        nameOrder: 'given_first',
        language: 'en',
        passwordHash: null,
      },
      now,
    );
    const role = { role: 'coordinator', institutionId: null, validFrom: new Date(0), actorId: null } as const;
    await assignRole(tx, { networkId, personId: id, ...role });
    return id;
  });
  const call = callerOf({ personId, name: code, email }, now);
  return { networkId, code, personId, call };
}

/** One file through every step; `ms` is the import itself, `checkMs` the dry run before it. */
async function importFile({ networkId, code, call }: Office, file: string) {
  const network = code;
  const { importId } = await call.imports.upload({
    network,
    kind: 'people',
    name: 'p7.csv',
    content: once(file),
  });
  const { mapping } = await call.imports.one({ network, importId });
  await call.imports.chooseColumns({ network, importId, mapping });
  const checkMs = await work(networkId, importId, 'import.check_asked');
  const { counts } = await call.imports.one({ network, importId });
  if (counts.new + counts.changed === 0) return { ms: 0, checkMs, counts };
  await call.imports.start({ network, importId, withoutWrong: true });
  return { ms: await work(networkId, importId, 'import.run_asked'), checkMs, counts };
}

async function work(networkId: string, objectId: string, kind: string): Promise<number> {
  const event = await inNetwork(networkId, ({ prisma }) =>
    prisma.domainEvent.findFirst({ where: { networkId, objectId, kind }, select: { id: true } }),
  );
  const began = performance.now();
  await answerImportEvent({ networkId, eventId: event?.id ?? '' }, new Date());
  return performance.now() - began;
}

async function* once(text: string) {
  yield Buffer.from(text);
}

/** The least that any import must do: the same rows in one statement, with keys to be kept unique. */
async function rawUpsert(admin: pg.Client): Promise<number> {
  await admin.query(`create table if not exists p7_raw (network_id uuid, id uuid, email text, given_name text,
    family_name text, role text, created_at timestamptz, primary key (network_id, id), unique (network_id, email, role))`);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await admin.query('truncate p7_raw');
    const network = newId();
    const rows = Array.from({ length: PEOPLE }, (_, index) => ({
      id: newId(),
      email: `raw${index}@demo.example`,
      given: 'Ștefan',
      family: `Țăranu${index}`,
    }));
    const began = performance.now();
    await admin.query(
      `insert into p7_raw select $1, r.id, r.email, r.given, r.family, 'volunteer', now()
       from jsonb_to_recordset($2::jsonb) as r(id uuid, email text, given text, family text)
       on conflict (network_id, email, role) do update set given_name = excluded.given_name, family_name = excluded.family_name`,
      [network, JSON.stringify(rows)],
    );
    times.push(performance.now() - began);
  }
  await admin.query('drop table p7_raw');
  return quantile(times, 0.5);
}

/** The highest memory of this process until `stop`. */
function watchMemory(): { stop: () => number } {
  let highest = process.memoryUsage().rss;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 10);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}

// The data of the benchmark stay as they were.
export async function closeOffice(admin: pg.Client, { networkId, personId }: Office): Promise<void> {
  for (const table of [
    'import_row',
    'import_run',
    'stored_file',
    'invitation',
    'attendance_change',
    'check_in',
    'attendance_record',
    'message',
    'seat',
    'participant',
    'registration',
    'training',
    'domain_event',
    'role_assignment',
  ]) {
    await admin.query(`delete from ${table} where network_id = $1`, [networkId]);
  }
  await admin.query('delete from network where id = $1', [networkId]);
  await admin.query('delete from person where id = $1', [personId]);
}

import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { backendsOf, cpuOf, cpuOfEach } from './cpu.ts';
import { closeOffice, newOffice, type Office } from './p7.ts';
import type { Place } from './place.ts';
import { judge, type Outcome } from './report.ts';

const PEOPLE = 300;
const PHONES = 4;
/** What a phone has gathered when the network is there for a moment. */
const BATCH = 5;

type Scan = { nonce: string; seatId: string; happenedAt: Date; isAdmitted: true };
type Door = { network: string; trainingId: string; sessionId: string };

/** P5: 300 people pass a door with four phones in a bad network; everything is sent twice. */
export async function p5(place: Place): Promise<Outcome> {
  return withClient(place.urls.adminUrl, async (admin) => {
    const office = await newOffice();
    try {
      const warm = await newDoor(admin, office);
      await sendAll(office, warm.door, warm.scans);
      const { door, scans } = await newDoor(admin, office);
      const measured = await costOf(place, async () => {
        await sendAll(office, door, scans);
        await sendAll(office, door, scans);
      });
      const raw = await rawCost(place, admin);
      const { rows } = await admin.query<{ kept: number; marks: number; first: number }>(
        `select (select count(*)::int from check_in where training_id = $1) as kept, count(*)::int as marks,
           count(*) filter (where a.in_at = c.happened_at)::int as first
         from attendance_record a left join check_in c on c.network_id = a.network_id and c.session_id = a.session_id and c.seat_id = a.seat_id
         where a.training_id = $1`,
        [door.trainingId],
      );
      const [found] = rows;
      const each = (ms: number) => `${(ms / (2 * PEOPLE)).toFixed(3)} ms CPU each`;
      return {
        rows: [
          {
            id: 'P5',
            workload: `check-in of ${PEOPLE} people, ${PHONES} phones, sent twice`,
            measured: each(measured),
            bound: `one raw upsert each, ${each(raw)}`,
            ...judge(measured / raw, { bar: 6, star: 4, better: 'lower' }),
            notes: [`${BATCH} scans in a batch; web process and PostgreSQL together`],
          },
        ],
        counts: [
          count('scans kept after sending twice', found?.kept ?? 0),
          count('people marked present', found?.marks ?? 0),
          count('people with their first time', found?.first ?? 0),
        ],
      };
    } finally {
      await closeOffice(admin, office);
      await closeDatabase();
    }
  });
}

function count(what: string, value: number) {
  return { id: 'P5', what, value, bar: `= ${PEOPLE}`, isMet: value === PEOPLE };
}

/** A training of today with everybody's seat; the seats are rows made at once, for they are not what is measured. */
async function newDoor(admin: pg.Client, { networkId, code, call }: Office) {
  const startsAt = new Date(Date.now() - 600_000);
  const { trainingId } = await call.trainings.create({
    network: code,
    code: randomUUID().slice(0, 8),
    theme: 'participatory_planning',
    mode: 'onsite',
    languages: ['ro'],
    capacity: PEOPLE,
    workloadMinutes: 180,
    texts: [{ language: 'ro', title: 'Curs' }],
    sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + 10_800_000), halfDay: 'am' }],
  });
  await call.trainings.move({ network: code, trainingId, move: 'publish' });
  const seatIds = Array.from({ length: PEOPLE }, newId);
  const registrationId = newId();
  await admin.query(
    `insert into registration (id, network_id, training_id, submitted_by_id, request_key, note, created_at)
     select $1, $2, $3, created_by_id, $4, '', now() from training where network_id = $2 and id = $3`,
    [registrationId, networkId, trainingId, randomUUID()],
  );
  await admin.query(
    `insert into seat (id, network_id, training_id, registration_id, state, queue, created_at, changed_at)
     select s.id, $2, $3, $4, 'confirmed', s.place, now(), now() from unnest($1::uuid[]) with ordinality as s(id, place)`,
    [seatIds, networkId, trainingId, registrationId],
  );
  const { sessions } = await call.attendance.door({ network: code, trainingId });
  const door: Door = { network: code, trainingId, sessionId: sessions[0]?.id ?? '' };
  const scans = seatIds.map(
    (seatId, index): Scan => ({
      nonce: randomUUID(),
      seatId,
      happenedAt: new Date(startsAt.getTime() + index * 1000),
      isAdmitted: true,
    }),
  );
  return { door, scans };
}

async function sendAll({ call }: Office, door: Door, scans: readonly Scan[]): Promise<void> {
  await Promise.all(
    Array.from({ length: PHONES }, async (_, phone) => {
      const device = randomUUID();
      const own = scans.filter((_scan, index) => index % PHONES === phone);
      for (let from = 0; from < own.length; from += BATCH)
        await call.attendance.checkIn({ ...door, device, scans: own.slice(from, from + BATCH) });
    }),
  );
}

/** The least that any door must do: one statement in a transaction for each scan, that keeps the first. */
async function rawCost(place: Place, admin: pg.Client): Promise<number> {
  await admin.query(`create table if not exists p5_raw (network_id uuid, nonce uuid, seat_id uuid, happened_at timestamptz,
    primary key (network_id, nonce), unique (network_id, seat_id))`);
  await admin.query('grant select, insert, update on p5_raw to tessera_app');
  const pool = new pg.Pool({ connectionString: place.urls.appUrl, max: PHONES });
  const network = newId();
  const send = (scans: readonly { nonce: string; seatId: string }[]) =>
    Promise.all(
      Array.from({ length: PHONES }, async (_, phone) => {
        for (const { nonce, seatId } of scans.filter((_scan, index) => index % PHONES === phone)) {
          await pool.query({
            name: 'p5_raw',
            text: `insert into p5_raw values ($1, $2, $3, now()) on conflict (network_id, nonce) do nothing`,
            values: [network, nonce, seatId],
          });
        }
      }),
    );
  const scans = () => Array.from({ length: PEOPLE }, () => ({ nonce: randomUUID(), seatId: newId() }));
  try {
    await send(scans());
    const own = scans();
    return await costOf(place, async () => {
      await send(own);
      await send(own);
    });
  } finally {
    await pool.end();
    await admin.query('drop table p5_raw');
  }
}

/** CPU of this process and of the database's own, in milliseconds. */
async function costOf({ urls }: Place, work: () => Promise<unknown>): Promise<number> {
  const backends = await backendsOf(urls.adminUrl);
  const sum = () =>
    [...cpuOfEach(backends).values()].reduce((total, each) => total + each, cpuOf(process.pid));
  const before = sum();
  await work();
  return sum() - before;
}

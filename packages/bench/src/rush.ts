import { withClient } from '@tessera/db/provision.server.ts';
import { v7 } from 'uuid';
import { MEASURED, measuredCode, NOW } from './data.ts';

/** 500 institutions ask for one of 100 seats each, all at once. */
export const RUSH = { requests: MEASURED.institutions, seats: 100 };

export type Applicant = {
  institutionId: string;
  personId: string;
  name: string;
  email: string;
};

export type RushGround = { networkId: string; applicants: Applicant[] };

/** The measured network and its institutions, each with its manager. */
export async function rushGround(adminUrl: string): Promise<RushGround> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<Applicant & { networkId: string }>(
      `select r.network_id as "networkId", r.institution_id as "institutionId", p.id as "personId", p.email,
         p.given_name || ' ' || p.family_name as name
       from role_assignment r join network n on n.id = r.network_id join person p on p.id = r.person_id
       where n.code = $1 and r.role = 'institution_manager' order by r.id limit $2`,
      [measuredCode, RUSH.requests],
    );
    const [first] = rows;
    if (!first || rows.length !== RUSH.requests)
      throw new Error('the measured network is not as it should be');
    return { networkId: first.networkId, applicants: rows };
  });
}

/** A published training without a seat taken. */
export async function newTraining(adminUrl: string, networkId: string): Promise<string> {
  const id = v7();
  await withClient(adminUrl, async (client) => {
    await client.query(
      `insert into training (id, network_id, code, theme, mode, venue, languages, time_zone, starts_at, ends_at, capacity,
         workload_minutes, state, created_at, updated_at)
       values ($1, $2, $3, 'campaigns', 'onsite', 'Sala mare', '{ro}', 'Europe/Bucharest', $4::timestamptz + interval '30 days',
         $4::timestamptz + interval '31 days', $5, 720, 'published', $4, $4)`,
      [id, networkId, `RUSH-${id}`, NOW, RUSH.seats],
    );
    await client.query(
      `insert into training_text (network_id, training_id, language, title) values ($1, $2, 'ro', 'O sută de locuri')`,
      [networkId, id],
    );
  });
  return id;
}

/** Removes what the rush left, so that the next run finds the same data. */
export async function removeRush(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`
      create temp table gone as select network_id, id from training where code like 'RUSH-%';
      delete from domain_event e using gone g where e.network_id = g.network_id and e.object_id in
        (select r.id from registration r where r.network_id = g.network_id and r.training_id = g.id);
      delete from seat s using gone g where s.network_id = g.network_id and s.training_id = g.id;
      delete from registration r using gone g where r.network_id = g.network_id and r.training_id = g.id;
      delete from training_text x using gone g where x.network_id = g.network_id and x.training_id = g.id;
      delete from training t using gone g where t.network_id = g.network_id and t.id = g.id`);
  });
}

export type RushState = {
  confirmed: number;
  waiting: number;
  /** Positions 1…n of those who wait, without a gap. */
  isLineWhole: boolean;
  /** Whoever committed first stands further in front. */
  isInCommitOrder: boolean;
  /** The counters of the training say the same as its seats. */
  areCountersRight: boolean;
  events: number;
};

/** What the rush left in the database. */
export async function readRush(adminUrl: string, networkId: string, trainingId: string): Promise<RushState> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<RushState>(
      `with s as (
         select state, queue, registration_id, row_number() over (order by queue) as place,
           pg_xact_commit_timestamp(xmin) as committed,
           lag(pg_xact_commit_timestamp(xmin)) over (order by queue) as before
         from seat where network_id = $1 and training_id = $2)
       select count(*) filter (where state = 'confirmed')::int as confirmed,
         count(*) filter (where state = 'waiting')::int as waiting,
         coalesce(bool_and(queue = place and (state = 'confirmed') = (place <= $3)), false) as "isLineWhole",
         coalesce(bool_and(before is null or before <= committed), false) as "isInCommitOrder",
         (select t.taken_count = count(*) filter (where s.state = 'confirmed') and t.next_queue = count(*) + 1
            and t.waiting_count = count(*) filter (where s.state = 'waiting')
          from training t, s where t.network_id = $1 and t.id = $2
          group by t.taken_count, t.waiting_count, t.next_queue) as "areCountersRight",
         (select count(*)::int from domain_event e where e.network_id = $1 and e.object_id in (select registration_id from s)) as events
       from s`,
      [networkId, trainingId, RUSH.seats],
    );
    const [state] = rows;
    if (!state) throw new Error('the rush left nothing');
    return state;
  });
}

import type pg from 'pg';
import { type LibrarySize, librarySteps } from './library-data.ts';

/** How much there is. The first network is the measured one, the second one has very many trainings. */
export type Size = {
  name: string;
  networks: number;
  people: number;
  trainings: number;
  registrations: number;
  /** Trainings of the second network. */
  many: number;
  library: LibrarySize;
};

export const sizes = {
  full: {
    name: 'full',
    networks: 1000,
    people: 200_000,
    trainings: 20_000,
    registrations: 1_000_000,
    many: 5000,
    library: { resources: 100_000, own: 10_000 },
  },
  quick: {
    name: 'quick',
    networks: 100,
    people: 20_000,
    trainings: 2000,
    registrations: 50_000,
    many: 500,
    library: { resources: 10_000, own: 1000 },
  },
} satisfies Record<string, Size>;

/** The platforms that each size is compared with, a tenth each time. The measured network is the same in all of them. */
export const smaller: Record<keyof typeof sizes, Size[]> = {
  full: [
    {
      name: 'full_10',
      networks: 10,
      people: 2600,
      trainings: 400,
      registrations: 20_000,
      many: 50,
      library: { resources: 20_720, own: 10_000 },
    },
    {
      name: 'full_100',
      networks: 100,
      people: 20_000,
      trainings: 2000,
      registrations: 100_000,
      many: 500,
      library: { resources: 27_920, own: 10_000 },
    },
  ],
  quick: [
    {
      name: 'quick_10',
      networks: 10,
      people: 2600,
      trainings: 400,
      registrations: 10_000,
      many: 50,
      library: { resources: 2720, own: 1000 },
    },
  ],
};

/** All data stand around this instant; the networks' clocks are set so that it is now. */
export const NOW = '2026-03-02T09:00:00Z';

/** The measured network: its trainings, its institutions, each with one manager, and its people; the last one coordinates. */
export const MEASURED = { trainings: 200, institutions: 500, people: 600 };

/** Codes of the measured network and of the one with very many trainings. */
export const measuredCode = 'net-1';
export const manyCode = 'net-2';

const CAPACITY = 30;

/**
 * Fills an empty database with the same rows for everyone. Ids look like UUIDv7 and rise with time, as those of the
 * product do. Rows are consistent, so constraints that look at other tables are not asked again.
 * @param client a superuser, alone in the database
 */
export async function makeData(client: pg.Client, size: Size, report: (line: string) => void): Promise<void> {
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'`,
  );
  await client.query(ID_FUNCTION);
  for (const { what, sql } of steps(size)) {
    report(`  ${what}`);
    await client.query(sql);
  }
  // What the product's triggers would have written.
  await client.query(`
    update training set folded = app.fold(venue || ' ' || code);
    update training_text x set folded_title = app.fold(x.title), folded = app.fold(x.title || ' ' || x.summary),
      is_open = app.is_shown(t.state) and t.visibility = 'public'
    from training t where t.network_id = x.network_id and t.id = x.training_id;
    update training_session s set is_open = app.is_shown(t.state) and t.visibility = 'public'
    from training t where t.network_id = s.network_id and t.id = s.training_id`);
  // An update leaves rows where it finds room. Here those of one network lie together, in every size alike.
  await client.query(`
    cluster training using training_pkey;
    cluster training_text using training_text_pkey;
    cluster training_session using training_session_pkey`);
  report('  statistics');
  await client.query('vacuum analyze');
}

// The time part rises with the number; the rest is its hash.
const ID_FUNCTION = `
  create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(1760000000000 + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3)
      || 'a' || substr(md5(kind || n), 4, 15))::uuid $$`;

function steps(size: Size): { what: string; sql: string }[] {
  const { networks, people, trainings, registrations, many } = size;
  const each = Math.floor(registrations / trainings);
  const institutions = MEASURED.institutions + 20 * (networks - 1);
  // Which network the n-th institution, person or training belongs to, and which number it has there (from 0).
  const networkOfInstitution = `case when n <= ${MEASURED.institutions} then 1 else 2 + (n - ${MEASURED.institutions} - 1) / 20 end`;
  const networkOfPerson = `case when n <= ${MEASURED.people} then 1 else 2 + (n - ${MEASURED.people} - 1) % ${networks - 1} end`;
  const indexOfPerson = `case when n <= ${MEASURED.people} then n - 1 else (n - ${MEASURED.people} - 1) / ${networks - 1} end`;
  const networkOfTraining = `case when n <= ${MEASURED.trainings} then 1 when n <= ${MEASURED.trainings + many} then 2 else 3 + n % ${networks - 2} end`;
  const personOf = (network: string, index: string) =>
    `case when ${network} = 1 then ${index} + 1 else ${MEASURED.people + 1} + (${network} - 2) + ${index} * ${networks - 1} end`;
  const institutionOf = (network: string, index: string) =>
    `case when ${network} = 1 then 1 + ${index} % ${MEASURED.institutions} else ${MEASURED.institutions + 1} + (${network} - 2) * 20 + ${index} % 20 end`;
  const numbered = (count: number) => `from generate_series(1, ${count}) n`;
  return [
    {
      what: `${networks} networks`,
      sql: `
        insert into network (id, code, kind, default_language, interface_languages, content_languages, accent, time_zone, country)
        select pg_temp.id('network', n), 'net-' || n, 'regional', 'ro', '{ro,hu,en}', '{ro,hu}', '#7a4b2a', 'Europe/Bucharest', 'RO'
        ${numbered(networks)};
        insert into network_text (network_id, language, name, summary)
        select pg_temp.id('network', n), l, 'Rețeaua ' || n, 'Instituțiile ținutului ' || n ${numbered(networks)}, unnest('{ro,hu}'::text[]) l`,
    },
    {
      what: `${institutions} institutions`,
      sql: `
        insert into institution (id, kind, locality, country, languages)
        select pg_temp.id('institution', n), 'municipality', 'Comuna ' || n, 'RO', '{ro}' ${numbered(institutions)};
        insert into institution_text (institution_id, language, name)
        select pg_temp.id('institution', n), 'ro', 'Primăria Comunei ' || n ${numbered(institutions)};
        insert into membership (id, network_id, institution_id, role, joined_on)
        select pg_temp.id('membership', n), pg_temp.id('network', ${networkOfInstitution}), pg_temp.id('institution', n), 'member', '2024-01-01'
        ${numbered(institutions)}`,
    },
    {
      what: `${people} people`,
      sql: `
        insert into person (id, email, given_name, family_name, language)
        select pg_temp.id('person', n), 'p' || n || '@bench.example', 'Ioana', 'Popescu ' || n, 'en' ${numbered(people)};
        insert into role_assignment (id, network_id, person_id, institution_id, role, valid_from)
        select pg_temp.id('role', n), pg_temp.id('network', w), pg_temp.id('person', n),
          case when isManager then pg_temp.id('institution', ${institutionOf('w', 'i')}) end,
          case when isManager then 'institution_manager' when n = ${MEASURED.people} then 'coordinator' when i % 2 = 0 then 'trainer' else 'viewer' end, '2024-01-01'
        from (select n, w, i, (w = 1 and i < ${MEASURED.institutions}) or (w > 1 and i < 20) as isManager
          from (select n, ${networkOfPerson} as w, ${indexOfPerson} as i ${numbered(people)}) p) p;
        insert into participant (id, network_id, institution_id, person_id, given_name, family_name, email, language, created_at)
        select pg_temp.id('participant', n), pg_temp.id('network', w), pg_temp.id('institution', ${institutionOf('w', 'i')}),
          pg_temp.id('person', n), 'Ioana', 'Popescu ' || n, 'p' || n || '@bench.example', 'ro', '2025-01-01'
        from (select n, ${networkOfPerson} as w, ${indexOfPerson} as i ${numbered(people)}) p`,
    },
    { what: `${trainings} trainings`, sql: trainingsSql(trainings, networkOfTraining, each, personOf) },
    {
      what: `${each * trainings} registrations with their seats and events`,
      sql: `
        create temp table place as
        select (n - 1) * ${each}::bigint + i + 1 as r, n as t, w, i, p.person, ${institutionOf('w', 'i')} as institution
        from (select n, ${networkOfTraining} as w ${numbered(trainings)}) t, generate_series(0, ${each - 1}) i,
          lateral (select ${personOf('w', 'i')} as person) p
        order by r;
        insert into registration (id, network_id, training_id, institution_id, submitted_by_id, request_key, created_at)
        select pg_temp.id('registration', r), pg_temp.id('network', w), pg_temp.id('training', t), pg_temp.id('institution', institution),
          pg_temp.id('person', person), pg_temp.id('key', r), '2025-12-01'::timestamptz + r * interval '1 second' from place;
        insert into seat (id, network_id, training_id, registration_id, institution_id, participant_id, state, queue, created_at, changed_at)
        select pg_temp.id('seat', r), pg_temp.id('network', w), pg_temp.id('training', t), pg_temp.id('registration', r),
          pg_temp.id('institution', institution), pg_temp.id('participant', person),
          case when i < ${CAPACITY} then 'confirmed' else 'waiting' end, i + 1, '2025-12-01', '2025-12-01' from place;
        insert into domain_event (id, network_id, kind, object_kind, object_id, actor_id, payload, at, delivered_at)
        select pg_temp.id('event', r), pg_temp.id('network', w), 'seats.registered', 'registration', pg_temp.id('registration', r),
          pg_temp.id('person', person), jsonb_build_object('trainingId', pg_temp.id('training', t), 'confirmed', 1),
          '2025-12-01'::timestamptz + r * interval '1 second', '2026-01-01' from place`,
    },
    {
      what: 'their mails, certificates and attendance',
      sql: `
        insert into message (id, network_id, event_id, kind, email, person_id, language, state, attempts, error, created_at, sent_at)
        select pg_temp.id('message', r), pg_temp.id('network', w), pg_temp.id('event', r), 'seats-registered', 'p' || person || '@bench.example',
          pg_temp.id('person', person), 'ro', case when r % 500 = 0 then 'failed' else 'sent' end, 1,
          case when r % 500 = 0 then 'refused' else '' end, '2025-12-01'::timestamptz + r * interval '1 second', '2026-01-01' from place;
        insert into certificate (id, network_id, training_id, seat_id, participant_id, verify_code, snapshot, language, issued_at)
        select pg_temp.id('certificate', r), pg_temp.id('network', w), pg_temp.id('training', t), pg_temp.id('seat', r),
          pg_temp.id('participant', person), upper(substr(md5('certificate' || r), 1, 16)),
          jsonb_build_object('learnerName', 'Ioana Popescu ' || person, 'initials', 'I. P.', 'title', 'Participare locală ' || t,
            'networkCode', 'net-' || w, 'networkName', 'Rețeaua ' || w, 'accent', '#7a4b2a', 'issuerCountry', 'RO',
            'startsOn', g.starts_at, 'endsOn', g.ends_at, 'timeZone', g.time_zone, 'workloadMinutes', 720,
            'outcomes', jsonb_build_array('Participanții cunosc pașii unei consultări.'), 'funders', jsonb_build_array(),
            'participation', 'onsite', 'threshold', 75), 'ro', g.ends_at
        from place join training g on g.network_id = pg_temp.id('network', w) and g.id = pg_temp.id('training', t)
        where g.state = 'completed' and i < ${CAPACITY} order by r;
        insert into attendance_record (network_id, training_id, session_id, seat_id, state, marked_at)
        select pg_temp.id('network', w), g.id, pg_temp.id('session', t * 4), pg_temp.id('seat', r), 'present', g.ends_at
        from place join training g on g.network_id = pg_temp.id('network', w) and g.id = pg_temp.id('training', t)
        where g.state = 'completed' and i < ${CAPACITY} order by r;
        drop table place`,
    },
    ...librarySteps(size.library, networks, NOW),
  ];
}

// Every other day one training, 90 before the instant and the others after it; one in forty is a draft.
function trainingsSql(
  count: number,
  networkOfTraining: string,
  each: number,
  personOf: (network: string, index: string) => string,
): string {
  const themes = `(array['empowerment','civil_rights','leadership','campaigns','good_practice'])`;
  return `
    create temp table planned as
    select n, w, k, '${NOW}'::timestamptz + (k - 90.5) * interval '2 days' as starts_at
    from (select n, w, row_number() over (partition by w order by n) % 400 as k
      from (select n, ${networkOfTraining} as w from generate_series(1, ${count}) n) t) t;
    insert into training (id, network_id, code, theme, mode, venue, languages, time_zone, starts_at, ends_at, capacity,
      workload_minutes, state, next_queue, taken_count, waiting_count, created_at, updated_at)
    select pg_temp.id('training', n), pg_temp.id('network', w), 'TR-' || 1000000 + n, ${themes}[1 + n % 5],
      (array['onsite','online','hybrid'])[1 + n % 3], 'Sala ' || n % 17 || ', Casa de cultură', case n % 3 when 0 then '{ro,hu}'::text[] else '{ro}' end,
      'Europe/Bucharest', starts_at, starts_at + interval '28 hours', ${CAPACITY}, 720,
      case when k % 40 = 0 then 'draft' when k <= 90 then 'completed' else 'published' end,
      ${each} + 1, ${Math.min(each, CAPACITY)}, ${Math.max(0, each - CAPACITY)}, '2025-11-01', '2025-11-01' from planned;
    insert into training_text (network_id, training_id, language, title, summary, outcomes)
    select pg_temp.id('network', w), pg_temp.id('training', n), l,
      (array['Drepturile cetățenilor','Participare locală','Mediere în comunitate','Planificare împreună'])[1 + n % 4] || ' ' || n,
      'Două zile de lucru în grupuri mici, cu exemple din primării vecine și un plan propriu la sfârșit.',
      array['Participanții cunosc pașii unei consultări.','Participanții pregătesc un plan pentru comuna lor.']
    from planned, unnest('{ro,hu}'::text[]) l;
    insert into training_session (id, network_id, training_id, starts_at, ends_at, half_day, room)
    select pg_temp.id('session', n * 4 + h), pg_temp.id('network', w), pg_temp.id('training', n),
      starts_at + (array['0 hours','4 hours','24 hours','25 hours'])[1 + h]::interval,
      starts_at + (array['3 hours','7 hours','25 hours','28 hours'])[1 + h]::interval,
      case h % 2 when 0 then 'am' else 'pm' end, 'Sala ' || h
    from planned, generate_series(0, 3) h;
    insert into training_trainer (network_id, training_id, person_id)
    select pg_temp.id('network', w), pg_temp.id('training', n), pg_temp.id('person', ${personOf('w', 'i')})
    from planned, lateral (select case when w = 1 then ${MEASURED.institutions} + n % 50 else 20 + n % 50 end as i) p;
    drop table planned`;
}

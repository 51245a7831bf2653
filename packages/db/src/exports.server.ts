import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

// What leaves as a table. Every column is named in packages/core/src/exports/columns.ts with its field in the schema.

export type MemberExport = {
  familyName: string;
  givenName: string;
  email: string | null;
  role: string;
  institution: string | null;
  validFrom: string;
};

/** Every role of a network that is held now, one line each. */
export const exportMembers = statement<[networkId: string, now: Date, languages: string[]], MemberExport>(
  'export_members',
  `select p.family_name as "familyName", p.given_name as "givenName", p.email, r.role, r.valid_from::date::text as "validFrom",
     (select x.name from institution_text x where x.institution_id = r.institution_id
      order by array_position($3, x.language) nulls last limit 1) as institution
   from role_assignment r join person p on p.id = r.person_id
   where r.network_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
   order by app.fold(p.family_name), app.fold(p.given_name), p.id, r.role`,
);

export type InstitutionExport = {
  reference: string | null;
  name: string;
  kind: string;
  locality: string;
  county: string;
  country: string;
  website: string;
  membershipRole: string;
  track: string;
  membershipState: string;
  joinedOn: string | null;
  leftOn: string | null;
};

/** The institutions of a network with their membership, guests left out. */
export const exportInstitutions = statement<[networkId: string, languages: string[]], InstitutionExport>(
  'export_institutions',
  `select r.reference, t.name, i.kind, i.locality, i.county, i.country, i.website, m.role as "membershipRole", m.track,
     m.state as "membershipState", m.joined_on::text as "joinedOn", m.left_on::text as "leftOn"
   from membership m join institution i on i.id = m.institution_id
   join lateral (select x.name from institution_text x where x.institution_id = i.id
     order by array_position($2, x.language) nulls last limit 1) t on true
   left join external_reference r on r.network_id = $1 and r.object_kind = 'institution' and r.object_id = i.id
   where m.network_id = $1 and not m.is_guest order by app.fold(t.name), i.id`,
);

export type SeatExport = {
  training: string;
  startsOn: string;
  seatState: string;
  familyName: string | null;
  givenName: string | null;
  email: string | null;
  jobTitle: string | null;
  institution: string | null;
  registeredOn: string;
  /** Code of the partner network from which the seat was asked for */
  origin: string | null;
};

/** The seats of one training, or of every training of a network, in the order of their queue. */
export const exportSeats = statement<
  [networkId: string, trainingId: string | null, languages: string[]],
  SeatExport
>(
  'export_seats',
  `select t.code as training, (t.starts_at at time zone t.time_zone)::date::text as "startsOn", s.state as "seatState",
     p.family_name as "familyName", p.given_name as "givenName", p.email, p.job_title as "jobTitle",
     (select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position($3, x.language) nulls last limit 1) as institution,
     (s.created_at at time zone t.time_zone)::date::text as "registeredOn", s.origin
   from seat s join training t on t.network_id = s.network_id and t.id = s.training_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where s.network_id = $1 and ($2::uuid is null or s.training_id = $2) order by t.starts_at, t.id, s.queue`,
);

export type MarkExport = {
  training: string;
  sessionDay: string;
  halfDay: string;
  familyName: string | null;
  givenName: string | null;
  institution: string | null;
  mark: string | null;
};

/** Who was there in each half-day of a training: one line for each confirmed seat and half-day. */
export const exportMarks = statement<
  [networkId: string, trainingId: string, languages: string[]],
  MarkExport
>(
  'export_marks',
  `select t.code as training, (d.starts_at at time zone t.time_zone)::date::text as "sessionDay", d.half_day as "halfDay",
     p.family_name as "familyName", p.given_name as "givenName", a.state as mark,
     (select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position($3, x.language) nulls last limit 1) as institution
   from seat s join training t on t.network_id = s.network_id and t.id = s.training_id
   join training_session d on d.network_id = s.network_id and d.training_id = s.training_id and ${coversSession('s', 'd')}
   left join attendance_record a on a.network_id = s.network_id and a.session_id = d.id and a.seat_id = s.id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by d.starts_at, app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), s.queue`,
);

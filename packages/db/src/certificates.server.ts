import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

/** Adds certificates; an issue that a seat or a person has in this training already is not made again. `certificates` is a JSON array of rows. */
export const insertCertificates = statement<
  [networkId: string, trainingId: string, issuedById: string | null, now: Date, certificates: string],
  { id: string; seatId: string; participantId: string }
>(
  'insert_certificates',
  `insert into certificate (id, network_id, training_id, seat_id, participant_id, number, verify_code, snapshot, language, valid_until,
     is_name_shown, issued_at, issued_by_id)
   select c.id, $1, $2, c."seatId", c."participantId", c.number, c."verifyCode", c.snapshot, c.language, c."validUntil",
     c."isNameShown", $4, $3
   from jsonb_to_recordset($5::jsonb) as c(id uuid, "seatId" uuid, "participantId" uuid, number int, "verifyCode" text,
     snapshot jsonb, language text, "validUntil" timestamptz, "isNameShown" boolean)
   on conflict do nothing
   returning id, seat_id as "seatId", participant_id as "participantId"`,
);

export type CertificateState = 'issued' | 'revoked' | 'superseded';

export type ResultRow = {
  seatId: string;
  participantId: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  language: string | null;
  institutionName: string | null;
  /** Every half-day with its minutes, and how many of them the holder of the seat was there */
  sessions: { id: string; minutes: number; attended: number; isMandatory: boolean; isBooked: boolean }[];
  /** The newest issue */
  certificateId: string | null;
  state: CertificateState | null;
  number: number | null;
  issuedAt: Date | null;
  validUntil: Date | null;
};

/**
 * What the rule of a certificate asks about each confirmed seat of a training, and what was issued for it, by institution
 * and name.
 */
export const certificateResults = statement<
  [networkId: string, trainingId: string, languages: string[]],
  ResultRow
>(
  'certificate_results',
  `select s.id as "seatId", p.id as "participantId", p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", p.language, i.name as "institutionName", a.sessions, c.id as "certificateId", c.state,
     c.number, c.issued_at as "issuedAt", c.valid_until as "validUntil"
   from seat s
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join lateral (select x.name from institution_text x where x.institution_id = s.institution_id
     order by array_position($3::text[], x.language) nulls last limit 1) i on true
   left join lateral (select coalesce(json_agg(json_build_object('id', d.id, 'minutes', d.minutes, 'isMandatory', d.is_mandatory,
       'isBooked', ${coversSession('s', 'd')},
       'attended', case r.state when 'present' then d.minutes when 'partial' then least(r.minutes, d.minutes) else 0 end) order by d.starts_at), '[]') as sessions
     from (select t.id, t.starts_at, t.is_mandatory, (extract(epoch from t.ends_at - t.starts_at) / 60)::int as minutes
       from training_session t where t.network_id = $1 and t.training_id = $2) d
     left join attendance_record r on r.network_id = $1 and r.session_id = d.id and r.seat_id = s.id) a on true
   left join lateral (select x.id, x.state, x.number, x.issued_at, x.valid_until from certificate x
     where x.network_id = $1 and x.seat_id = s.id order by x.number desc limit 1) c on true
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by app.fold(coalesce(i.name, '')), app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), s.queue`,
);

/**
 * How the mails stand that bring the certificates of a training, of those that were not taken back. `waiting` are also those
 * whose event nobody has looked at yet; after `since` it is no longer expected that one comes.
 */
export const certificateMails = statement<
  [networkId: string, trainingId: string, since: Date],
  { total: number; sent: number; waiting: number }
>(
  'certificate_mails',
  `select count(*) filter (where m.id is not null or w.is_waiting)::int as total,
     count(*) filter (where m.state = 'sent')::int as sent,
     count(*) filter (where m.state in ('pending', 'sending') or w.is_waiting)::int as waiting
   from certificate c
   join domain_event e on e.network_id = c.network_id and e.object_id = c.id and e.kind = 'certificate.issued'
   join seat s on s.network_id = c.network_id and s.id = c.seat_id
   join registration r on r.network_id = s.network_id and r.id = s.registration_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join person a on a.id = p.person_id and a.state = 'active'
   left join person b on b.id = r.submitted_by_id and b.state = 'active'
   left join message m on m.network_id = e.network_id and m.event_id = e.id and m.kind = 'certificate-issued'
   cross join lateral (select m.id is null and e.failed_at is null and e.at > $3
     and coalesce(p.email, a.email, b.email) is not null and not exists (
       select from notice n where n.network_id = e.network_id and n.event_id = e.id) as is_waiting) w
   where c.network_id = $1 and c.training_id = $2 and c.state = 'issued'`,
);

export type VerifiedRow = {
  networkId: string;
  /** How far the clock of its network is ahead, in seconds */
  clockOffset: number;
  state: CertificateState;
  isNameShown: boolean;
  language: string;
  snapshot: unknown;
  issuedAt: Date;
  validUntil: Date | null;
  revokedAt: Date | null;
};

/** A certificate by its printed code, whoever asks; the code is the right to see it. */
export const certificateByCode = statement<[code: string], VerifiedRow>(
  'certificate_by_code',
  `select network_id as "networkId", clock_offset as "clockOffset", state, is_name_shown as "isNameShown", language, snapshot,
     issued_at as "issuedAt", valid_until as "validUntil", revoked_at as "revokedAt" from app.certificate_by_code($1)`,
);

export type CertificateRow = {
  id: string;
  trainingId: string;
  seatId: string;
  institutionId: string | null;
  personId: string | null;
  verifyCode: string;
  number: number;
  state: CertificateState;
  isNameShown: boolean;
  language: string;
  snapshot: unknown;
  issuedAt: Date;
  validUntil: Date | null;
  revokedAt: Date | null;
  revokeReason: string;
  isPurged: boolean;
};

type Readable = [networkId: string, institutionIds: string[] | null, personId: string | null];

// Each way to choose has an index of its own, so each is a statement of its own.
const listText = (chosen: string, most = 500) =>
  `select c.id, c.training_id as "trainingId", c.seat_id as "seatId", s.institution_id as "institutionId", p.person_id as "personId",
     c.verify_code as "verifyCode", c.number, c.state, c.is_name_shown as "isNameShown", c.language, c.snapshot,
     c.issued_at as "issuedAt", c.valid_until as "validUntil", c.revoked_at as "revokedAt", c.revoke_reason as "revokeReason",
     c.purged_at is not null as "isPurged"
   from certificate c
   join seat s on s.network_id = c.network_id and s.id = c.seat_id
   join participant p on p.network_id = c.network_id and p.id = c.participant_id
   where c.network_id = $1 ${chosen}
     and (($2::uuid[] is null and $3::uuid is null) or s.institution_id = any($2) or p.person_id = $3)
   order by c.issued_at desc, c.id limit ${most}`;

/** Certificates of a network that someone may read, the newest first: those of institutions and of a person, or all. */
export const listCertificates = statement<Readable, CertificateRow>('list_certificates', listText(''));

/** As `listCertificates`, of one training. */
export const certificatesOfTraining = statement<[...Readable, trainingId: string], CertificateRow>(
  'certificates_of_training',
  listText('and c.training_id = $4', 10_000),
);

/** As `listCertificates`, the one with this id. */
export const certificateById = statement<[...Readable, id: string], CertificateRow>(
  'certificate_by_id',
  listText('and c.id = $4'),
);

export type TemplateRow = {
  language: string;
  version: number;
  accent: string;
  signatoryName: string;
  signatoryFunction: string;
  introduction: string;
  qualityAssurance: string;
  footer: string;
};

/** The newest version of the words on a network's certificates, in each language that has any. */
export const certificateTemplates = statement<[networkId: string], TemplateRow>(
  'certificate_templates',
  `select distinct on (language) language, version, accent, signatory_name as "signatoryName",
     signatory_function as "signatoryFunction", introduction, quality_assurance as "qualityAssurance", footer
   from certificate_template where network_id = $1 order by language, version desc`,
);

/** Adds a version; none when somebody else added it meanwhile. `words` is one JSON object. */
export const insertTemplate = statement<
  [networkId: string, id: string, now: Date, createdById: string | null, words: string],
  { version: number }
>(
  'insert_template',
  `insert into certificate_template (network_id, id, created_at, created_by_id, language, version, accent, signatory_name,
     signatory_function, introduction, quality_assurance, footer)
   select $1, $2, $3, $4, w.language, w.version, w.accent, w."signatoryName", w."signatoryFunction", w.introduction,
     w."qualityAssurance", w.footer
   from jsonb_to_record($5::jsonb) as w(language text, version int, accent text, "signatoryName" text, "signatoryFunction" text,
     introduction text, "qualityAssurance" text, footer text)
   on conflict (network_id, language, version) do nothing returning version`,
);

/** The places in the status list, of a stretch of it, whose certificates were revoked or replaced. */
export const endedCertificates = statement<
  [networkId: string, from: number, before: number],
  { statusIndex: number }
>(
  'ended_certificates',
  `select status_index as "statusIndex" from certificate
   where network_id = $1 and status_index >= $2 and status_index < $3 and state <> 'issued' order by status_index`,
);

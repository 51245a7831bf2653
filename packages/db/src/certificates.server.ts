import { statement } from './statement.server.ts';

/** Adds certificates; a seat that has one keeps it. `certificates` is a JSON array of rows. */
export const insertCertificates = statement<
  [networkId: string, trainingId: string, issuedById: string | null, now: Date, certificates: string],
  { id: string; seatId: string; participantId: string }
>(
  'insert_certificates',
  `insert into certificate (id, network_id, training_id, seat_id, participant_id, verify_code, snapshot, language, issued_at, issued_by_id)
   select c.id, $1, $2, c."seatId", c."participantId", c."verifyCode", c.snapshot, c.language, $4, $3
   from jsonb_to_recordset($5::jsonb) as c(id uuid, "seatId" uuid, "participantId" uuid, "verifyCode" text, snapshot jsonb, language text)
   on conflict (network_id, seat_id) do nothing
   returning id, seat_id as "seatId", participant_id as "participantId"`,
);

export type VerifiedRow = {
  networkId: string;
  state: 'issued' | 'revoked';
  isNameShown: boolean;
  language: string;
  snapshot: unknown;
  issuedAt: Date;
  revokedAt: Date | null;
};

/** A certificate by its printed code, whoever asks; the code is the right to see it. */
export const certificateByCode = statement<[code: string], VerifiedRow>(
  'certificate_by_code',
  `select network_id as "networkId", state, is_name_shown as "isNameShown", language, snapshot, issued_at as "issuedAt",
     revoked_at as "revokedAt" from app.certificate_by_code($1)`,
);

export type CertificateRow = {
  id: string;
  trainingId: string;
  seatId: string;
  institutionId: string | null;
  personId: string | null;
  verifyCode: string;
  state: 'issued' | 'revoked';
  isNameShown: boolean;
  language: string;
  snapshot: unknown;
  issuedAt: Date;
  revokedAt: Date | null;
  revokeReason: string;
};

type Readable = [networkId: string, institutionIds: string[] | null, personId: string | null];

// Each way to choose has an index of its own, so each is a statement of its own.
const listText = (chosen: string) =>
  `select c.id, c.training_id as "trainingId", c.seat_id as "seatId", s.institution_id as "institutionId", p.person_id as "personId",
     c.verify_code as "verifyCode", c.state, c.is_name_shown as "isNameShown", c.language, c.snapshot,
     c.issued_at as "issuedAt", c.revoked_at as "revokedAt", c.revoke_reason as "revokeReason"
   from certificate c
   join seat s on s.network_id = c.network_id and s.id = c.seat_id
   join participant p on p.network_id = c.network_id and p.id = c.participant_id
   where c.network_id = $1 ${chosen}
     and (($2::uuid[] is null and $3::uuid is null) or s.institution_id = any($2) or p.person_id = $3)
   order by c.issued_at desc, c.id limit 500`;

/** Certificates of a network that someone may read, the newest first: those of institutions and of a person, or all. */
export const listCertificates = statement<Readable, CertificateRow>('list_certificates', listText(''));

/** As `listCertificates`, of one training. */
export const certificatesOfTraining = statement<[...Readable, trainingId: string], CertificateRow>(
  'certificates_of_training',
  listText('and c.training_id = $4'),
);

/** As `listCertificates`, the one with this id. */
export const certificateById = statement<[...Readable, id: string], CertificateRow>(
  'certificate_by_id',
  listText('and c.id = $4'),
);

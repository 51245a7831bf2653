import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

export type EvidenceKind = 'scanned_list' | 'drawn_signature' | 'email_confirmation';

export type EvidenceRow = {
  id: string;
  sessionId: string;
  /** Empty for a list, which speaks for everyone who signed it */
  seatId: string | null;
  kind: EvidenceKind;
  sha256: string;
  keptAt: Date;
  keptBy: string | null;
  fileName: string | null;
  size: number | null;
  isPurged: boolean;
  /** Who signed; empty for a list */
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
};

/** Every proof of attendance in a training that was not taken back, the first one first. */
export const standingEvidence = statement<[networkId: string, trainingId: string], EvidenceRow>(
  'standing_evidence',
  `select e.id, e.session_id as "sessionId", e.seat_id as "seatId", e.kind, e.sha256, e.kept_at as "keptAt",
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name
       else p.given_name || ' ' || p.family_name end as "keptBy",
     f.name as "fileName", f.size, (e.purged_at is not null or f.removed_at is not null) as "isPurged",
     q.given_name as "givenName", q.family_name as "familyName", q.name_order as "nameOrder"
   from attendance_evidence e
   left join stored_file f on f.network_id = e.network_id and f.id = e.file_id
   left join person p on p.id = e.kept_by_id
   left join seat s on s.network_id = e.network_id and s.id = e.seat_id
   left join participant q on q.network_id = s.network_id and q.id = s.participant_id
   where e.network_id = $1 and e.training_id = $2 and e.withdrawn_at is null order by e.kept_at, e.id`,
);

export type KeptFile = { name: string; mime: string; size: number; storageKey: string };

/** The file of a list that was scanned; no row when it was taken back or removed. */
export const scannedList = statement<[networkId: string, trainingId: string, evidenceId: string], KeptFile>(
  'scanned_list',
  `select f.name, f.mime, f.size, f.storage_key as "storageKey" from attendance_evidence e
   join stored_file f on f.network_id = e.network_id and f.id = e.file_id
   where e.network_id = $1 and e.training_id = $2 and e.id = $3 and e.withdrawn_at is null and e.purged_at is null
     and f.removed_at is null`,
);

/** Takes back one proof of a half-day; the row stays, its file goes after `until`, and a signature goes at once. */
export const withdrawEvidence = statement<
  [
    networkId: string,
    trainingId: string,
    sessionId: string,
    evidenceId: string,
    personId: string,
    now: Date,
    until: Date,
  ],
  { kind: EvidenceKind }
>(
  'withdraw_evidence',
  `with taken as (
     update attendance_evidence set withdrawn_at = $6, withdrawn_by_id = $5, purged_at = $6, signature = null
     where network_id = $1 and training_id = $2 and session_id = $3 and id = $4 and withdrawn_at is null
     returning kind, file_id),
   files as (update stored_file set delete_after = $7 where network_id = $1 and id in (select file_id from taken))
   select kind from taken`,
);

/** Who has a confirmed seat in a half-day, takes part online, and can be reached by mail. */
export const peopleOnline = statement<
  [networkId: string, trainingId: string, sessionId: string],
  { seatId: string }
>(
  'people_online',
  `select s.id as "seatId" from seat s
   join training t on t.network_id = s.network_id and t.id = s.training_id
   join training_session d on d.network_id = s.network_id and d.training_id = s.training_id and d.id = $3
   join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join person a on a.id = p.person_id and a.state = 'active'
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed' and ${coversSession('s', 'd')}
     and coalesce(p.email, a.email) is not null
     and case coalesce(d.mode, t.mode) when 'online' then true when 'hybrid' then s.mode is distinct from 'onsite' else false end
   order by s.queue`,
);

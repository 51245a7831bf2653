import { statement } from './statement.server.ts';

export type ConsentRow = {
  id: string;
  purpose: string;
  version: number;
  language: string;
  state: string;
  givenHow: string;
  interpreterUsed: boolean;
  requestedAt: Date;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  expiresAt: Date | null;
  subjectKind: 'person' | 'participant' | 'sealed';
  hasGuardian: boolean;
  recordedById: string | null;
  title: string;
};

/**
 * Consents without whom they are about: the newest first, limited to institutions or to what one person gave or wrote
 * down. What ran out counts as expired before the night has marked it.
 */
export const listConsents = statement<
  [networkId: string, now: Date, institutionIds: string[] | null, personId: string | null],
  ConsentRow
>(
  'list_consents',
  `select c.id, c.purpose, c.version, c.language,
     case when c.state = 'given' and c.expires_at <= $2 then 'expired' else c.state end as state,
     c.given_how as "givenHow", c.interpreter_used as "interpreterUsed", c.requested_at as "requestedAt",
     c.decided_at as "decidedAt", c.withdrawn_at as "withdrawnAt", c.expires_at as "expiresAt",
     case when c.person_id is not null then 'person' when c.participant_id is not null then 'participant' else 'sealed' end as "subjectKind",
     c.guardian is not null as "hasGuardian", c.recorded_by_id as "recordedById", w.title
   from consent_record c
   join consent_wording w on w.network_id = c.network_id and w.purpose = c.purpose and w.version = c.version and w.language = c.language
   where c.network_id = $1
     and ($3::uuid[] is null
       or exists (select 1 from participant p where p.network_id = $1 and p.id = c.participant_id and p.institution_id = any($3))
       or exists (select 1 from role_assignment r where r.network_id = $1 and r.person_id = c.person_id and r.institution_id = any($3)))
     and ($4::uuid is null or c.person_id = $4 or c.recorded_by_id = $4)
   order by c.requested_at desc, c.id limit 500`,
);

/** How many consents of each purpose are in each state. */
export const countConsents = statement<
  [networkId: string, now: Date],
  { purpose: string; state: string; count: number }
>(
  'count_consents',
  `select c.purpose, case when c.state = 'given' and c.expires_at <= $2 then 'expired' else c.state end as state, count(*)::int as count
   from consent_record c where c.network_id = $1 group by 1, 2 order by 1, 2`,
);

/** Marks consents whose time is over. */
export const expireConsents = statement<
  [networkId: string, now: Date],
  { id: string; personId: string | null; purpose: string }
>(
  'expire_consents',
  `update consent_record set state = 'expired' where network_id = $1 and state = 'given' and expires_at <= $2
   returning id, person_id as "personId", purpose`,
);

/** One at a time for one thing of one network, until the transaction ends. */
export const lockFor = statement<[networkId: string, what: string], never>(
  'lock_for',
  `select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))`,
);

export type DecidedAccess = { id: string; recordId: string; openUntil: Date | null };

/** Answers a request for access, once, by anyone but who asked. */
export const decideAccess = statement<
  [
    networkId: string,
    id: string,
    deciderId: string,
    now: Date,
    state: 'approved' | 'refused',
    openUntil: Date | null,
  ],
  DecidedAccess
>(
  'decide_access',
  `update break_glass set state = $5, decider_id = $3, decided_at = $4, open_until = $6
   where network_id = $1 and id = $2 and state = 'requested' and requester_id <> $3
   returning id, record_id as "recordId", open_until as "openUntil"`,
);

/** Counts one reading through broken glass, while it is open to this reader. */
export const useAccess = statement<
  [networkId: string, recordId: string, requesterId: string, now: Date],
  { id: string }
>(
  'use_access',
  `update break_glass set reads = reads + 1, last_read_at = $4
   where network_id = $1 and id = (select b.id from break_glass b where b.network_id = $1 and b.record_id = $2
     and b.requester_id = $3 and b.state = 'approved' and b.open_until > $4 order by b.open_until desc limit 1)
   returning id`,
);

export type AccessRow = {
  id: string;
  recordId: string;
  requesterId: string;
  requesterName: string | null;
  requestedAs: 'coordinator' | 'operator';
  reason: string;
  state: 'requested' | 'approved' | 'refused';
  requestedAt: Date;
  deciderName: string | null;
  decidedAt: Date | null;
  openUntil: Date | null;
  reads: number;
  purpose: string | null;
  networkCode: string;
};

const nameOf = (alias: string) =>
  `case ${alias}.name_order when 'family_first' then ${alias}.family_name || ' ' || ${alias}.given_name
     else ${alias}.given_name || ' ' || ${alias}.family_name end`;
const accessColumns = `b.id, b.record_id as "recordId", b.requester_id as "requesterId", b.requested_as as "requestedAs",
     b.reason, b.state, b.requested_at as "requestedAt", b.decided_at as "decidedAt", b.open_until as "openUntil", b.reads,
     ${nameOf('q')} as "requesterName", ${nameOf('d')} as "deciderName", n.code as "networkCode"`;

/** Every access of a network, the newest first; door "identity", because an operator holds no role in it. */
export const listAccesses = statement<[networkId: string], AccessRow>(
  'list_accesses',
  `select ${accessColumns}, c.purpose
   from break_glass b
   join network n on n.id = b.network_id
   left join consent_record c on c.network_id = b.network_id and c.id = b.record_id
   left join person q on q.id = b.requester_id left join person d on d.id = b.decider_id
   where b.network_id = $1 order by b.requested_at desc, b.id limit 200`,
);

/** What operators asked for, in every network; door "platform". */
export const listOperatorAccesses = statement<
  [],
  Omit<AccessRow, 'requesterName' | 'deciderName' | 'purpose'> & { deciderId: string | null }
>(
  'list_operator_accesses',
  `select b.id, b.record_id as "recordId", b.requester_id as "requesterId", b.requested_as as "requestedAs",
     b.reason, b.state, b.requested_at as "requestedAt", b.decided_at as "decidedAt", b.open_until as "openUntil", b.reads,
     b.decider_id as "deciderId", n.code as "networkCode"
   from app.break_glass_of_all() b join network n on n.id = b.network_id`,
);

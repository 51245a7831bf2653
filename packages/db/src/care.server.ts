import { statement } from './statement.server.ts';

/** The networks whose mentoring is looked after; door "platform". */
export const networksInCare = statement<[], { networkId: string; clockOffset: number; timeZone: string }>(
  'networks_in_care',
  `select network_id as "networkId", clock_offset as "clockOffset", time_zone as "timeZone" from app.networks_in_care()`,
);

export type ConcernRow = {
  id: string;
  state: string;
  isDanger: boolean;
  raisedAt: Date;
  triagedAt: Date | null;
  escalatedAt: Date | null;
  closedAt: Date | null;
  /** The reader raised it. */
  isOwn: boolean;
};

const concernColumns = `c.id, c.state, c.is_danger as "isDanger", c.raised_at as "raisedAt", c.triaged_at as "triagedAt",
  c.escalated_at as "escalatedAt", c.closed_at as "closedAt", c.raised_by_id is not distinct from $2::uuid as "isOwn"`;

/** Concerns, how far each is and never what it says: all of them, or those that the reader raised. */
export const concernRows = statement<[networkId: string, readerId: string, isForAll: boolean], ConcernRow>(
  'concerns',
  `select ${concernColumns} from safeguarding_concern c where c.network_id = $1 and ($3 or c.raised_by_id = $2)
   order by c.closed_at is not null, c.state <> 'raised', c.is_danger desc, c.raised_at desc, c.id limit 200`,
);

/** One of them. */
export const oneConcern = statement<
  [networkId: string, readerId: string, isForAll: boolean, id: string],
  ConcernRow
>(
  'concern',
  `select ${concernColumns} from safeguarding_concern c where c.network_id = $1 and ($3 or c.raised_by_id = $2) and c.id = $4`,
);

/** Locks a concern, for its next step. */
export const lockConcern = statement<[networkId: string, id: string], { id: string; state: string }>(
  'lock_concern',
  `select id, state from safeguarding_concern where network_id = $1 and id = $2 for update`,
);

export type ConcernFigures = {
  open: number;
  /** Nobody has looked at them yet. */
  waiting: number;
  /** Nor in time. */
  late: number;
  closed: number;
};

/** How many concerns there are in which state. */
export const concernFigures = statement<[networkId: string, lateBefore: Date], ConcernFigures>(
  'concern_figures',
  `select count(*) filter (where state <> 'closed')::int as open, count(*) filter (where state = 'raised')::int as waiting,
     count(*) filter (where state = 'raised' and raised_at < $2)::int as late, count(*) filter (where state = 'closed')::int as closed
   from safeguarding_concern where network_id = $1`,
);

/** How many people are safeguarding leads now, by the real clock. */
export const countLeads = statement<[networkId: string, realNow: Date], { count: number }>(
  'count_safeguarding_leads',
  `select count(distinct r.person_id)::int as count from role_assignment r
   join role_capability c on c.network_id = $1 and c.role_assignment_id = r.id and c.capability = 'safeguarding_lead'
   where r.network_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
     and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2)`,
);

export type ConcernEntryRow = {
  id: string;
  state: string;
  writtenAt: Date;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  category: Buffer | null;
  about: Buffer | null;
  text: Buffer;
};

/** What was raised and what was done, sealed; the rows exist for a safeguarding lead alone. */
export const concernEntries = statement<[networkId: string, concernId: string], ConcernEntryRow>(
  'concern_entries',
  `select e.id, e.state, e.written_at as "writtenAt", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     e.concern_category as category, e.concern_about as about, e.concern_text as text
   from safeguarding_entry e left join person p on p.id = e.written_by_id
   where e.network_id = $1 and e.concern_id = $2 order by e.written_at, e.id`,
);

/** Notes, once for each, that a concern was not looked at in time. */
export const escalateConcerns = statement<[networkId: string, now: Date, lateBefore: Date], { id: string }>(
  'escalate_concerns',
  `update safeguarding_concern set escalated_at = $2
   where network_id = $1 and state = 'raised' and escalated_at is null and raised_at < $3 returning id`,
);

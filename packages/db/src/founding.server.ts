import { statement } from './statement.server.ts';

/** Everything that changes the tree waits here for its turn, until the transaction ends. */
export const lockTree = statement<[], never>('lock_tree', `select pg_advisory_xact_lock(725020)`);

/** Two networks settle their partnership one step at a time. */
export const lockPair = statement<[one: string, other: string], never>(
  'lock_pair',
  `select pg_advisory_xact_lock(725021, hashtext(least($1::uuid, $2::uuid)::text || greatest($1::uuid, $2::uuid)::text))`,
);

export type SettledLink = { id: string; otherNetworkId: string };

/**
 * The own side of an accepted partnership that shares a module with the network of that code. It stays as it is until the
 * transaction ends: a revocation waits, and a revocation that came first gives no row.
 */
export const holdLink = statement<
  [networkId: string, otherCode: string, module: string, now: Date],
  SettledLink
>(
  'hold_link',
  `select l.id, l.other_network_id as "otherNetworkId" from network_link l
   where l.network_id = $1 and l.other_network_id = (select n.id from network n where n.code = $2)
     and l.state = 'accepted' and $3 = any (l.shared_modules) and (l.valid_until is null or l.valid_until > $4::timestamptz)
   for share`,
);

export type PartnerRow = {
  code: string;
  name: string;
  accent: string;
  ownState: string | null;
  ownModules: string[] | null;
  theirState: string | null;
  theirModules: string[] | null;
  validUntil: Date | null;
  acceptedAt: Date | null;
  shares: number;
};

/** Every partnership of a network, from both sides, with what is shared through it now. */
export const partnersOf = statement<[networkId: string, language: string], PartnerRow>(
  'partners_of',
  `select n.code, coalesce(t.name, n.code) as name, n.accent, own.state as "ownState", own.shared_modules as "ownModules",
     their.state as "theirState", their.shared_modules as "theirModules",
     coalesce(own.valid_until, their.valid_until) as "validUntil", coalesce(own.accepted_at, their.accepted_at) as "acceptedAt",
     (select count(*)::int from share s where s.network_id = $1 and s.recipient_network_id = n.id and s.is_active) as shares
   from network n
   left join network_link own on own.network_id = $1 and own.other_network_id = n.id
   left join network_link their on their.network_id = n.id and their.other_network_id = $1
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where own.id is not null or their.id is not null
   order by name, n.code`,
);

export type NamedNetwork = {
  id: string;
  code: string;
  name: string;
  kind: string;
  state: string;
  parentId: string | null;
};

/** Every network but the platform's own row, by name; what is public of it. */
export const namedNetworks = statement<[language: string], NamedNetwork>(
  'named_networks',
  `select n.id, n.code, n.kind, n.state, n.parent_id as "parentId", coalesce(t.name, n.code) as name
   from network n
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$1, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where n.kind <> 'platform' order by name, n.code`,
);

export type ChildRow = {
  code: string;
  name: string;
  accent: string;
  kind: string;
  state: string;
  depth: number;
  parentCode: string;
  institutions: number;
  openTrainings: number;
  /** Null stands for a figure below five. */
  confirmed: number | null;
  attended: number | null;
  certificates: number | null;
};

/** The networks beneath that of the transaction: their public cards and counts, never people. */
export const childrenOf = statement<[language: string], ChildRow>(
  'children_of',
  `select n.code, n.accent, n.kind, n.state, f.depth, p.code as "parentCode", coalesce(t.name, n.code) as name, f.institutions,
     f.open_trainings as "openTrainings", f.confirmed, f.attended, f.certificates
   from app.children_figures() f
   join network n on n.id = f.id
   join network p on p.id = n.parent_id
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$1, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   order by n.code`,
);

export type MoveRow = {
  id: string;
  state: string;
  isAskedByChild: boolean;
  requestedAt: Date;
  childCode: string;
  childName: string;
  parentCode: string;
  parentName: string;
  oldParentName: string | null;
};

/** The open moves that a network takes part in: as the one that moves, as its new parent, or as the one it leaves. */
export const movesOf = statement<[networkId: string, language: string], MoveRow>(
  'moves_of',
  `select m.id, m.state, m.is_asked_by_child as "isAskedByChild", m.requested_at as "requestedAt",
     c.code as "childCode", c.name as "childName", p.code as "parentCode", p.name as "parentName", o.name as "oldParentName"
   from network_move m
   join lateral (select n.code, coalesce((select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as name
     from network n where n.id = m.network_id) c on true
   join lateral (select n.code, coalesce((select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as name
     from network n where n.id = m.new_parent_id) p on true
   left join lateral (select coalesce((select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as name
     from network n where n.id = m.old_parent_id) o on true
   where m.state = 'requested' and (m.network_id = $1 or m.new_parent_id = $1 or m.old_parent_id = $1)
   order by m.requested_at, m.id`,
);

export type Ancestor = { id: string };

/** A network and everything above it; a move beneath one of them would close a circle. */
export const lineOf = statement<[networkId: string], Ancestor>(
  'line_of',
  `select $1::uuid as id union all select a.id from app.ancestors($1::uuid) a`,
);

export type OperatorNetwork = {
  code: string;
  name: string;
  kind: string;
  state: string;
  parentCode: string | null;
  createdAt: Date;
  institutions: number;
  /** Null stands for a figure below five. */
  members: number | null;
  trainings: number;
  failedJobs: number;
  waitingJobs: number;
  lastActivity: Date | null;
};

/** Every network with its counts, one statement whatever their number; door "platform". */
export const operatorNetworks = statement<[language: string], OperatorNetwork>(
  'operator_networks',
  `select n.code, n.kind, n.state, p.code as "parentCode", n.created_at as "createdAt", coalesce(t.name, n.code) as name,
     f.institutions, f.members, f.trainings, f.failed_jobs as "failedJobs", f.waiting_jobs as "waitingJobs",
     f.last_activity as "lastActivity"
   from app.operator_networks() f
   join network n on n.id = f.id
   left join network p on p.id = n.parent_id
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$1, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   order by n.code`,
);

export type Health = {
  version: string;
  waiting: number;
  oldestWaitingAt: Date | null;
  deliveredLastHour: number;
  dead: number;
  sentLastDay: number;
  unsent: number;
  uncertain: number;
  /** Asks in mentoring that no coordinator of their network may answer. */
  unanswerable: number;
  workerAt: Date | null;
};

/** How the machinery does, without a word about what it carries; door "platform". */
export const operatorHealth = statement<[], Health>(
  'operator_health',
  `select current_setting('server_version') as version, h.waiting, h.oldest_waiting_at as "oldestWaitingAt",
     h.delivered_last_hour as "deliveredLastHour", h.dead, h.sent_last_day as "sentLastDay", h.unsent, h.uncertain,
     app.asks_without_answerer() as unanswerable, (select b.at from heartbeat b where b.process = 'worker') as "workerAt"
   from app.operator_health() h`,
);

/** Notes that a process lives; door "platform". */
export const beat = statement<[process: string, at: Date], never>(
  'beat',
  `insert into heartbeat (process, at) values ($1, $2) on conflict (process) do update set at = greatest(heartbeat.at, excluded.at)`,
);

export type StartRow = {
  /** Somebody beside the first coordinator, or invited. */
  hasPeople: boolean;
  hasInstitution: boolean;
  hasTraining: boolean;
  proposals: number;
  moves: number;
};

/** What a coordinator's start has led to so far, and which requests of other networks wait for an answer. */
export const startOf = statement<[networkId: string], StartRow>(
  'start_of',
  `select
     (select count(*) > 1 from (
        (select 1 from role_assignment r where r.network_id = $1 limit 2) union all
        (select 1 from invitation i where i.network_id = $1 and i.accepted_at is null and i.revoked_at is null limit 2)) p) as "hasPeople",
     exists (select 1 from membership m where m.network_id = $1 and m.state = 'active') as "hasInstitution",
     exists (select 1 from training t where t.network_id = $1) as "hasTraining",
     (select count(*)::int from network_link l where l.other_network_id = $1 and l.state = 'proposed') as proposals,
     (select count(*)::int from network_move m where m.state = 'requested'
        and ((m.network_id = $1 and not m.is_asked_by_child) or (m.new_parent_id = $1 and m.is_asked_by_child))) as moves`,
);

/** Stores settings of a network; `rows` is a JSON array of key, value and is_inherited. */
export const saveSettings = statement<[networkId: string, rows: string, at: Date], never>(
  'save_settings',
  `insert into network_setting (network_id, key, value, is_inherited, changed_at)
   select $1, s.key, s.value, s.is_inherited, $3 from jsonb_to_recordset($2::jsonb) as s(key text, value jsonb, is_inherited boolean)
   on conflict (network_id, key) do update
     set value = excluded.value, is_inherited = excluded.is_inherited, changed_at = excluded.changed_at`,
);

/** Forgets what a network decided for itself. */
export const deleteSettings = statement<[networkId: string, keys: string[]], never>(
  'delete_settings',
  `delete from network_setting where network_id = $1 and key = any ($2)`,
);

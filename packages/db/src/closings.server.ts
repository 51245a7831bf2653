import { type Statement, statement } from './statement.server.ts';

/** Confirming, withdrawing, packing and deleting wait here for each other; answers the closing that is not withdrawn. */
export const lockClosing = statement<[networkId: string], { id: string; state: string }>(
  'lock_closing',
  `select id, state from network_closing where network_id = $1 and state <> 'withdrawn' for update`,
);

export type TableRows = { name: string; kept: number };

/** Every table that carries a network, with how many rows of the transaction's network a closing deletes. */
export const networkRows = statement<[], TableRows>(
  'network_rows',
  'select name, kept from app.network_rows() order by name',
);

/** Stored files that still lie in the store. */
export const storedBytes = statement<[networkId: string], { files: number; bytes: number }>(
  'stored_bytes',
  `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from stored_file
   where network_id = $1 and removed_at is null`,
);

export type Obstacles = { children: number; imports: number; moves: number; holds: number; partners: number };

/** What stands against closing a network, and how many partnerships end with it. */
export const obstaclesOf = statement<[networkId: string], Obstacles>(
  'closing_obstacles',
  `select
     (select count(*)::int from network n where n.parent_id = $1 and n.state not in ('closed', 'archived')) as children,
     (select count(*)::int from import_run r where r.network_id = $1 and r.state in ('checking', 'running')) as imports,
     (select count(*)::int from network_move m where m.state = 'requested'
        and (m.network_id = $1 or m.new_parent_id = $1)) as moves,
     (select count(*)::int from legal_hold h where h.network_id = $1 and h.lifted_at is null) as holds,
     (select count(*)::int from network_link l where l.network_id = $1 and l.state = 'accepted') as partners`,
);

/** The cards that the network keeps: how many another network shows too, and how many go; any scope of the network. */
export const closingCards = statement<[], { passed: number; removed: number }>(
  'closing_cards',
  'select passed, removed from app.closing_cards()',
);

/** Ids of people whom no other network knows; door "platform". */
export const peopleOnlyHere = statement<[most: number], { id: string }>(
  'people_only_here',
  'select p as id from app.people_only_here() p order by 1 limit $1',
);

/** How many people nobody else knows; door "platform". */
export const countPeopleOnlyHere = statement<[], { count: number }>(
  'count_people_only_here',
  'select count(*)::int as count from app.people_only_here()',
);

export type DueClosing = { networkId: string; closingId: string; state: string; clockOffset: number };

/** Closings that delete, or whose package is left over; door "platform". */
export const dueClosings = statement<[realNow: Date], DueClosing>(
  'due_closings',
  `select network_id as "networkId", closing_id as "closingId", state, clock_offset as "clockOffset" from app.due_closings($1)`,
);

export type ClosingOfNetwork = {
  code: string;
  networkState: string;
  id: string;
  state: string;
  reason: string;
  askedAt: Date;
  confirmedAt: Date | null;
  confirmedAs: string | null;
  packageMadeAt: Date | null;
  downloads: number;
  deleteAfter: Date | null;
  closedAt: Date | null;
  askedBy: string;
  confirmedBy: string | null;
  isHalfShown: boolean;
};

/** Every closing that is not withdrawn, for the operator: no word about people; door "platform". */
export const closingsOfAll = statement<[], ClosingOfNetwork>(
  'closings_of_all',
  `select n.code, n.state as "networkState", c.id, c.state, c.reason, c.asked_at as "askedAt", c.confirmed_at as "confirmedAt",
     c.confirmed_as as "confirmedAs", c.package_made_at as "packageMadeAt", c.downloads, c.delete_after as "deleteAfter",
     c.closed_at as "closedAt", c.asked_by as "askedBy", c.confirmed_by as "confirmedBy", c.is_half_shown as "isHalfShown"
   from app.closings_of_all() c join network n on n.id = c.network_id order by c.asked_at desc`,
);

/** Deletes at most so many rows of one table; only in a network whose closing deletes. */
export const deleteClosingRows = statement<[table: string, most: number], { gone: number }>(
  'delete_closing_rows',
  'select app.delete_closing_rows($1, $2) as gone',
);

/** Adds to what is deleted of a kind. */
export const noteDeleted = statement<[networkId: string, id: string, kind: string, count: number], never>(
  'note_deleted',
  `update network_closing
   set progress = jsonb_set(progress, array[$3], to_jsonb(coalesce((progress ->> $3)::int, 0) + $4::int))
   where network_id = $1 and id = $2`,
);

/** Hands over the cards that the network kept, and removes those that nobody shows. */
export const releaseCards = statement<[], { left: number }>(
  'release_cards',
  'select app.release_cards() as left',
);

/** References between the tables that carry a network: `child` names `parent`. */
export const tableReferences = statement<[], { child: string; parent: string }>(
  'table_references',
  `select distinct c.relname as child, p.relname as parent
   from pg_constraint k
   join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
   join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where k.contype = 'f' and c.oid <> p.oid`,
);

export type PackedColumn = { table: string; column: string; isKey: boolean };

/** The columns of every table that carries a network, in their order. */
export const networkColumns = statement<[], PackedColumn>(
  'network_columns',
  `select c.relname as "table", a.attname as "column",
     exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as "isKey"
   from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'r' and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'network_id')
   order by c.relname, a.attnum`,
);

export type PackedRow = { row: Record<string, unknown> };

const name = (word: string) => {
  if (!/^[a-z][a-z0-9_]*$/.test(word)) throw new Error('this is no name of a table or a column');
  return `"${word}"`;
};

/** Some rows of one table of a network, in the order of its key. Names come from the catalogue. */
export function packedRows(
  table: string,
  keys: readonly string[],
  networkId: string,
  skipped: number,
  most: number,
): Statement<PackedRow> {
  const order = keys.map(name).join(', ');
  return statement<[string, number, number], PackedRow>(
    `packed_${table}`,
    `select to_jsonb(t) as row from ${name(table)} t where t.network_id = $1 order by ${order} offset $2 limit $3`,
  )(networkId, skipped, most);
}

/** What the tables of a network name and do not hold: the network's card, its people, its institutions. */
export const packedOthers = {
  network: statement<[networkId: string, skipped: number, most: number], PackedRow>(
    'packed_network',
    `select to_jsonb(n) - 'clock_offset' - 'is_demo' as row from network n where n.id = $1 order by n.id offset $2 limit $3`,
  ),
  person: statement<[networkId: string, skipped: number, most: number], PackedRow>(
    'packed_person',
    `select jsonb_build_object('id', p.id, 'given_name', p.given_name, 'family_name', p.family_name, 'name_order', p.name_order,
       'email', p.email, 'language', p.language, 'state', p.state) as row
     from person p where exists (select from role_assignment r where r.network_id = $1 and r.person_id = p.id)
     order by p.id offset $2 limit $3`,
  ),
  institution: statement<[networkId: string, skipped: number, most: number], PackedRow>(
    'packed_institution',
    `select to_jsonb(i) - 'is_demo' as row from institution i
     where exists (select from membership m where m.network_id = $1 and m.institution_id = i.id) order by i.id offset $2 limit $3`,
  ),
  institution_text: statement<[networkId: string, skipped: number, most: number], PackedRow>(
    'packed_institution_text',
    `select to_jsonb(x) as row from institution_text x
     where exists (select from membership m where m.network_id = $1 and m.institution_id = x.institution_id)
     order by x.institution_id, x.language offset $2 limit $3`,
  ),
};

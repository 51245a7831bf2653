import { statement } from './statement.server.ts';

export type ProcessingRow = {
  area: string;
  basis: string;
  specialBasis: string | null;
  note: string;
  changedAt: Date;
  changedBy: string | null;
};

/** What a network decided about its register, with who decided. */
export const processingEntries = statement<[networkId: string], ProcessingRow>(
  'processing_entries',
  `select e.area, e.basis, e.special_basis as "specialBasis", e.note, e.changed_at as "changedAt",
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name
     else p.given_name || ' ' || p.family_name end as "changedBy"
   from processing_entry e left join person p on p.id = e.changed_by_id where e.network_id = $1 order by e.area`,
);

/** The periods that a network chose itself. */
export const ownPeriods = statement<[networkId: string], { kind: string; months: number }>(
  'own_periods',
  `select kind, months from retention_period where network_id = $1`,
);

/** Writes one entry; no row when it is not the one that was `seen` (null: none was there). */
export const decideEntry = statement<
  [
    networkId: string,
    area: string,
    basis: string,
    specialBasis: string | null,
    note: string,
    changedById: string,
    now: Date,
    seen: Date | null,
  ],
  { area: string }
>(
  'decide_processing_entry',
  `insert into processing_entry (network_id, area, basis, special_basis, note, changed_by_id, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (network_id, area) do update set basis = excluded.basis, special_basis = excluded.special_basis,
     note = excluded.note, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at
   where processing_entry.changed_at = $8::timestamptz
   returning area`,
);

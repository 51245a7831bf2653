import { statement } from './statement.server.ts';

/** One copy at a time begins in a network: two at once do not see each other's rows. */
export const lockPatterns = statement<[networkId: string], never>(
  'lock_patterns',
  `select pg_advisory_xact_lock(hashtextextended('pattern ' || $1, 0))`,
);

/** A copy that still goes on, held until the transaction ends: of two workers the second waits and sees what the first wrote. */
export const holdRun = statement<[networkId: string, runId: string], { id: string }>(
  'hold_pattern_run',
  `select id from pattern_run where network_id = $1 and id = $2 and state = 'running' for update`,
);

export type PatternNetwork = { id: string; code: string; name: string };

/** The networks that offer themselves as a pattern, by name. */
export const offeredPatterns = statement<[language: string], PatternNetwork>(
  'offered_patterns',
  `select n.id, n.code, coalesce(t.name, n.code) as name
   from network n
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$1, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where n.kind <> 'platform' and n.state in ('active', 'suspended') and exists (
     select from jsonb_array_elements(app.settings_of(n.id)::jsonb) s
     where s ->> 'key' = 'network.pattern' and (s ->> 'depth')::int = 0 and s -> 'value' = 'true'::jsonb)
   order by name, n.code`,
);

/** Resources that partners share with the network of the transaction, with their owners: they are copied by nobody but those. */
export const sharedResources = statement<
  [networkId: string, language: string],
  { id: string; title: string; owner: string }
>(
  'shared_resources_of',
  `select s.object_id as id, x.title, coalesce(t.name, n.code) as owner
   from share s
   join network n on n.id = s.network_id
   join lateral (
     select r.title from resource_text r where r.network_id = s.network_id and r.resource_id = s.object_id
     order by array_position(array[$2], r.language) nulls last, r.language limit 1) x on true
   left join lateral (
     select w.name from network_text w where w.network_id = n.id
     order by array_position(array[$2, n.default_language, 'en'], w.language) nulls last limit 1) t on true
   where s.recipient_network_id = $1 and s.object_kind = 'resource' and s.is_active
   order by x.title, s.object_id`,
);

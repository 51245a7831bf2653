import { statement } from './statement.server.ts';

export type NetworkKeyRow = { id: string; wrapped: Buffer | null; masterKey: string };

/** Every key that a network has or had, the living one first. */
export const networkKeys = statement<[networkId: string], NetworkKeyRow>(
  'network_keys',
  `select id, wrapped, master_key as "masterKey" from network_key where network_id = $1
   order by destroyed_at is not null, created_at desc`,
);

/** Adds the first key of a network. One that exists keeps its place, so two at once end with the same key. */
export const insertNetworkKey = statement<
  [networkId: string, id: string, wrapped: Uint8Array, masterKey: string, now: Date],
  never
>(
  'insert_network_key',
  `insert into network_key (network_id, id, wrapped, master_key, created_at) values ($1, $2, $3, $4, $5)
   on conflict (network_id) where destroyed_at is null do nothing`,
);

/** Wraps a key anew, unless somebody did meanwhile. */
export const rewrapNetworkKey = statement<
  [networkId: string, id: string, from: string, wrapped: Uint8Array, masterKey: string],
  { id: string }
>(
  'rewrap_network_key',
  `update network_key set wrapped = $4, master_key = $5
   where network_id = $1 and id = $2 and master_key = $3 and destroyed_at is null returning id`,
);

/** Destroys the keys of a network: what they sealed can never be read again. */
export const destroyNetworkKeys = statement<[networkId: string, now: Date], { id: string }>(
  'destroy_network_keys',
  `update network_key set wrapped = null, destroyed_at = $2 where network_id = $1 and destroyed_at is null returning id`,
);

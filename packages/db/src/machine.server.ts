import { statement } from './statement.server.ts';

/** The characters of a year, locked: who reserves some or gives some back waits here. */
export const lockMachineYear = statement<
  [networkId: string, year: number],
  { reserved: number; used: number }
>(
  'lock_machine_year',
  `insert into machine_year (network_id, year) values ($1, $2)
   on conflict (network_id, year) do update set year = excluded.year returning reserved, used`,
);

/** Orders that wait although the job that was to do them is dead, or was handed over so long ago that it must be lost. */
export const lostMachineOrders = statement<
  [networkId: string, handedBefore: Date],
  { id: string; year: number; reserved: number }
>(
  'lost_machine_orders',
  `select o.id, o.year, o.reserved from machine_order o
   join domain_event e on e.network_id = o.network_id and e.object_id = o.id and e.kind = 'machine_order.asked'
   where o.network_id = $1 and o.state = 'waiting' and (e.failed_at is not null or e.delivered_at < $2) order by o.id`,
);

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

import { ofActor } from './seats.server.ts';
import { statement } from './statement.server.ts';

/**
 * Where the online room of a training is, for who may know it: whoever organises it (`seesAll`), leads it or proposes
 * it, and whoever has a confirmed seat that is not taken on site, for themselves or for their institution.
 */
export const joinUrlFor = statement<
  [networkId: string, personId: string, institutionIds: string[], trainingId: string, seesAll: boolean],
  { url: string }
>(
  'join_url_for',
  `select j.url from training_join j join training t on t.network_id = j.network_id and t.id = j.training_id
   where j.network_id = $1 and j.training_id = $4 and ($5
     or exists (select 1 from training_trainer r where r.network_id = $1 and r.training_id = $4 and r.person_id = $2)
     or (t.created_by_id = $2 and t.state in ('draft', 'submitted'))
     or exists (select 1 from seat s where ${ofActor((row) => `and ${row}.training_id = $4`)}
       and s.state = 'confirmed' and s.mode is distinct from 'onsite'))`,
);

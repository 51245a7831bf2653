import {
  countsOfEvents,
  eventsOfNetworks,
  type Search,
  type SearchCount,
  type SearchOrder,
  type SearchRow,
} from '@tessera/db/catalogue.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { wordingsOf } from '../places/names.ts';
import { pageSize } from '../trainings/queries.server.ts';
import { periodOf, registrationWindow, type TrainingState } from '../trainings/rules.ts';
import type { EventSearch } from './schema.ts';

/**
 * One page of the events of all networks: public ones for everyone; for who is signed in also those of their own networks
 * and those shared with these. With it, how many events each value of a filter would leave. One message to the database.
 */
export async function searchEvents(ctx: RequestContext, wish: z.output<typeof EventSearch>) {
  const personId = ctx.actor?.personId ?? null;
  const period = periodOf(wish);
  const search: Search = {
    language: ctx.language,
    realNow: ctx.now,
    queries: wordingsOf(wish.q),
    ...period,
    place: wish.place,
    isFreeOnly: wish.free,
    kind: wish.kind,
    theme: wish.theme,
    mode: wish.mode,
    contentLanguage: wish.language,
    host: wish.host,
    country: wish.country,
  };
  const [rows, counts] = await inScope(personId ? { personId, door: 'mine' } : {}, (tx) =>
    tx.runAll<[SearchRow, SearchCount]>([
      eventsOfNetworks(orderOf(wish, period.when), search, pageSize, (wish.page - 1) * pageSize),
      countsOfEvents(search),
    ]),
  );
  const total = rows[0]?.total ?? 0;
  return {
    total,
    page: wish.page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    counts,
    trainings: rows.map(({ total: _total, clockOffset, ...row }) => {
      const now = new Date(ctx.now.getTime() + clockOffset * 1000);
      return { ...row, window: registrationWindow({ ...row, state: row.state as TrainingState }, now) };
    }),
  };
}

function orderOf({ sort }: z.output<typeof EventSearch>, when: string): SearchOrder {
  return sort === 'date' && when === 'past' ? 'date_desc' : sort;
}

import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { catalogue } from '../trainings/queries.server.ts';
import { CatalogueFilter } from '../trainings/schema.ts';
import type { WidgetWish } from './schema.ts';

/** The next public events of a network, for a frame in another site; the same for everyone who asks. */
export async function widget(ctx: NetworkContext, { number, theme }: z.output<typeof WidgetWish>) {
  const { trainings } = await catalogue(ctx, CatalogueFilter.parse({ theme }));
  const { name, accent } = ctx.network;
  return { name, accent, trainings: trainings.slice(0, number) };
}

/** What the page that makes the frame offers. */
export function widgetSetup(ctx: NetworkContext) {
  const { interfaceLanguages, name } = ctx.network;
  return { name, languages: interfaceLanguages };
}

import { anyoneProcedure, networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { EventSearch, WidgetWish } from './schema.ts';
import { searchEvents } from './search.server.ts';
import { widget, widgetSetup } from './widget.server.ts';

export const catalogueRouter = router({
  search: anyoneProcedure.input(EventSearch).query(({ ctx, input }) => searchEvents(ctx, input)),
  widget: visitorProcedure.input(WidgetWish).query(({ ctx, input }) => widget(ctx, input)),
  widgetSetup: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => widgetSetup(ctx)),
});

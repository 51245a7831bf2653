import { anyoneProcedure, networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { EventsAnswer } from './answers.ts';
import { EventSearch, WidgetWish } from './schema.ts';
import { searchEvents } from './search.server.ts';
import { widget, widgetSetup } from './widget.server.ts';

export const catalogueRouter = router({
  search: anyoneProcedure
    .meta({ notForPrograms: 'page' })
    .input(EventSearch)
    .query(({ ctx, input }) => searchEvents(ctx, input)),
  publicSearch: anyoneProcedure
    .meta({ openapi: { method: 'GET', path: '/trainings', summary: 'Trainings of all networks' } })
    .input(EventSearch)
    .output(EventsAnswer)
    .query(({ ctx, input }) => searchEvents(ctx, input)),
  widget: visitorProcedure
    .meta({ notForPrograms: 'page' })
    .input(WidgetWish)
    .query(({ ctx, input }) => widget(ctx, input)),
  widgetSetup: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => widgetSetup(ctx)),
});

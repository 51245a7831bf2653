import { anyoneProcedure, personProcedure, router } from '../trpc.server.ts';
import { calendarKey, endCalendarKey, renewCalendarKey } from './key.server.ts';
import { personalCalendar } from './personal.server.ts';
import { CalendarKey } from './schema.ts';

export const calendarsRouter = router({
  key: personProcedure.query(({ ctx }) => calendarKey(ctx)),
  renewKey: personProcedure.mutation(({ ctx }) => renewCalendarKey(ctx)),
  endKey: personProcedure.mutation(({ ctx }) => endCalendarKey(ctx)),
  personal: anyoneProcedure
    .meta({ notForPrograms: 'link' })
    .input(CalendarKey)
    .query(({ ctx, input }) => personalCalendar(ctx, input)),
});

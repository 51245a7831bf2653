import {
  type Month,
  monthText,
  parseDay,
  parseMonth,
  shiftDay,
  shiftMonth,
  type WeekStart,
  weekOf,
  weeksOf,
} from './month.ts';

export const calendarViews = ['month', 'week', 'list'] as const;
type CalendarViewName = (typeof calendarViews)[number];
type Query = { view?: string; month?: string; day?: string };

/** What a page of the calendar shows, and the addresses of its neighbours. */
export type CalendarView = {
  view: CalendarViewName;
  month: Month;
  weeks: (string | null)[][];
  /** Its first and its last day */
  from: string;
  to: string;
  hasToday: boolean;
  previous: Query;
  next: Query;
  current: Query;
  /** The same time in each of the views */
  views: Record<CalendarViewName, Query>;
};

/** The view in the query of an address; what is no view, month or day counts as not there. */
export function calendarView(query: URLSearchParams, today: string, weekStart: WeekStart): CalendarView {
  const view = calendarViews.find((each) => each === query.get('view')) ?? 'month';
  const named = parseMonth(query.get('month'));
  const day = parseDay(query.get('day')) ?? (named ? `${monthText(named)}-01` : today);
  const month = named ?? monthOf(day);
  const inMonth = monthText(monthOf(today)) === monthText(month);
  const viewQuery = view === 'month' ? {} : { view };
  const views = {
    month: { month: monthText(month) },
    week: { view: 'week', day: view === 'week' || !inMonth ? day : today },
    list: { view: 'list', month: monthText(month) },
  };
  if (view === 'week') {
    const days = weekOf(day, weekStart);
    const [from = day, to = day] = [days[0], days.at(-1)];
    return {
      view,
      month,
      weeks: [days],
      from,
      to,
      hasToday: days.includes(today),
      previous: { view, day: shiftDay(from, -7) },
      next: { view, day: shiftDay(from, 7) },
      current: viewQuery,
      views,
    };
  }
  const at = (by: number) => ({ ...viewQuery, month: monthText(shiftMonth(month, by)) });
  const weeks = weeksOf(month, weekStart);
  const days = weeks.flat().filter((each) => each !== null);
  return {
    view,
    month,
    weeks,
    from: days[0] ?? day,
    to: days.at(-1) ?? day,
    hasToday: inMonth,
    previous: at(-1),
    next: at(1),
    current: viewQuery,
    views,
  };
}

function monthOf(day: string): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

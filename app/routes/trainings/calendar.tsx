import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { env } from '@tessera/env/env.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { Handle } from '~/components/shell/handle.ts';
import { Agenda } from '~/components/trainings/agenda.tsx';
import { calendarView, calendarViews } from '~/components/trainings/calendar-view.ts';
import { daysOf } from '~/components/trainings/days.ts';
import { FeedAddress } from '~/components/trainings/feed-address.tsx';
import { aroundDays } from '~/components/trainings/month.ts';
import { WeeksTable } from '~/components/trainings/weeks-table.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Tabs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { now, timeZone, weekStart, modules } = await api(args).networks.shell({ network });
  const today = formats('en').isoDay(now, timeZone);
  const view = calendarView(new URL(args.request.url).searchParams, today, weekStart);
  const trainings = await api(args).trainings.calendar({ network, ...aroundDays(view) });
  return {
    network,
    timeZone,
    today,
    view,
    weekStart,
    head: publicHead(args, {
      path: paths.trainingsCalendar(network),
      title: translator(args.context.language, 'trainings')('calendar.title'),
    }),
    days: daysOf(trainings, view.from, view.to),
    feed: modules.includes('calendar_feed') ? absolute(env().appUrl, paths.calendarFeed(network)) : null,
    isSignedIn: args.context.core.actor !== null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('trainings:calendar.title') };

export default function Calendar() {
  const { network, timeZone, today, view, days, feed, weekStart, isSignedIn } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'catalogue']);
  const format = useFormats();
  const isWeek = view.view === 'week';
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  const month = format.month(new Date(Date.UTC(view.month.year, view.month.month - 1, 15)), 'UTC');
  const range = format.dateRange(at(view.from), at(view.to), 'UTC');
  return (
    <>
      <PageHeader eyebrow={t('calendar.title')} title={isWeek ? range : month} />
      <Tabs
        label={t('catalogue:views.label')}
        tabs={calendarViews.map((each) => ({
          to: paths.trainingsCalendar(network, view.views[each]),
          label: t(`catalogue:views.${each}`),
          isCurrent: each === view.view,
        }))}
      />
      <nav
        aria-label={isWeek ? t('catalogue:views.weeks') : t('calendar.months')}
        className="mb-5 flex flex-wrap items-center gap-x-6"
        data-print="no"
      >
        <Neighbour by={-1} />
        {!view.hasToday && (
          <Link
            to={paths.trainingsCalendar(network, view.current)}
            preventScrollReset
            className="link inline-flex min-h-11 items-center"
          >
            {isWeek ? t('catalogue:views.thisWeek') : t('calendar.today')}
          </Link>
        )}
        <Neighbour by={1} />
        <p className="text-sm text-muted sm:ms-auto">{t('calendar.zone', { zone: format.zone(timeZone) })}</p>
      </nav>
      {view.view === 'list' ? (
        <Agenda
          network={network}
          today={today}
          days={days}
          label={t('catalogue:views.listCaption', { month })}
        />
      ) : (
        <WeeksTable
          network={network}
          weeks={view.weeks}
          today={today}
          days={days}
          weekStart={weekStart}
          caption={isWeek ? t('catalogue:views.weekCaption', { range }) : t('calendar.caption', { month })}
        />
      )}
      {Object.keys(days).length === 0 && (
        <div className="mt-6">
          <Empty title={isWeek ? t('catalogue:views.nothingWeek') : t('calendar.nothing')}>
            {isWeek ? t('catalogue:views.nothingWeekHint') : t('calendar.nothingHint')}
          </Empty>
        </div>
      )}
      {feed && (
        <Section id="subscribe" title={t('calendar.subscribe')} isForScreen>
          <FeedAddress address={feed} />
          {isSignedIn && (
            <p className="mt-4">
              <Link to={paths.accountCalendar()} className="link inline-flex min-h-11 items-center">
                {t('catalogue:own.link')}
              </Link>
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function Neighbour({ by }: { by: 1 | -1 }) {
  const { network, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'catalogue']);
  const words =
    view.view === 'week'
      ? by < 0
        ? t('catalogue:views.previousWeek')
        : t('catalogue:views.nextWeek')
      : by < 0
        ? t('calendar.previous')
        : t('calendar.next');
  return (
    <Link
      to={paths.trainingsCalendar(network, by < 0 ? view.previous : view.next)}
      rel={by < 0 ? 'prev' : 'next'}
      preventScrollReset
      className="link inline-flex min-h-11 items-center gap-1.5"
    >
      {by < 0 && <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />}
      {words}
      {by > 0 && <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />}
    </Link>
  );
}

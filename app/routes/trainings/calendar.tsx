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
import { daysOf } from '~/components/trainings/days.ts';
import { FeedAddress } from '~/components/trainings/feed-address.tsx';
import { aroundMonth, monthText, parseMonth, shiftMonth } from '~/components/trainings/month.ts';
import { MonthTable } from '~/components/trainings/month-table.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { now, timeZone, weekStart, modules } = await api(args).networks.shell({ network });
  const today = formats('en').isoDay(now, timeZone);
  const thisMonth = parseMonth(today.slice(0, 7)) ?? { year: now.getUTCFullYear(), month: 1 };
  const month = parseMonth(new URL(args.request.url).searchParams.get('month')) ?? thisMonth;
  const trainings = await api(args).trainings.calendar({ network, ...aroundMonth(month) });
  return {
    network,
    timeZone,
    today,
    month,
    isThisMonth: monthText(month) === monthText(thisMonth),
    weekStart,
    head: publicHead(args, {
      path: paths.trainingsCalendar(network),
      title: translator(args.context.language, 'trainings')('calendar.title'),
    }),
    days: daysOf(trainings, monthText(month)),
    feed: modules.includes('calendar_feed') ? absolute(env().appUrl, paths.calendarFeed(network)) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('trainings:calendar.title') };

export default function Calendar() {
  const { network, timeZone, today, month, days, isThisMonth, feed, weekStart } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const title = format.month(new Date(Date.UTC(month.year, month.month - 1, 15)), 'UTC');
  return (
    <>
      <PageHeader eyebrow={t('calendar.title')} title={title} />
      <nav
        aria-label={t('calendar.months')}
        className="mb-5 flex flex-wrap items-center gap-x-6"
        data-print="no"
      >
        <MonthLink by={-1} />
        {!isThisMonth && (
          <Link
            to={paths.trainingsCalendar(network)}
            preventScrollReset
            className="link inline-flex min-h-11 items-center"
          >
            {t('calendar.today')}
          </Link>
        )}
        <MonthLink by={1} />
        <p className="text-sm text-muted sm:ms-auto">{t('calendar.zone', { zone: format.zone(timeZone) })}</p>
      </nav>
      <MonthTable
        network={network}
        month={month}
        today={today}
        days={days}
        weekStart={weekStart}
        caption={t('calendar.caption', { month: title })}
      />
      {Object.keys(days).length === 0 && (
        <div className="mt-6">
          <Empty title={t('calendar.nothing')}>{t('calendar.nothingHint')}</Empty>
        </div>
      )}
      {feed && (
        <Section id="subscribe" title={t('calendar.subscribe')} isForScreen>
          <FeedAddress address={feed} />
        </Section>
      )}
    </>
  );
}

function MonthLink({ by }: { by: 1 | -1 }) {
  const { network, month } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  return (
    <Link
      to={paths.trainingsCalendar(network, { month: monthText(shiftMonth(month, by)) })}
      rel={by < 0 ? 'prev' : 'next'}
      preventScrollReset
      className="link inline-flex min-h-11 items-center gap-1.5"
    >
      {by < 0 && <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />}
      {by < 0 ? t('calendar.previous') : t('calendar.next')}
      {by > 0 && <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />}
    </Link>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type Indicator, quotientOf, type ShownFigure } from '@tessera/core/mentoring/indicators.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { Meter } from '~/ui/meter.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, indicators: await api(args).mentoring.indicators(where) };
}

export const handle: Handle = { title: (t) => t('indicators:title') };

export default function MentoringFigures() {
  const { indicators } = useLoaderData<typeof loader>();
  const { t } = useTranslation('indicators');
  const isVeiled = indicators.some(({ value, of }) => [value, of].some((each) => typeof each === 'string'));
  return (
    <>
      <EntryWays />
      <PageHeader title={t('title')} lead={t('lead')} />
      {indicators.length === 0 ? (
        <Empty title={t('empty')}>{t('emptyText')}</Empty>
      ) : (
        <>
          <Section id="picture" title={t('picture')}>
            <Pictures indicators={indicators} />
          </Section>
          <Section id="figures" title={t('all')} layout="full">
            <IndicatorTable indicators={indicators} />
            {isVeiled && <p className="mt-4 max-w-[42rem] text-sm text-muted">{t('veil')}</p>}
          </Section>
        </>
      )}
    </>
  );
}

/** How many meetings took place and how many goals were reached; nothing where the reader may not know. */
function Pictures({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('indicators');
  const format = useFormats();
  const shares = new Map(indicators.map((each) => [each.code, each]));
  const [sessions, goals] = [known(shares.get('ME-02')), known(shares.get('ME-03'))];
  return (
    <div className="grid max-w-[42rem] gap-6">
      {sessions && (
        <Meter
          value={sessions.value}
          max={sessions.of}
          words={t('sessions', { held: format.number(sessions.value), due: format.number(sessions.of) })}
        />
      )}
      {goals && (
        <Meter
          value={goals.value}
          max={goals.of}
          words={t('goals', { reached: format.number(goals.value), goals: format.number(goals.of) })}
        />
      )}
      {!sessions && !goals && <p className="text-sm text-muted">{t('veil')}</p>}
    </div>
  );
}

function known(indicator: Indicator | undefined): { value: number; of: number } | null {
  const { value, of } = indicator ?? {};
  return typeof value === 'number' && typeof of === 'number' ? { value, of } : null;
}

function IndicatorTable({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('indicators');
  const format = useFormats();
  const shown = (value: ShownFigure) => (typeof value === 'number' ? format.number(value) : t(value));
  const columns: Column<Indicator>[] = [
    { key: 'name', header: t('name'), cell: ({ code }) => t(`names.${code}`), isName: true },
    { key: 'value', header: t('value'), cell: figure, isNumber: true },
    { key: 'counted', header: t('counted'), cell: counted, isNumber: true },
    // What only this network counts has no code in the catalogue of indicators.
    { key: 'code', header: t('code'), cell: ({ code }) => (/\d/.test(code) ? code : '–'), isNumber: true },
  ];
  function figure(indicator: Indicator) {
    const quotient = quotientOf(indicator);
    if (quotient === null) return shown(indicator.value);
    return indicator.kind === 'share'
      ? format.percent(quotient, 1)
      : format.number(Math.round(quotient * 100) / 100);
  }
  function counted({ kind, value, of }: Indicator) {
    if (of === null) return '–';
    return kind === 'count' ? t('target', { target: shown(of) }) : `${shown(value)} / ${shown(of)}`;
  }
  return (
    <Table
      caption={t('title')}
      isCaptionHidden
      rows={indicators}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}

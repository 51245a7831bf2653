import { useTranslation } from '@tessera/i18n/react.tsx';
import { Mosaic } from '~/components/mosaic.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { monthsOf } from './months.ts';

type Shown = {
  code: string;
  name: string;
  accent: string;
  kind: string;
  institutions: number;
  trainingsHeld: number;
  partners: readonly unknown[];
  children: readonly {
    code: string;
    name: string;
    accent: string;
    institutions: number;
    county: string | null;
  }[];
  phases: readonly { startsOn: Date; endsOn: Date }[];
};

/** What a network is in a few numbers, and a tile for each institution in it and beneath it. */
export function Figures({ network, now }: { network: Shown; now: Date }) {
  const { t } = useTranslation('networks');
  const format = useFormats();
  const { code, name, accent, kind, institutions, trainingsHeld, partners, children } = network;
  const counties = new Set(children.flatMap(({ county }) => county ?? [])).size;
  const phase = currentOf(network.phases, now);
  const figures = [
    { label: t('overview.figures.regions'), value: kind === 'partnership' ? children.length : 0 },
    {
      label: t('overview.figures.networks'),
      value: kind !== 'partnership' && children.length > 0 ? children.length + 1 : 0,
    },
    { label: t('overview.figures.counties'), value: counties > 1 ? counties : 0 },
    { label: t('overview.figures.partners'), value: partners.length },
    { label: t('overview.figures.institutions'), value: institutions },
    { label: t('overview.figures.trainingsHeld'), value: trainingsHeld },
  ].filter(({ value }) => value > 0);
  if (figures.length === 0 && !phase) return null;
  const tiles = [{ code, name, accent, parentCode: null, institutions, openTrainings: 0 }].concat(
    children.map((child) => ({ ...child, parentCode: null, openTrainings: 0 })),
  );
  const mosaic = t('overview.figures.mosaic');
  return (
    <section aria-labelledby="figures-title" className="mb-12 grid gap-x-16 gap-y-8 lg:grid-cols-2">
      <h2 id="figures-title" className="sr-only">
        {t('overview.figures.title')}
      </h2>
      <dl className="grid grid-cols-2 content-start gap-x-8 gap-y-6 sm:grid-cols-3">
        {phase && (
          <Figure label={t('overview.figures.duration')}>
            {t('overview.months', { count: monthsOf(phase.startsOn, phase.endsOn) })}
          </Figure>
        )}
        {figures.map(({ label, value }) => (
          <Figure key={label} label={label}>
            {format.number(value)}
          </Figure>
        ))}
      </dl>
      {tiles.some((each) => each.institutions > 0) && (
        <figure>
          <Mosaic networks={tiles} label={mosaic} />
          <figcaption aria-hidden className="mt-3 text-sm text-muted">
            {mosaic}
          </figcaption>
        </figure>
      )}
    </section>
  );
}

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex flex-col-reverse justify-end border-t border-rule pt-2.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-2xl font-bold tracking-[-0.01em] tabular-nums">{children}</dd>
    </div>
  );
}

/** The phase under way, else the one that ended last, else the first to come. */
function currentOf<Phase extends { startsOn: Date; endsOn: Date }>(phases: readonly Phase[], now: Date) {
  const begun = phases.filter(({ startsOn }) => startsOn <= now);
  return (
    begun.findLast(({ endsOn }) => now.getTime() < endsOn.getTime() + 86_400_000) ?? begun.at(-1) ?? phases[0]
  );
}

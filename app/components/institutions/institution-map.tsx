import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Drawing, Spot } from '~/server/map/draw.server.ts';
import { Table } from '~/ui/table.tsx';

export type PlaceLine = {
  locality: string;
  county: string;
  count: number;
  id: string | null;
  name: string | null;
};

const tableId = 'places';

/** Where institutions are: a drawing whose tiles are links, and the same as a table. */
export function InstitutionMap({
  network,
  map,
  places,
  total,
}: {
  network: string;
  map: Drawing;
  places: readonly PlaceLine[];
  total: number;
}) {
  const { t } = useTranslation('institutions');
  const shown = places.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="mb-8 max-w-[46rem]">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links */}
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="group"
        aria-labelledby="map-title map-words"
        className="block h-auto w-full border border-rule bg-raised"
      >
        <title id="map-title">{t('map.title')}</title>
        <desc id="map-words">{t('map.words', { count: shown })}</desc>
        <path d={map.land} className="fill-sunk stroke-rule" strokeWidth={1} />
        <path d={map.counties} className="fill-none stroke-rule" strokeWidth={1} />
        {map.spots.map((spot) => (
          <Tile key={`${spot.x} ${spot.y}`} network={network} spot={spot} size={map.tile} />
        ))}
        {map.spots.map((spot) => (
          <Label key={`${spot.x} ${spot.y}`} spot={spot} />
        ))}
      </svg>
      <figcaption className="mt-2 space-y-1 text-xs text-muted">
        <p>{t('map.legend')}</p>
        {map.outside.length > 0 && (
          <p>
            {t('map.outside')}{' '}
            {map.outside.map((place, index) => (
              <span key={`${place.locality} ${place.county}`}>
                {index > 0 && ', '}
                <Link to={linkOf(network, place)} className="link">
                  {place.locality || t('map.noName')}
                </Link>{' '}
                ({place.count})
              </span>
            ))}
          </p>
        )}
        {shown < total && <p>{t('map.unplaced', { count: total - shown })}</p>}
        <p>
          {t('map.outlines')}{' '}
          <a href="https://www.geonames.org/" rel="noopener noreferrer" className="link">
            {t('map.source')}
          </a>
        </p>
      </figcaption>
      <details id={tableId} className="mt-2">
        <summary className="inline-flex min-h-11 items-center gap-2 font-semibold before:w-3 before:content-['+'] in-open:before:content-['–']">
          {t('map.asTable')}
        </summary>
        <Table
          caption={t('map.tableCaption')}
          isCaptionHidden
          columns={[
            {
              key: 'place',
              header: t('directory.place'),
              isName: true,
              cell: (place: PlaceLine) => (
                <Link to={linkOf(network, place)} className="link">
                  {place.locality || t('map.noName')}
                </Link>
              ),
            },
            { key: 'county', header: t('directory.county'), cell: ({ county }) => county },
            { key: 'count', header: t('map.number'), isNumber: true, cell: ({ count }) => count },
          ]}
          rows={places}
          rowKey={({ locality, county }) => `${locality} ${county}`}
        />
      </details>
    </figure>
  );
}

function Tile({ network, spot, size }: { network: string; spot: Spot; size: number }) {
  const { t } = useTranslation('institutions');
  const { x, y, count, places, name, id } = spot;
  const [first = ''] = places;
  const where = places.join(', ');
  const words = name ? `${first}: ${name}` : t('map.tile', { place: where, count });
  const to =
    places.length > 1 ? `#${tableId}` : linkOf(network, { locality: first, county: '', count, id, name });
  return (
    <a href={to} aria-label={`${count}: ${words}`} className="group outline-offset-2">
      <title>{words}</title>
      <rect
        x={x - size / 2}
        y={y - size / 2}
        width={size}
        height={size}
        rx={3}
        strokeWidth={2}
        className="fill-accent stroke-raised group-hover:fill-ink group-focus-visible:stroke-ink"
      />
      <text
        x={x}
        y={y + 5}
        textAnchor="middle"
        className="fill-on-accent text-[15px] font-bold group-hover:fill-paper"
      >
        {count}
      </text>
    </a>
  );
}

// Beside its tile for the eye; the tile itself says the same in words.
function Label({ spot }: { spot: Spot }) {
  const { label } = spot;
  if (!label) return null;
  return (
    <text
      aria-hidden
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
      paintOrder="stroke"
      strokeWidth={3}
      strokeLinejoin="round"
      className="fill-ink stroke-raised text-[13px] font-semibold"
    >
      {labelOf(spot)}
    </text>
  );
}

/** `Band`, or `Band +2` for a tile of three places. */
function labelOf({ places: [first = '', ...others] }: Spot): string {
  const name = first.split(' / ')[0] ?? '';
  return others.length > 0 ? `${name} +${others.length}` : name;
}

function linkOf(network: string, { locality, id }: PlaceLine): string {
  if (id) return paths.institution(network, id);
  return paths.institutions(network, { q: locality.split(' / ')[0] });
}

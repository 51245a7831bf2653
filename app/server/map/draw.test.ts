import { expect, test } from 'vitest';
import { drawMap, type Place } from './draw.server.ts';

const place = (locality: string, latitude: number, longitude: number, count = 1): Place => ({
  locality,
  county: '',
  latitude,
  longitude,
  count,
  id: null,
  name: null,
});
const mures = [place('Band', 46.58, 24.38, 4), place('Deda', 46.93, 24.9), place('Zetea', 46.38, 25.37, 2)];

test('every institution is on one tile, and no tile covers another', async () => {
  const many = [...mures, place('Pănet', 46.55, 24.46, 3), place('Ernei', 46.6, 24.64, 2)];

  const map = await drawMap(many, [24.3, 46.3, 25.5, 47], ['RO']);

  const spots = map?.spots ?? [];
  expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(12);
  for (const one of spots)
    for (const other of spots)
      if (one !== other)
        expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(32);
});

test('what lies beyond the edge is named beside the map; without places there is none', async () => {
  const map = await drawMap([...mures, place('Oslo', 59.9, 10.7)], [24.3, 46.3, 25.5, 47], ['RO']);

  expect(map?.outside.map(({ locality }) => locality)).toEqual(['Oslo']);
  expect(map?.spots.flatMap(({ places }) => places).sort()).toEqual(['Band', 'Deda', 'Zetea']);
  expect(await drawMap([], null, [])).toBeNull();
});

test('a search moves the tiles only, and a map of one town shows its surroundings', async () => {
  const all = await drawMap(mures, [24.3, 46.3, 25.5, 47], ['RO']);
  const one = await drawMap(mures.slice(0, 1), [24.3, 46.3, 25.5, 47], ['RO']);
  const town = await drawMap(mures.slice(0, 1), [24.38, 46.58, 24.38, 46.58], ['RO']);

  expect(one?.land).toBe(all?.land);
  expect(one?.spots).toHaveLength(1);
  expect(town?.spots[0]?.x).toBe(240);
  expect(Math.abs((town?.spots[0]?.y ?? 0) - 170)).toBeLessThan(3);
  expect(town?.counties.length).toBeGreaterThan(100);
});

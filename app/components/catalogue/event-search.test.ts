import { expect, test } from 'vitest';
import { filtersIn, searchQuery, without } from './event-search.ts';
import { readSearch } from './read-search.server.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

test('an address that says nothing, or nonsense, is the list as usual', () => {
  for (const query of ['', 'kind=party&from=2026-02-31&page=0&country=Romania&host=NO!&sort=luck']) {
    expect(Object.values(searchQuery(read(query))).filter(Boolean)).toEqual([]);
  }
});

test('who looks for words gets what fits best first, unless they say otherwise', () => {
  expect(read('q=plan').sort).toBe('match');
  expect(searchQuery(read('q=plan')).sort).toBe(undefined);
  expect(searchQuery(read('q=plan&sort=date')).sort).toBe('date');
  // Without words nothing fits better than anything else.
  expect(searchQuery(without(read('q=plan'), 'query')).sort).toBe(undefined);
});

test('each filter can be taken away by itself, and the first page shows then', () => {
  const search = read('q=plan&from=2026-05-01&to=2026-05-31&free=1&host=un&page=3&when=all');

  expect(filtersIn(search)).toEqual(['query', 'dates', 'free', 'host']);
  expect(searchQuery(without(search, 'dates'))).toEqual({
    ...searchQuery(search),
    from: '',
    to: '',
    page: undefined,
  });
  expect(filtersIn(without(search, 'query'))).toEqual(['dates', 'free', 'host']);
});

test('what is over is left out as long as nobody asks for it', () => {
  expect(filtersIn(read(''))).toEqual(['period']);
});

import { readdirSync, readFileSync } from 'node:fs';
import { useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages } from '~/server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();
const page = await (await ask({ path: '/dev/ui' })).text();

const sourcesIn = (folder: string, kind: RegExp) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => kind.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'));
const rendered = (source: string) => [...source.matchAll(/<([A-Z]\w*)/g)].map(([, name = '']) => name);

/** Every component of the primitives: whether pages may take it, and what it is made of. */
const primitives = new Map(
  sourcesIn('../../ui/', /\.tsx$/).flatMap((source) =>
    source
      .split(/^(?=(?:export )?function )/m)
      .map((part) => ({ part, name: /^(?:export )?function ([A-Z]\w*)/.exec(part)?.[1] }))
      .map(({ part, name = '' }) => [name, { isExported: part.startsWith('export'), parts: rendered(part) }]),
  ) as [string, { isExported: boolean; parts: string[] }][],
);

test('the page of building blocks shows every primitive', () => {
  const shown = new Set<string>();
  const walk = (names: string[]) => {
    for (const name of names) {
      if (shown.has(name)) continue;
      shown.add(name);
      walk(primitives.get(name)?.parts ?? []);
    }
  };
  walk(sourcesIn('./', /^ui.*\.tsx$/).flatMap(rendered));

  const exported = [...primitives].filter(([name, { isExported }]) => name && isExported);
  expect(exported.length).toBeGreaterThan(40);
  expect(exported.map(([name]) => name).filter((name) => !shown.has(name))).toEqual([]);
});

const controls = {
  text: /<input type="text"[^>]*>/g,
  'day and time': /<input type="datetime-local"[^>]*>/g,
  select: /<select [^>]*id="[^>]*>/g,
  'several lines': /<textarea[^>]*>/g,
  file: /<input type="file"[^>]*>/g,
  radio: /<input type="radio"[^>]*>/g,
  tick: /<input type="checkbox"[^>]*class="tick"[^>]*>/g,
};

test.each(Object.entries(controls))(
  'a field of the kind %s is shown with and without a problem',
  (_kind, tags) => {
    const fields = [...page.matchAll(tags)].map(([tag]) => tag);
    const isWrong = (tag: string) => {
      const id = /\bid="([^"]+)"/.exec(tag)?.[1] ?? '';
      // A group says what is wrong with all of its controls.
      const group = id.replace(/-[^-]+$/, '');
      return tag.includes('aria-invalid="true"') || page.includes(`id="${group}-error"`);
    };

    expect(fields.some(isWrong)).toBe(true);
    expect(fields.some((tag) => !isWrong(tag))).toBe(true);
  },
);

test.each(['text', 'day and time', 'select', 'several lines', 'radio', 'tick'] as const)(
  'a field of the kind %s is shown where it cannot be used',
  (kind) => {
    const fields = [...page.matchAll(controls[kind])].map(([tag]) => tag);

    expect(fields.some((tag) => tag.includes(' disabled=""'))).toBe(true);
  },
);

test('every id of the page is there once', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

import { expect, test } from 'vitest';
import { browserWords } from './browser.ts';
import { languages } from './languages.ts';
import { serverI18n } from './server.server.ts';

const counts = [0, 1, 2, 3, 4, 5, 11, 21, 22, 100, 101, 1.5];

function keysOf(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
}

test.each(languages)(
  'a page reads the same before and after its scripts have loaded, %s',
  async (language) => {
    const file = (await import(`./locales/${language}/server.ts`)) as Record<string, Record<string, object>>;
    const messages = file[language] ?? {};
    expect(Object.keys(messages)).toContain('trainings');
    const server = serverI18n(language);
    const words = browserWords(language, messages);
    const different: string[] = [];

    for (const [area, areaMessages] of Object.entries(messages)) {
      const there = server.getFixedT(language, area as never) as unknown as (
        key: string,
        params: object,
      ) => string;
      const here = words([area]);
      for (const full of keysOf(areaMessages)) {
        const key = full.replace(/_(zero|one|two|few|many|other)$/, '');
        const source = JSON.stringify(areaMessages);
        const names = [...source.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? '');
        const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
        const tries = key === full ? [params] : counts.map((count) => ({ ...params, count }));
        for (const each of tries) if (here(key, each) !== there(key, each)) different.push(`${area}:${full}`);
      }
    }

    expect(different).toEqual([]);
  },
);

test('words of another area are found by its name, and a key without words shows itself', () => {
  const t = browserWords('en', { shell: { a: 'A {{x}}' }, common: { save: 'Save' } })(['shell']);

  const words = [t('a', { x: 1 }), t('common:save'), t('nothing.here')];

  expect(words).toEqual(['A 1', 'Save', 'nothing.here']);
});

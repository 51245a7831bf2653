import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { languages } from './languages.ts';

const here = new URL('.', import.meta.url).pathname;
const virtual = 'virtual:words/';

/**
 * Sends a page the words that it shows and no others: a module of the browser that names an area, in `useTranslation` or
 * as `area:key`, brings the file of that area in the reader's language along and is ready when the words are.
 */
export function words(): Plugin {
  const areas = readdirSync(`${here}locales/en`)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'server');
  const area = areas.join('|');
  const inKey = new RegExp(`["'\`](${area}):`, 'g');
  const inCall = new RegExp(`["'\`](${area})["'\`]`, 'g');
  return {
    name: 'tessera-words',
    enforce: 'post',
    resolveId: (source) => (source.startsWith(virtual) ? `\0${source}` : null),
    load(id) {
      if (!id.startsWith(`\0${virtual}`)) return null;
      const area = id.slice(virtual.length + 1);
      const files = languages.map(
        (language) => `${language}: () => import('${here}locales/${language}/${area}.ts')`,
      );
      return `import { load } from '${here}loaded.ts'; await load('${area}', { ${files.join(', ')} });`;
    },
    transform(code, _id, options) {
      if (options?.ssr || !/\b(useTranslation|t)\(/.test(code)) return null;
      const calls = [...code.matchAll(/\buseTranslation\(([^)]*)\)/g)].flatMap(([, named = '']) => [
        ...named.matchAll(inCall),
      ]);
      const used = new Set([...code.matchAll(inKey), ...calls].map(([, area]) => area));
      if (!used.size) return null;
      const imports = [...used].map((area) => `import '${virtual}${area}';`);
      return { code: `${code}\n${imports.join('\n')}`, map: null };
    },
  };
}

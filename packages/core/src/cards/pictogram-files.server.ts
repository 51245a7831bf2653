import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Language, languages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { drawn, healthIcons, type PictogramName, pictogramNames } from './pictograms.ts';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('healthicons/package.json')), 'public');
const read = new Map<string, string>();

/** A motif as SVG, in one colour that the page around it gives. */
export function pictogramSvg(name: PictogramName): string {
  let svg = read.get(name);
  if (svg === undefined) {
    svg =
      name in drawn
        ? drawn[name as keyof typeof drawn]
        : readFileSync(
            join(folder, 'icons/svg/filled', `${healthIcons[name as keyof typeof healthIcons]}.svg`),
            'utf8',
          ).trim();
    read.set(name, svg);
  }
  return svg;
}

/** What can be seen on a motif, in every language of the interface. */
export function pictogramAlt(name: PictogramName): Record<Language, string> {
  return Object.fromEntries(
    languages.map((language) => [language, translator(language, 'pictograms')(name)]),
  ) as Record<Language, string>;
}

/** The motifs that are known, of a list of names. */
export function picturesFor(
  names: readonly (string | null)[],
): Record<string, { svg: string; alt: Record<string, string> }> {
  const wanted = new Set(names);
  return Object.fromEntries(
    pictogramNames
      .filter((name) => wanted.has(name))
      .map((name) => [name, { svg: pictogramSvg(name), alt: pictogramAlt(name) }]),
  );
}

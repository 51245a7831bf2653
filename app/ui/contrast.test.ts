import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, readableAccent } from './accent.ts';

const css = readFileSync(new URL('../styles/app.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const light = Object.fromEntries(pairs.map(([, name, value]) => [name, value ?? '']));
const dark = Object.fromEntries(pairs.map(([, name, , value]) => [name, value ?? '']));
const grounds = ['paper', 'raised', 'sunk'];

test.each([
  ['light', light],
  ['dark', dark],
])('every text colour is readable on every paper, %s', (_mode, colours) => {
  const texts = ['ink', 'muted', 'success', 'warning', 'danger', 'info'];

  const tooFaint = texts.flatMap((text) =>
    grounds
      .map((ground) => ({ text, ground, ratio: contrast(colours[text] ?? '', colours[ground] ?? '') }))
      .filter(({ ratio }) => ratio < 4.5),
  );

  expect(tooFaint).toEqual([]);
  expect(contrast(colours['on-danger'] ?? '', colours.danger ?? '')).toBeGreaterThan(4.5);
});

test.each([
  ['light', light],
  ['dark', dark],
])('the edge of a field can be seen, %s', (_mode, colours) => {
  const ratios = grounds.map((ground) => contrast(colours.edge ?? '', colours[ground] ?? ''));

  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
});

test('whatever colour a network chooses, its accent is readable in both modes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const accent = readableAccent(`#${value.toString(16).padStart(6, '0')}`);

      if (!accent) throw new Error('not a colour');
      for (const ground of grounds) {
        expect(contrast(accent.light, light[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent.dark, dark[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(accent.light, accent.onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.dark, accent.onDark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('what is no colour gives no accent', () => {
  const accents = ['red', '#fff', 'url(x)', null].map(readableAccent);

  expect(accents).toEqual([undefined, undefined, undefined, undefined]);
});

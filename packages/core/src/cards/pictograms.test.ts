import { languages } from '@tessera/i18n/languages.ts';
import { expect, test } from 'vitest';
import { pictogramAlt, pictogramSvg } from './pictogram-files.server.ts';
import { drawn, pictogramNames, pictogramOf } from './pictograms.ts';

test('every motif is there, with its author, its licence and words in every language, and nothing in it runs or loads', () => {
  for (const name of pictogramNames) {
    const svg = pictogramSvg(name);
    expect([name, svg.startsWith('<svg'), svg.endsWith('</svg>')]).toEqual([name, true, true]);
    expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href|url\(|<!ENTITY|<style/i);
    expect(pictogramOf(name)).toMatchObject({ author: expect.any(String), licence: expect.any(String) });
    expect(Object.keys(pictogramAlt(name)).sort()).toEqual([...languages].sort());
  }
  expect(pictogramOf('no-such-motif')).toBeNull();
  expect(pictogramOf('toString')).toBeNull();
});

test('what was drawn for Tessera has strokes of at least three in a hundred of its width', () => {
  for (const svg of Object.values(drawn)) {
    const widths = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(Math.min(...widths) / 48).toBeGreaterThanOrEqual(0.03);
  }
});

// Cuts the interface's fonts out of @fontsource-variable/noto-sans: the letters of the shipped languages, weights 400 to 800,
// and those of cards out of @expo-google-fonts/noto-sans-arabic.
// The full Latin Extended file alone weighs more than a whole page may. Run: node app/styles/fonts/make.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const parts = {
  latin:
    '0020-00FF,0131,0152-0153,02BB-02BC,02C6,02DA,02DC,0304,0308,0329,2000-206F,20AC,2122,2190-2193,2212,2215,FEFF,FFFD',
  'latin-ext': '0100-0130,0132-0151,0154-017F,01C4-01CC,0218-021B,1E9E',
  cyrillic: '0301,0400-045F,0490-0491,04B0-04B1,2116',
};

// The letters of Arabic, Farsi, Dari, Pashto, Sorani and Urdu, for what cards say; many devices lack some of them.
const arabic = '0020-0021,0028-003A,00A0,00AB,00BB,0600-06FF,200B-200F,2066-2069';
for (const [name, file] of Object.entries({
  regular: '400Regular/NotoSansArabic_400Regular.ttf',
  bold: '700Bold/NotoSansArabic_700Bold.ttf',
})) {
  const source = require.resolve(`@expo-google-fonts/noto-sans-arabic/${file}`);
  const font = await subsetFont(readFileSync(source), letters(arabic), { targetFormat: 'woff2' });
  writeFileSync(new URL(`./noto-sans-arabic-${name}.woff2`, import.meta.url), font);
  console.log(`arabic ${name}: ${font.length} bytes`);
}

for (const [name, ranges] of Object.entries(parts)) {
  const source = require.resolve(`@fontsource-variable/noto-sans/files/noto-sans-${name}-wght-normal.woff2`);
  const font = await subsetFont(readFileSync(source), letters(ranges), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 800, default: 400 } },
  });
  writeFileSync(new URL(`./noto-sans-${name}.woff2`, import.meta.url), font);
  console.log(`${name}: ${font.length} bytes`);
}

function letters(ranges) {
  return ranges
    .split(',')
    .map((range) => range.split('-').map((code) => Number.parseInt(code, 16)))
    .map(([from, to = from]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join(''),
    )
    .join('');
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { docxOf, packageOf } from './document.testing.ts';
import { documentTypes } from './document.ts';
import { hasWords, wordsIn } from './words.server.ts';

const onePage = Buffer.from(`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 52>> stream
BT /F1 12 Tf 20 200 Td (Beratung in Harghita) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF`);

test('the words of a text document, of an open document and of a PDF are read', async () => {
  const odt = packageOf({
    mimetype: documentTypes.odt,
    'content.xml':
      '<office:text><text:h>Ghid</text:h><text:p>Pa<text:span>șii</text:span> &amp; oamenii</text:p></office:text>',
  });

  expect(await wordsIn(documentTypes.pdf, onePage)).toBe('Beratung in Harghita');
  expect(await wordsIn(documentTypes.docx, docxOf('Erste', 'Schritte'))).toBe('Erste Schritte');
  expect(await wordsIn(documentTypes.odt, odt)).toBe('Ghid Pașii & oamenii');
  expect(await wordsIn('text/plain', Buffer.from('eins\n\tzwei'))).toBe('eins zwei');
  expect([hasWords('video/mp4'), hasWords('text/csv')]).toEqual([false, true]);
});

test('what cannot be read, and what unpacks to more than it may, says so and holds nothing up', async () => {
  const bomb = packageOf({ '[Content_Types].xml': '', 'word/document.xml': Buffer.alloc(40_000_000, 65) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await wordsIn(documentTypes.docx, bomb)).toBeNull();
  expect(await wordsIn(documentTypes.docx, docxOf('x').subarray(0, 200))).toBeNull();
  expect(await wordsIn(documentTypes.pdf, Buffer.from('%PDF-1.7 nothing %%EOF'))).toBeNull();
});

// What a word processor wrote: a header, a heading, a table, a footnote, a soft hyphen and a line that ends inside a word.
const written = {
  bg: 'Наръчник посещение здравоосигуряване Гишето обжалването удостоверение',
  hu: 'Önkormányzati Kísérés társadalombiztosítás Ügyfélfogadás fellebbezésről meghatalmazás',
  ro: 'Îndrumar Însoțire asigurare Ghișeul contestația adeverință',
  ar: 'البلدية العيادة التأمين الشباك الاعتراض الشهادة',
};

test.each(Object.entries(written))('files in "%s" give their words whole', async (language, text) => {
  const read = async (ending: 'odt' | 'docx' | 'pdf') => {
    const bytes = readFileSync(new URL(`words.testing/${language}.${ending}`, import.meta.url));
    const words = (await wordsIn(documentTypes[ending], bytes)) ?? '';
    return text
      .split(' ')
      .filter((word) => !words.split(' ').some((each) => each.replace(/\d$/, '') === word));
  };

  expect(await read('odt')).toEqual([]);
  expect(await read('docx')).toEqual([]);
  // A page knows no paragraphs: whether a line ends with a word is not told there.
  expect(await read('pdf')).toEqual(text.split(' ').slice(-1));
});

test('a word with a hyphen at the end of a line is read in one piece as well, and nothing keeps the reader busy', async () => {
  expect(await wordsIn('text/plain', Buffer.from('Bera- tung, Ost- und West'))).toBe(
    'Bera- tung, Ost- und West Beratung Ostund',
  );
  expect(await wordsIn('text/plain', Buffer.from('ا'.repeat(400_000)))).toHaveLength(200_000);
});

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

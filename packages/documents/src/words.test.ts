import { docxOf, packageOf } from '@tessera/files/document.testing.ts';
import { documentTypes } from '@tessera/files/document.ts';
import { expect, test } from 'vitest';
import { renderPdf } from './typst.server.ts';
import { hasWords, wordsIn } from './words.server.ts';

test('the words of a text document, of an open document and of a PDF are read', async () => {
  const pdf = renderPdf({
    template: '#data.words',
    data: { words: 'Județul Harghita, Szőke tűz, Загуба на жилище' },
    language: 'ro',
    title: 'x',
  });
  const odt = packageOf({
    mimetype: documentTypes.odt,
    'content.xml':
      '<office:text><text:h>Ghid</text:h><text:p>Pa<text:span>șii</text:span> &amp; oamenii</text:p></office:text>',
  });

  expect(await wordsIn(documentTypes.pdf, pdf)).toBe('Județul Harghita, Szőke tűz, Загуба на жилище');
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

import { expect, test } from 'vitest';
import { hasTool, pdfText, readPdf } from './pdf-tools.ts';
import { renderPdf } from './typst.server.ts';

const onePage = { template: '= #data.heading\n#data.text', language: 'ro', title: 'Listă' } as const;

const nasty = [
  '#panic("x") #eval("1+1") #let a = 1',
  '*bold* _emphasis_ `raw` $x^2$ <label> @ref = heading - item + item / term: x',
  '"quotes" \'single\' “typographic” \\ backslash \\u{41} \\n',
  '[ ] { } ( ) // comment /* comment */ ~ -- --- ...',
  '{{name}} $name %s &amp; <script>alert(1)</script>',
];

test.skipIf(!hasTool('pdftotext'))('signs that mean something to Typst are printed as they are', () => {
  for (const text of nasty) {
    expect(pdfText(renderPdf({ ...onePage, data: { heading: 'Heading', text } }))).toBe(`Heading ${text}`);
  }
});

test.skipIf(!hasTool('pdftotext'))('a line break in a name stays a line break', () => {
  const pdf = renderPdf({ ...onePage, data: { heading: 'Heading', text: 'first\nsecond' } });

  expect(readPdf(pdf, 'pdftotext', ['{}', '-'])).toContain('first\nsecond');
});

test.skipIf(!hasTool('pdftotext'))('control characters and broken surrogates do not stop a document', () => {
  const pdf = renderPdf({
    ...onePage,
    title: 'a\u0000b',
    data: { heading: 'x\u0000\u0007y', text: 'half \ud83d end' },
  });

  expect(pdfText(pdf)).toMatch(/^xy half .? ?end$/u);
});

test.skipIf(!hasTool('pdftotext'))('letters of all languages of the networks are printed', () => {
  const text = 'ș ț Ș Ț ă â î ő ű č š ž ß Ж Щ Ъ ю Ελλ';

  expect(pdfText(renderPdf({ ...onePage, data: { heading: 'H', text } }))).toBe(`H ${text}`);
});

test.skipIf(!hasTool('pdffonts'))('fonts are embedded, the Arabic one too', () => {
  const pdf = renderPdf({ ...onePage, data: { heading: 'H', text: 'مرحبا ș' } });
  const fonts = readPdf(pdf, 'pdffonts', ['{}']).split('\n').slice(2).filter(Boolean);

  expect(fonts.map((line) => line.split(/\s+/)[0]?.split('+')[1]).sort()).toEqual([
    'NotoSans-Bold',
    'NotoSans-Regular',
    'NotoSansArabic-Regular',
  ]);
  expect(fonts.every((line) => / yes yes yes /.test(line))).toBe(true);
});

test.skipIf(!hasTool('pdfinfo', 'qpdf'))('the file is valid, tagged, titled and in its language', () => {
  const pdf = renderPdf({ ...onePage, data: { heading: 'H', text: 't' } });

  expect(readPdf(pdf, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors found');
  expect(readPdf(pdf, 'pdfinfo', ['{}'])).toMatch(/^Title:\s+Listă$[\s\S]*^Tagged:\s+yes$/m);
  expect(readPdf(pdf, 'qpdf', ['--qdf', '--object-streams=disable', '{}', '-'])).toContain('/Lang (ro)');
  expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true);
});

test('a sign that no font has does not stop a document', () => {
  const pdf = renderPdf({ ...onePage, data: { heading: 'H', text: 'Ana \u{1f389} \u{13000}' } });

  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the same input gives the same bytes', () => {
  const input = { ...onePage, data: { heading: 'H', text: 'same' } };

  expect(Buffer.from(renderPdf(input)).equals(renderPdf(input))).toBe(true);
});

test('a faulty template is an error that says what is wrong', () => {
  expect(() => renderPdf({ ...onePage, template: '#nothing-there', data: {} })).toThrow('unknown variable');
});

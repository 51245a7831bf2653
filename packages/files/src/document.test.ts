import { expect, test } from 'vitest';
import { docxOf, packageOf } from './document.testing.ts';
import { contentOf, DocumentRefused, documentOf, entriesOf } from './document.ts';
import { pngOf } from './picture.testing.ts';

const answer = (name: string, content: string | Buffer) => {
  try {
    return documentOf(name, Buffer.from(content)).mime;
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return error.code;
  }
};
const pdf = '%PDF-1.7\n1 0 obj\n%%EOF\n';

test('a file is what is in it, and says so by its name', () => {
  expect(answer('a.pdf', pdf)).toBe('application/pdf');
  expect(answer('a.PNG', pngOf(4, 4))).toBe('image/png');
  expect(answer('Leitfaden.docx', docxOf('Guten Tag'))).toMatch(/wordprocessingml/);
  expect(answer('a.odt', packageOf({ mimetype: 'application/vnd.oasis.opendocument.text' }))).toMatch(
    /opendocument.text$/,
  );
  expect(answer('a.txt', 'Țară și oraș')).toBe('text/plain');
  expect(answer('a.csv', 'a;b\n1;2\n')).toBe('text/csv');
  expect(answer('a.docx', pdf)).toBe('file_type_differs');
  expect(answer('a', pdf)).toBe('file_type_differs');
  expect(answer('a.pdf', docxOf('x'))).toBe('file_type_differs');
});

test('what can carry a program is refused', () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  expect(answer('a.svg', svg)).toBe('file_svg');
  expect(answer('a.txt', svg)).toBe('file_svg');
  expect(answer('a.html', '<!doctype html><script>alert(1)</script>')).toBe('file_active');
  expect(answer('a.txt', ' <html><body>')).toBe('file_active');
  const macro = { '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' };
  expect(answer('a.docx', packageOf(macro))).toBe('file_active');
  expect(answer('a.exe', 'MZ\x00\x01')).toBe('file_type');
  expect(answer('a.zip', packageOf({ 'a.txt': 'x' }))).toBe('file_type');
});

test('a file that breaks off is refused, and one that unpacks to more than it may', () => {
  expect(answer('a.pdf', '%PDF-1.7\n1 0 obj')).toBe('file_broken');
  expect(answer('a.docx', docxOf('x').subarray(0, 300))).toBe('file_broken');
  expect(answer('a.png', pngOf(4, 4).subarray(0, 40))).toBe('file_broken');
  const bomb = packageOf({ big: Buffer.alloc(5_000_000) });
  const [big] = entriesOf(bomb);
  expect(bomb.length).toBeLessThan(10_000);
  expect(() => big && contentOf(bomb, big, 1_000_000)).toThrow('file_broken');
});

test('a path in a name is left out', () => {
  expect(documentOf('../../etc/a b.pdf', Buffer.from(pdf)).name).toBe('a b.pdf');
  expect(documentOf('C:\\Temp\\a.pdf', Buffer.from(pdf)).name).toBe('a.pdf');
});

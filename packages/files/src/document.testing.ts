import { crc32, deflateRawSync } from 'node:zlib';

/** A small package as office programs write it: its parts, packed, and their list at the end. */
export function packageOf(parts: Record<string, string | Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 'latin1');
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const line = Buffer.alloc(46);
    line.write('PK\x01\x02', 'latin1');
    line.writeUInt16LE(8, 10);
    head.copy(line, 16, 14, 28);
    line.writeUInt32LE(at, 42);
    bodies.push(head, Buffer.from(name), packed);
    list.push(line, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** A text document with one paragraph for each text. */
export function docxOf(...texts: string[]): Buffer {
  const body = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return packageOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** A PDF of one page with a text, and further objects or entries of its root where a test needs them. */
export function pdfOf(
  text: string,
  { root = '', objects = [] }: { root?: string; objects?: string[] } = {},
): Buffer {
  const content = `BT /F1 12 Tf 20 200 Td (${text}) Tj ET`;
  const all = [
    `<</Type/Catalog/Pages 2 0 R ${root}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${Buffer.byteLength(content)}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ];
  let file = '%PDF-1.7\n';
  const places = all.map((object, index) => {
    const at = Buffer.byteLength(file);
    file += `${index + 1} 0 obj ${object} endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = all.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>`;
  return Buffer.from(`${file}${table}\nstartxref\n${Buffer.byteLength(file)}\n%%EOF\n`);
}

/** A PDF with nothing in it to be read or drawn: its only page is missing. */
export const emptyPdf = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[9 0 R]/Count 1>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
);

import { readdirSync, readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { activeIn } from './active.server.ts';
import { docxOf, packageOf, pdfOf } from './document.testing.ts';
import { type DocumentEnding, documentTypes } from './document.ts';

const inside = (ending: DocumentEnding, bytes: Buffer) => activeIn(documentTypes[ending], bytes);
const inPdf = (root: string, ...objects: string[]) => inside('pdf', pdfOf('Ghid', { root, objects }));
/** The sixth object of a PDF of `pdfOf` is the first of its own. */
const link = (action: string) =>
  [
    `/Outlines 6 0 R`,
    '<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>',
    `<</Title(a)/Parent 6 0 R/A ${action}>>`,
  ] as const;
const real = (name: string) => readFileSync(new URL(`active.testing/${name}`, import.meta.url));

test('what word processors write with links, pictures, a form and contents is let in', async () => {
  for (const name of ['form.pdf', 'form.odt', 'words.docx'])
    expect([name, await inside(name.split('.')[1] as DocumentEnding, real(name))]).toEqual([name, null]);
  for (const name of readdirSync(new URL('words.testing', import.meta.url))) {
    const bytes = readFileSync(new URL(`words.testing/${name}`, import.meta.url));
    expect([name, await inside(name.split('.')[1] as DocumentEnding, bytes)]).toEqual([name, null]);
  }
  expect(await inside('docx', docxOf('Guten Tag'))).toBeNull();
  expect(await inside('pdf', pdfOf('Ghid'))).toBeNull();
});

test('a macro and a control that a word processor wrote are refused', async () => {
  expect(await inside('odt', real('macro.odt'))).toBe('file_active');
  expect(await inside('docx', real('control.docx'))).toBe('file_active');
});

test.each([
  ['/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>', 'file_active'],
  ['/Open#41ction<</S/J#61vaScript/J#53<6170702e616c657274283129>>>', 'file_active'],
  ['/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/URI/URI(https://example.org)>>]>>', 'file_active'],
  ['/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>', 'file_active'],
  ['/AA<</WC<</S/Named/N/Print>>>>', 'file_active'],
  ['/AcroForm<</Fields[]/XFA[(template)(x)]>>', 'file_active'],
  ['/AcroForm<</Fields[<</T(a)/FT/Tx/AA<</K<</S/JavaScript/JS(1)>>>>>>]>>', 'file_active'],
  ['/AcroForm<</Fields[<</T(a)/FT/Btn/A<</S/SubmitForm/F(https://example.org)>>>>]>>', 'file_sends'],
  ['/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>', 'file_holds_files'],
  ['/Outlines 6 0 R', null],
  ['/URI<</Base(file://server/share/)>>', 'file_launches'],
  ['/URI<</Base(https://example.org/)>>', null],
  ['/OpenAction[3 0 R/Fit]', null],
  ['/OpenAction<</S/GoTo/D[3 0 R/Fit]>>', null],
  ['/AcroForm<</Fields[<</T(a)/FT/Tx/F 4>>]>>', null],
  // A font may have any name.
  ['/Own<</JS 5 0 R/EF 5 0 R/AA 5 0 R/JavaScript 5 0 R>>', null],
])('a PDF with %s', async (root, code) => {
  expect(await inPdf(root)).toBe(code);
});

test.each([
  ['<</S/Launch/F(calc.exe)>>', 'file_launches'],
  ['<</S/GoToR/F(other.pdf)/D[0/Fit]>>', 'file_launches'],
  ['<</S/GoTo/D[3 0 R/Fit]/Next<</S/Launch/F(calc.exe)>>>>', 'file_launches'],
  ['<</S/URI/URI(file:///C:/Windows/calc.exe)>>', 'file_launches'],
  ['<</S/URI/URI(java\\163cript:alert)>>', 'file_launches'],
  ['<</S/Rendition/OP 0>>', 'file_media'],
  ['<</S/URI/URI(\\\\\\\\server\\\\share)>>', 'file_launches'],
  ['<</S/URI/URI(//server/share)>>', 'file_launches'],
  ['<</S/Thread/F(other.pdf)/D 0>>', 'file_launches'],
  ['<</S/Thread/D 0>>', null],
  ['<</S/URI/URI(https://example.org/a)>>', null],
  ['<</S/URI/URI(mailto:a@example.org)>>', null],
  ['<</S/GoTo/D[3 0 R/Fit]>>', null],
])('a link of a PDF that does %s', async (action, code) => {
  expect(await inPdf(...link(action))).toBe(code);
});

/** Objects 1 to 3 lie in a packed stream of objects, and the table of all in another. */
function packedPdf(root: string): Buffer {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R ${root}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>',
  ];
  let at = 0;
  const places = objects.map((object, index) => {
    const place = `${index + 1} ${at} `;
    at += object.length + 1;
    return place;
  });
  const head = places.join('');
  const stream = (number: number, entries: string, content: Buffer) => {
    const packed = deflateSync(content);
    const begin = `${number} 0 obj <<${entries}/Filter/Fl#61teDecode/Length ${packed.length}>>stream\n`;
    return Buffer.concat([Buffer.from(begin), packed, Buffer.from('\nendstream endobj\n')]);
  };
  const begin = Buffer.from('%PDF-1.7\n');
  const inner = stream(
    4,
    `/Type/ObjStm/N 3/First ${head.length}`,
    Buffer.from(`${head}${objects.join(' ')} `),
  );
  const table = begin.length + inner.length;
  const rows = [
    0,
    0,
    0,
    0,
    2,
    0,
    4,
    0,
    2,
    0,
    4,
    1,
    2,
    0,
    4,
    2,
    1,
    0,
    begin.length,
    0,
    1,
    table >> 8,
    table & 255,
    0,
  ];
  const list = stream(5, '/Type/XRef/Size 6/W[1 2 1]/Root 1 0 R', Buffer.from(rows));
  return Buffer.concat([begin, inner, list, Buffer.from(`startxref\n${table}\n%%EOF\n`)]);
}

test('what lies in packed streams is found, and what nobody can look into has a reason of its own', async () => {
  const active = packedPdf('/Open#41ction<</S/J#61vaScript/JS(1)>>');
  expect(active.includes('Script')).toBe(false);
  expect(await inside('pdf', active)).toBe('file_active');
  expect(await inside('pdf', packedPdf(''))).toBeNull();
  expect(await inside('pdf', Buffer.from('%PDF-1.7 nothing %%EOF'))).toBe('file_broken');
  const locked = '/Encrypt<</Filter/Unknown/V 9/R 9>>';
  const bytes = pdfOf('Ghid').toString().replace('/Root', `${locked}/Root`);
  expect(await inside('pdf', Buffer.from(bytes))).toBe('file_locked');
});

const types = (extra = '') => `<Types xmlns="a">${extra}</Types>`;
const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="a" Type="http://schemas/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
const word = (body: string) => `<w:document xmlns:w="w" xmlns:o="o"><w:body>${body}</w:body></w:document>`;
const field = (...instructions: string[]) =>
  `<w:p><w:fldChar w:fldCharType="begin"/>${instructions.map((each) => `<w:instrText>${each}</w:instrText>`).join('')}<w:fldChar w:fldCharType="end"/></w:p>`;
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test.each([
  ['macros', { 'word/vbaProject.bin': 'x' }, 'file_active'],
  [
    'a kind with macros',
    {
      '[Content_Types].xml': types(
        '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      ),
    },
    'file_active',
  ],
  ['old macros', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'file_active'],
  ['a control', { 'word/activeX/activeX1.xml': '<a/>' }, 'file_active'],
  ['an object', { 'word/embeddings/oleObject1.bin': ole }, 'file_holds_files'],
  [
    'an object of office',
    { 'word/document.xml': word('<o:OLEObject ProgID="Excel.Sheet.12"/>') },
    'file_holds_files',
  ],
  [
    'an object elsewhere',
    { 'word/_rels/document.xml.rels': relation('oleObject', 'file:///a') },
    'file_holds_files',
  ],
  [
    'a template elsewhere',
    { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'https://example.org/a.dotm') },
    'file_fetches',
  ],
  [
    'a frame',
    { 'word/_rels/webSettings.xml.rels': relation('frame', 'https://example.org') },
    'file_fetches',
  ],
  [
    'a frame in another encoding',
    { 'word/_rels/webSettings.xml.rels': utf16(relation('frame', 'https://example.org')) },
    'file_fetches',
  ],
  ['a link', { 'word/_rels/document.xml.rels': relation('hyperlink', 'https://example.org') }, null],
  ['a command', { 'word/document.xml': word(field(' DDEAUTO c:\\a.exe ')) }, 'file_launches'],
  ['a command in pieces', { 'word/document.xml': word(field('D', 'DEAU', 'TO c:\\a.exe')) }, 'file_launches'],
  [
    'a command in numbers',
    {
      'word/document.xml': word(
        '<w:fldChar w:fldCharType="begin"/>' +
          field('QUOTE 68 68 69 65 85 84 79 32') +
          '<w:instrText> c:\\a</w:instrText><w:fldChar w:fldCharType="end"/>',
      ),
    },
    'file_launches',
  ],
  ['a simple command', { 'word/header1.xml': word('<w:fldSimple w:instr="DDE a b"/>') }, 'file_launches'],
  ['a field', { 'word/document.xml': word(field(' PAGE ')) }, null],
  ['words about it', { 'word/document.xml': word('<w:t>DDE c:\\a.exe</w:t>') }, null],
  [
    'a table that asks a program',
    { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink/></externalLink>' },
    'file_launches',
  ],
  [
    'a slide that starts a program',
    { 'ppt/slides/slide1.xml': '<a><b action="ppaction://program?x"/></a>' },
    'file_launches',
  ],
  [
    'a slide that goes on',
    { 'ppt/slides/slide1.xml': '<a><b action="ppaction://hlinkshowjump?jump=nextslide"/></a>' },
    null,
  ],
  ['the table of a chart', { 'word/embeddings/sheet1.xlsx': packageOf({ 'xl/workbook.xml': '<a/>' }) }, null],
  [
    'the table of a chart with a macro',
    { 'word/embeddings/sheet1.xlsx': packageOf({ 'xl/vbaProject.bin': 'x' }) },
    'file_active',
  ],
  ['no XML', { 'word/document.xml': '<w:document' }, 'file_broken'],
  [
    'a part that open documents have',
    { mimetype: 'x', 'word/_rels/settings.xml.rels': relation('frame', 'https://example.org') },
    'file_fetches',
  ],
  [
    'a relationship with two targets',
    {
      'word/_rels/a.rels':
        '<Relationships xmlns:b="b"><Relationship b:Type="x/hyperlink" Type="x/frame" Target="https://e.org" TargetMode="External"/></Relationships>',
    },
    'file_fetches',
  ],
  [
    'relationships in capitals',
    { 'word/_rels/A.RELS': relation('frame', 'https://example.org') },
    'file_fetches',
  ],
  [
    'kinds in capitals',
    { '[CONTENT_TYPES].XML': types('<Override ContentType="a.macroEnabled"/>') },
    'file_active',
  ],
  [
    'another document inside',
    {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Type="x/aFChunk" Target="a.htm"/></Relationships>',
    },
    'file_holds_files',
  ],
  ['a page under the name of a picture', { 'word/media/a.png': word(field(' DDE a b ')) }, 'file_launches'],
  ['a page under a name of its own', { 'word/document.own': word(field(' DDE a b ')) }, 'file_launches'],
  ['an object under the name of a picture', { 'word/media/a.png': ole }, 'file_holds_files'],
  ['a picture', { 'word/media/a.png': Buffer.from('89504e470d0a1a0a3c3f', 'hex') }, null],
  ['a drawing with a script', { 'word/media/a.svg': '<svg><script>1</script></svg>' }, 'file_active'],
  [
    'a drawing with a picture in it',
    { 'word/media/a.svg': '<svg xmlns:x="x"><image x:href="data:image/png;base64,AA"/></svg>' },
    null,
  ],
  [
    'a text from elsewhere',
    { 'word/document.xml': word(field(' INCLUDETEXT "C:\\\\a.docx" ')) },
    'file_fetches',
  ],
  [
    'a picture from a server',
    { 'word/document.xml': word(field(' INCLUDEPICTURE "https://e.org/a.png" \\d ')) },
    'file_fetches',
  ],
  [
    'a picture from a mail',
    { 'word/document.xml': word(field(' INCLUDEPICTURE "cid:a@b" \\* MERGEFORMATINET ')) },
    null,
  ],
  ['a link in a command', { 'word/document.xml': word(field(' HYPERLINK "https://e.org" ')) }, null],
  [
    'a link to a server of files in a command',
    { 'word/document.xml': word(field(' HYPERLINK "file://server/a" ')) },
    'file_launches',
  ],
  [
    'a link to a server of files',
    { 'word/_rels/document.xml.rels': relation('hyperlink', 'file://server/a') },
    'file_launches',
  ],
  ['a link beside it', { 'word/_rels/document.xml.rels': relation('hyperlink', '../b.docx') }, null],
  [
    'the template of its author',
    { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///C:\\Users\\Ana\\Normal.dotm') },
    null,
  ],
  [
    'a template on a server of files',
    { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///\\\\server\\a.dotm') },
    'file_fetches',
  ],
  [
    'a connection',
    { 'xl/connections.xml': '<connections><connection id="1"/></connections>' },
    'file_fetches',
  ],
  [
    'a formula that asks a server',
    { 'xl/a.xml': '<c><f>_xlfn.WEBSERVICE("https://e.org")</f></c>' },
    'file_fetches',
  ],
  ['a formula that asks a program', { 'xl/a.xml': "<c><f>cmd|'/c calc'!A1</f></c>" }, 'file_launches'],
  ['a formula', { 'xl/a.xml': '<c><f>SUM(A1:B2)&amp;"IMAGE(1)"</f></c>' }, null],
  ['a drawing of an older program', { 'xl/drawings/a.vml': '<xml><v:shape><br></v:shape></xml>' }, null],
  ['a command among the data of an office', { 'customXml/a.xml': word(field(' DDE a b ')) }, 'file_launches'],
  [
    'relationships among the data of an office',
    { 'customXml/_rels/a.xml.rels': relation('frame', 'https://example.org') },
    'file_fetches',
  ],
  [
    'a page behind much room',
    { 'word/a.png': `${' '.repeat(600)}${word(field(' DDE a b '))}` },
    'file_launches',
  ],
  [
    'connections of another name',
    { 'xl/own.xml': '<connections><connection id="1"/></connections>' },
    'file_fetches',
  ],
  [
    'a switch before an address',
    { 'word/document.xml': word(field(' INCLUDEPICTURE \\d "https://e.org/a.png" ')) },
    'file_fetches',
  ],
  [
    'a switch before a link',
    { 'word/document.xml': word(field(' HYPERLINK \\h "file://server/a" ')) },
    'file_launches',
  ],
  [
    'a link with words beside it',
    { 'word/document.xml': word(field(' HYPERLINK "https://e.org" \\o "Note: read it" \\l "_Toc1" ')) },
    null,
  ],
  [
    'a link that hides its kind',
    { 'word/_rels/document.xml.rels': relation('hyperlink', 'fi&#9;le://server/a') },
    'file_launches',
  ],
  [
    'a command that is left open',
    { 'word/header1.xml': '<hdr><fldChar fldCharType="begin"/><instrText>DDE a b</instrText></hdr>' },
    'file_launches',
  ],
  [
    'a template in a folder',
    { 'word/_rels/settings.xml.rels': relation('attachedTemplate', '../Templates/a.dotm') },
    null,
  ],
  [
    'a template on a disk without letters',
    { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///Users/a/Normal.dotm') },
    null,
  ],
  ['data in another encoding', { 'customXml/item1.xml': Buffer.from([0x3c, 0x61, 0xe9, 0x3e]) }, null],
] as const)('an office document with %s', async (_, parts, code) => {
  expect(await inside('docx', packageOf({ '[Content_Types].xml': types(), ...parts }))).toBe(code);
});

const open = (body: string) =>
  `<office:document-content xmlns:office="o" xmlns:draw="d" xmlns:text="t" xmlns:script="s" xmlns:presentation="p" xmlns:xlink="x"><office:scripts/>${body}</office:document-content>`;

test.each([
  [
    'nothing but words',
    '<text:a xlink:href="https://example.org">a</text:a><draw:image xlink:href="Pictures/a.png"/>',
    null,
  ],
  ['a script that listens', '<script:event-listener script:language="ooo:script"/>', 'file_active'],
  ['a field that is a script', '<text:script script:language="JavaScript">1</text:script>', 'file_active'],
  [
    'a link to a script',
    '<text:a xlink:href="vnd.sun.star.script:M.Main?language=Basic">a</text:a>',
    'file_active',
  ],
  ['a click for the next page', '<presentation:event-listener presentation:action="next-page"/>', null],
  ['a click for a program', '<presentation:event-listener presentation:action="execute"/>', 'file_launches'],
  ['an object', '<draw:object-ole xlink:href="./Object 1"/>', 'file_holds_files'],
  ['a chart', '<draw:object xlink:href="./Object 1"/>', null],
  ['a part of another text', '<text:section-source xlink:href="https://example.org/a.odt"/>', 'file_fetches'],
  ['a picture elsewhere', '<draw:image xlink:href="../a.png"/>', 'file_fetches'],
  ['an exchange with a program', '<office:dde-source/>', 'file_launches'],
  [
    'two addresses of one picture',
    '<draw:image xlink:href="https://example.org/a.png" draw:href="Pictures/a.png"/>',
    'file_fetches',
  ],
  ['a page that comes anew', '<text:auto-reload xlink:href="https://example.org"/>', 'file_fetches'],
  [
    'a sign of a list elsewhere',
    '<text:list-level-style-image xlink:href="https://e.org/a"/>',
    'file_fetches',
  ],
  ['a template elsewhere', '<text:template xlink:href="https://example.org/a.ott"/>', 'file_fetches'],
  ['the template of its author', '<text:template xlink:href="file:///home/ana/a.ott"/>', null],
  [
    'a formula that asks a program',
    '<text:cell text:formula="of:=DDE(&quot;a&quot;;&quot;b&quot;)"/>',
    'file_launches',
  ],
  ['a link to a server of files', '<text:a xlink:href="file://server/a">a</text:a>', 'file_launches'],
  ['a form that is sent', '<text:form xlink:href="https://example.org"/>', 'file_sends'],
])('an open document with %s', async (_, body, code) => {
  const parts = { mimetype: documentTypes.odt, 'content.xml': open(body) };
  expect(await inside('odt', packageOf(parts))).toBe(code);
});

test('objects without a name of their kind and locked documents are found, and a bomb holds nothing up', async () => {
  const odt = (parts: Record<string, string | Buffer>) =>
    inside('odt', packageOf({ mimetype: documentTypes.odt, ...parts }));
  expect(await odt({ 'Object 1': ole })).toBe('file_holds_files');
  expect(await odt({ 'Scripts/python/a.py': 'x' })).toBe('file_active');
  const manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>';
  expect(await odt({ 'META-INF/manifest.xml': manifest })).toBe('file_locked');
  expect(await odt({ 'content.xml': Buffer.alloc(210_000_000, 32) })).toBe('file_broken');
  expect(await activeIn('image/png', ole)).toBeNull();
}, 60_000);

test('many files at once are each looked into, two at a time', async () => {
  const files = Array.from({ length: 8 }, (_, index) => docxOf(`Text ${index}`));
  let [now, most] = [0, 0];
  const count = (worker: Worker) => {
    most = Math.max(most, ++now);
    worker.once('exit', () => {
      now -= 1;
    });
  };
  process.on('worker', count);
  onTestFinished(() => void process.off('worker', count));

  expect(await Promise.all(files.map((file) => inside('docx', file)))).toEqual(files.map(() => null));
  expect(most).toBe(2);
}, 60_000);

import { renderPdf } from '@tessera/documents/typst.server.ts';
import { activeCodes } from '@tessera/files/active.server.ts';
import { docxOf, packageOf, pdfOf } from '@tessera/files/document.testing.ts';
import { languages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import { newDraft, newFile } from '../library/library.testing.server.ts';
import { as, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();

const script = { root: '/OpenAction<</S/J#61vaScript/JS(app.alert\\(1\\))>>' };

test('a document in which something is hidden is kept nowhere, and what only shows is kept as it came', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const resourceId = await newDraft(network, coordinator);
  const keep = (name: string, content: Uint8Array) =>
    newFile(network, coordinator, resourceId, { name, content });
  const linked = renderPdf({
    template: '#outline()\n= #data.heading\n#link("https://example.org")[a] #link("mailto:a@example.org")[b]',
    language: 'ro',
    title: 'Ghid',
    data: { heading: 'Ghid' },
  });

  expect(await refusal(keep('a.pdf', pdfOf('x', script)))).toBe('file_active');
  expect(await keep('b.pdf', linked)).toMatch(/-/);
  expect(await keep('b.docx', docxOf('Ghid'))).toMatch(/-/);
});

test('a table to be imported is looked into as well, and its refusal stands beside its field', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const sheet = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Pop</t></is></c></row></sheetData></worksheet>',
  };
  const upload = (parts: Record<string, string>) =>
    as(coordinator).imports.upload({
      network: network.code,
      kind: 'people',
      name: 'list.xlsx',
      content: oneFile(packageOf(parts)),
    });

  expect((await upload(sheet)).importId).toMatch(/-/);
  const link = { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink/></externalLink>' };
  expect(await upload({ ...sheet, ...link }).catch(({ cause }) => [cause.code, cause.field])).toEqual([
    'file_launches',
    'file',
  ]);
});

test('each reason names the file, in every language', () => {
  for (const language of languages)
    for (const code of activeCodes)
      expect(translator(language, 'errors')(code, { name: 'Ghid.pdf' })).toMatch(/Ghid\.pdf/);
});

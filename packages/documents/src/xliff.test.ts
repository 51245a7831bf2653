import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type NewXliffUnit,
  readXliff,
  type XliffDocument,
  XliffError,
  xliffStates,
  xliffText,
} from './xliff.ts';

// The schema of OASIS as Debian's package php-symfony-translation ships it, without PHP.
const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
const hasSchema =
  process.env.REQUIRE_ALL === '1' ||
  (existsSync(join(schemas, 'xliff-core-2.0.xsd')) && !spawnSync('xmllint', ['--version']).error);

const unit = (values: Partial<NewXliffUnit> = {}): NewXliffUnit => ({
  id: 'training.1.title',
  name: 'title',
  source: 'Un curs',
  target: null,
  state: 'initial',
  subState: null,
  notes: {},
  ...values,
});
const document = (...units: NewXliffUnit[]): XliffDocument<NewXliffUnit> => ({
  from: 'ro',
  to: 'ar',
  files: [{ id: 'training.1', original: 'training/1/4', units }],
});
const read = (text: string) => readXliff(Buffer.from(text));
const withoutNotes = ({ notes: _notes, ...rest }: NewXliffUnit) => rest;

// Words with all that makes trouble: markup, blanks, lines, control characters, both directions, signs beyond 16 bits.
const sign = fc.oneof(
  fc.constantFrom(
    '<',
    '&',
    '>',
    '"',
    "'",
    ']]>',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '  ',
    '\u0001',
    '\u001f',
    '\u007f',
  ),
  fc.constantFrom(
    '\u0085',
    '\u2028',
    '\ufffe',
    '\uffff',
    '\u00a0',
    'ș',
    'ő',
    'Ж',
    'م',
    '\u200f',
    'پ',
    '🧩',
    'a',
    ' ',
  ),
);
const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
const units = fc.array(
  fc.record({
    name: fc.constantFrom('title', 'summary'),
    source: text,
    target: fc.option(text),
    state: fc.constantFrom(...xliffStates),
    subState: fc.option(fc.constantFrom('tessera:machine', 'tessera:outdated')),
    notes: fc.record({ kind: text }),
  }),
  { minLength: 1, maxLength: 4 },
);
const documents = fc.record({
  from: fc.constantFrom(...spokenLanguages),
  to: fc.constantFrom(...spokenLanguages),
  files: fc.array(units, { minLength: 1, maxLength: 3 }).map((all) =>
    all.map((each, index) => ({
      id: `f${index}`,
      original: `training/${index}/<&">`,
      units: each.map((one, place) => ({ id: `f${index}.${place}`, ...one })),
    })),
  ),
});

test('what was written is read as it was, sign for sign', () => {
  fc.assert(
    fc.property(documents, (written) => {
      const files = written.files.map((file) => ({ ...file, units: file.units.map(withoutNotes) }));
      expect(read(xliffText(written))).toEqual({ ...written, files });
    }),
    { numRuns: 300 },
  );
});

function faults(xml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-xliff-'));
  try {
    const [schema, file] = [join(folder, 'core.xsd'), join(folder, 'document.xlf')];
    const core = readFileSync(join(schemas, 'xliff-core-2.0.xsd'), 'utf8');
    writeFileSync(
      schema,
      core.replace(/schemaLocation="[^"]*xml\.xsd"/, `schemaLocation="${schemas}/xml.xsd"`),
    );
    writeFileSync(file, xml);
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasSchema)('against the schema of XLIFF 2.0', () => {
  test('what we write is valid', () => {
    for (const written of fc.sample(documents, 12)) expect(faults(xliffText(written))).toBe('');
  });

  test('the schema refuses what is not', () => {
    expect(faults(xliffText(document(unit({ id: 'no name/at all' }))))).toContain('NMTOKEN');
    expect(faults(xliffText(document(unit())).replace('state="initial"', 'state="done"'))).toContain('state');
  });
});

test('a file for a language from the right says so', () => {
  expect(xliffText(document(unit()))).toContain('srcDir="ltr" trgDir="rtl"');
});

describe('what tools make of a file', () => {
  const given = (inner: string, unitBefore = '') =>
    read(`<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ro"
      trgLang="hu" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><x:file id="f" original="o"><x:group id="g">
      <x:unit id="u" name="n">${unitBefore}${inner}</x:unit></x:group></x:file></x:xliff>`).files[0]
      ?.units[0];
  const segment = (source: string, target: string | null, attributes = '') =>
    `<x:segment ${attributes}><x:source>${source}</x:source>${target === null ? '' : `<x:target>${target}</x:target>`}</x:segment>`;

  test('pieces of a text are put together, blanks between them stay', () => {
    const blank = '<x:ignorable><x:source> </x:source></x:ignorable>';
    const whole =
      segment('Unu.', 'Egy.', 'state="final"') + blank + segment('Doi.', 'Kettő.', 'state="translated"');

    expect(given(whole)).toMatchObject({ source: 'Unu. Doi.', target: 'Egy. Kettő.', state: 'translated' });
    expect(given(segment('Unu.', 'Egy.') + segment('Doi.', null))?.target).toBeNull();
  });

  test('marks, codes and sections are read as their words', () => {
    const inner = segment(
      'A',
      'B <x:mrk id="m" type="term">c</x:mrk><x:ph id="p"/><![CDATA[<d>]]><x:cp hex="0007"/>',
    );

    expect(given(inner)?.target).toBe('B c<d>\u0007');
  });

  test('suggestions of a module are no translation', () => {
    const match = `<mtc:matches><mtc:match ref="#1"><x:source>A</x:source><x:target>Wrong</x:target></mtc:match></mtc:matches>`;

    expect(given(segment('A', null), match)).toMatchObject({ source: 'A', target: null });
  });
});

describe('a file that is not one', () => {
  const codeOf = (bytes: string | Uint8Array) => {
    try {
      readXliff(Buffer.from(bytes as string));
    } catch (error) {
      return error instanceof XliffError ? [error.code, error.params.line] : error;
    }
  };
  const good = xliffText(document(unit()));

  test('broken off, it says in which line', () => {
    expect(codeOf(good.slice(0, -20))).toEqual(['xliff_unreadable', 8]);
    expect(codeOf(good.replace('</source>', '</sorce>'))).toEqual(['xliff_unreadable', 6]);
    expect(codeOf('')).toEqual(['xliff_unreadable', 1]);
    expect(codeOf(Buffer.from([0x3c, 0xff, 0x20]))).toEqual(['xliff_unreadable', 1]);
  });

  test('one with entities of its own is refused, whatever they stand for', () => {
    const bomb = `<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;

    expect(codeOf(good.replace('<xliff', `${bomb}<xliff`))?.[0 as never]).toBe('xliff_unreadable');
    expect(codeOf(good.replace('Un curs', '&f;'))?.[0 as never]).toBe('xliff_unreadable');
  });

  test('another format or version is named as such', () => {
    expect(codeOf('<html/>')).toEqual(['xliff_foreign', undefined]);
    expect(codeOf('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>')).toEqual([
      'xliff_foreign',
      undefined,
    ]);
    expect(codeOf(good.replace('<file', `${'<g>'.repeat(60)}<file`))?.[0 as never]).toBe('xliff_foreign');
  });

  test('a large one is not read at all', () => {
    expect(codeOf(new Uint8Array(10_000_001))?.[0 as never]).toBe('xliff_large');
  });
});

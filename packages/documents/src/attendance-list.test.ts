import { formats } from '@tessera/i18n/format.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from 'vitest';
import { type AttendanceListData, attendanceListPdf } from './attendance-list.server.ts';
import { hasTool, pdfText, pdfWords, readPdf } from './pdf-tools.ts';

const rows = [
  { name: 'Szőke Ilona', institution: 'Primăria Băile Tușnad', jobTitle: 'referent' },
  { name: 'Ștefan Țăranu', institution: '#panic() *Hivatal* $x$', jobTitle: null },
  { name: 'Александър Христов', institution: 'Община Русе', jobTitle: 'експерт' },
];

const morning: AttendanceListData = {
  languages: ['ro', 'hu'],
  networkName: 'Urban Network',
  title: ['Planificare participativă', 'Részvételi tervezés'],
  startsAt: new Date('2025-10-13T06:00:00Z'),
  endsAt: new Date('2025-10-13T09:30:00Z'),
  timeZone: 'Europe/Bucharest',
  halfDay: 'am',
  venue: 'Casa de Cultură, Str. Ștefan cel Mare 12',
  room: 'Sala Mare',
  trainers: ['Ioana Țepeș', 'Nagy Győző'],
  funders: ['European Union', 'Ministry of Development'],
  rows,
  blankRows: 2,
  code: 'UN-T1-1-AM',
};

test.skipIf(!hasTool('pdftotext'))('the list shows the session, its people and its funders', () => {
  const text = pdfText(attendanceListPdf(morning));

  for (const part of [
    'Urban Network',
    'Planificare participativă',
    'Részvételi tervezés',
    '09:00–12:30',
    'Casa de Cultură, Str. Ștefan cel Mare 12',
    'Sala Mare',
    'European Union · Ministry of Development',
    'UN-T1-1-AM',
    ...morning.trainers,
    ...rows.flatMap((row) => [row.name, row.institution, row.jobTitle ?? '']),
  ]) {
    expect(text).toContain(part);
  }
});

test.skipIf(!hasTool('pdftotext'))(
  'a list printed later says what proves who was there, in both languages',
  () => {
    const hash = 'ab12'.repeat(16);
    const text = pdfText(
      attendanceListPdf({
        ...morning,
        rows: rows.map((row, index) => ({
          ...row,
          proofs: index === 0 ? (['door', 'scanned_list'] as const) : [],
          inAt: new Date('2025-10-13T06:05:00Z'),
        })),
        lists: [hash],
      }),
    ).replace(/\s+/g, ' ');

    expect(text).toContain('La intrare 09:05 / A bejáratnál 09:05');
    expect(text).toContain('Pe lista semnată / Az aláírt íven');
    expect(text).toContain('Listă semnată păstrată, SHA-256 / Az aláírt ív megőrizve, SHA-256');
    expect(text).toContain(hash);
  },
);

test.skipIf(!hasTool('pdftotext'))('labels and dates stand in both languages', () => {
  const text = pdfText(attendanceListPdf(morning));
  const both = (key: 'name' | 'institution' | 'venue' | 'am') =>
    [
      ...new Set([
        translator('ro', 'documents')(`attendanceList.${key}`),
        translator('hu', 'documents')(`attendanceList.${key}`),
      ]),
    ].join(' / ');
  const date = (language: 'ro' | 'hu') => formats(language).date(morning.startsAt, morning.timeZone);

  expect(text).toContain(both('name'));
  expect(text).toContain(both('institution'));
  expect(text).toContain(both('venue'));
  expect(text).toContain(both('am'));
  expect(text).toContain(`${date('ro')} / ${date('hu')}`);
});

test.skipIf(!hasTool('pdftotext'))('a list in one language says everything once', () => {
  const text = pdfText(attendanceListPdf({ ...morning, languages: ['en'], title: ['Planning'] }));

  expect(text.match(/Institution/g)).toHaveLength(1);
  expect(text).toContain('13 October 2025');
  expect(text).toContain('Page 1 of 1');
});

test.skipIf(!hasTool('pdftotext'))(
  'long lists number every line, and every page says what it belongs to',
  () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...rows[index % 3],
      name: `Person${index + 1}`,
    }));
    const pdf = attendanceListPdf({
      ...morning,
      languages: ['en'],
      rows: many as AttendanceListData['rows'],
      blankRows: 5,
    });
    const words = pdfWords(pdf);
    const pages = Math.max(...words.map((word) => word.page));

    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page++) {
      const text = words
        .filter((word) => word.page === page)
        .map((word) => word.text)
        .join(' ');
      expect(text).toContain(`Page ${page} of ${pages}`);
      expect(text).toContain('UN-T1-1-AM');
      expect(text).toContain('Planificare participativă');
      expect(text).toContain('13 October 2025');
      if (text.includes('Person')) expect(text).toContain('Signature');
    }
    const numbers = words
      .filter((word) => word.left > 43 && word.left < 60 && /^\d+$/.test(word.text))
      .map((word) => Number(word.text));
    expect(numbers).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
  },
);

test.skipIf(!hasTool('pdftotext'))('a signature box is at least 9 mm tall', () => {
  const numbers = pdfWords(attendanceListPdf({ ...morning, blankRows: 4 })).filter(
    (word) => word.left > 43 && word.left < 60 && /^\d+$/.test(word.text),
  );
  const steps = numbers.slice(1).map((word, index) => word.top - (numbers[index]?.top ?? 0));

  expect(numbers).toHaveLength(7);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual((9 / 25.4) * 72);
});

test.skipIf(!hasTool('pdftotext'))('very long words stay in their column', () => {
  const long = { name: 'N'.repeat(70), institution: 'I'.repeat(120), jobTitle: 'J'.repeat(90) };
  const words = pdfWords(
    attendanceListPdf({ ...morning, rows: [long], title: ['T'.repeat(150), 'U'.repeat(150)] }),
  );
  const column = (letter: string) =>
    words.filter((word) => new RegExp(`^${letter}+$`).test(word.text) && word.text.length > 3);

  expect(Math.max(...column('N').map((word) => word.right))).toBeLessThan(
    Math.min(...column('I').map((word) => word.left)),
  );
  expect(Math.max(...column('I').map((word) => word.right))).toBeLessThan(
    Math.min(...column('J').map((word) => word.left)),
  );
  expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual(842 - 39);
});

test.skipIf(!hasTool('qpdf', 'pdfinfo'))('the file is valid, tagged, A4 across', () => {
  const pdf = attendanceListPdf(morning);

  expect(readPdf(pdf, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors found');
  expect(readPdf(pdf, 'pdfinfo', ['{}'])).toMatch(
    /Tagged:\s+yes[\s\S]*Page size:\s+841\.89 x 595\.276 pts \(A4\)/,
  );
});

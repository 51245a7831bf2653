import { pngOf } from '@tessera/files/picture.testing.ts';
import { expect, test } from 'vitest';
import { type CertificateData, certificatePdf, certificateSvg } from './certificate.server.ts';
import { hasTool, pdfText, pdfWords, readPdf, scannedQr } from './pdf-tools.ts';

const certificate: CertificateData = {
  language: 'en',
  networkName: 'Urban Network',
  accent: '#2f6f5e',
  learnerName: 'Ilona Szőke-Țăranu',
  title: 'Participatory planning',
  startsOn: new Date('2025-10-13T07:00:00Z'),
  endsOn: new Date('2025-10-15T14:00:00Z'),
  timeZone: 'Europe/Bucharest',
  hours: 18,
  outcomes: ['Plan a participatory process', 'Ръководи среща с жители'],
  issuerName: 'Asociația Municipiilor',
  issuerCountry: 'RO',
  issuedOn: new Date('2025-10-20T09:00:00Z'),
  verifyUrl: 'https://tessera.example.org/verify/K7Q2M9XWB4TZ',
  verifyCode: 'K7Q2M9XWB4TZ',
  funders: ['European Union', 'Ministry of Development'],
  logos: [],
  validUntil: null,
  assessment: 'none',
  eqfLevel: null,
  isReplacement: false,
  mark: null,
  introduction: '',
  signatoryName: '',
  signatoryFunction: '',
  qualityAssurance: '',
  footer: '',
  participation: 'hybrid',
};

test.skipIf(!hasTool('pdftotext'))('the certificate shows every element of a micro-credential', () => {
  const text = pdfText(certificatePdf(certificate));

  for (const part of [
    'Certificate of attendance',
    'Urban Network',
    'Ilona Szőke-Țăranu',
    'Participatory planning',
    '13–15 October 2025',
    '18 hours',
    'In person and online',
    'No assessment',
    'Asociația Municipiilor',
    'Romania',
    '20 October 2025',
    'Plan a participatory process',
    'Ръководи среща с жители',
    'https://tessera.example.org/verify/K7Q2M9XWB4TZ',
    'K7Q2 M9XW B4TZ',
    'European Union · Ministry of Development',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/revoked|replaces/i);
});

test.skipIf(!hasTool('pdftotext'))(
  'the words of the network, the level and the end of its validity are printed',
  () => {
    const text = pdfText(
      certificatePdf({
        ...certificate,
        introduction: 'The county council confirms that',
        signatoryName: 'Ana Marin',
        signatoryFunction: 'Director',
        qualityAssurance: 'Reviewed every year',
        footer: 'Registered under 12/2025',
        assessment: 'test',
        eqfLevel: 4,
        validUntil: new Date('2026-10-20T09:00:00Z'),
      }),
    );

    for (const part of [
      'The county council confirms that',
      'Ana Marin',
      'Director',
      'Reviewed every year',
      'Registered under 12/2025',
      'Test',
      'EQF level 4',
      '20 October 2026',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('This certificate confirms that');
  },
);

test('the picture of the paper is made of the same page', () => {
  expect(certificateSvg(certificate)).toContain('viewBox="0 0 596.000 842.000"');
});

test.skipIf(!hasTool('pdftotext', 'qpdf'))(
  'names in every script are printed, and the file stays PDF/UA',
  () => {
    for (const learnerName of ['Țăranu-Őze Ștefănița', 'Христо Ботев', 'Ελένη Παπαδοπούλου', 'ليلى الحسن']) {
      const pdf = certificatePdf({ ...certificate, learnerName });
      const structure = readPdf(pdf, 'pdfinfo', ['-struct-text', '{}']);

      expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true);
      expect(structure).toContain('Figure');
      // Readers of text join Arabic letters in ways of their own; every letter is there.
      const text = new Set(pdfText(pdf).normalize('NFKC'));
      expect([...learnerName].filter((letter) => letter !== ' ' && !text.has(letter))).toEqual([]);
    }
  },
);

test.skipIf(!hasTool('pdftotext'))('one hour, half hours, and a course of one day read well', () => {
  const words = (hours: number) =>
    pdfText(certificatePdf({ ...certificate, hours, endsOn: certificate.startsOn }));

  expect(words(1)).toContain('1 hour ');
  expect(words(7.5)).toContain('7.5 hours');
  expect(words(8)).toContain('13 October 2025');
});

test.skipIf(!hasTool('pdftoppm', 'zbarimg'))('a phone reads the address from the QR code', () => {
  expect(scannedQr(certificatePdf(certificate))).toBe(certificate.verifyUrl);
});

test.skipIf(!hasTool('pdftoppm', 'zbarimg'))('the QR code of a revoked certificate can still be read', () => {
  expect(scannedQr(certificatePdf({ ...certificate, mark: 'revoked' }))).toBe(certificate.verifyUrl);
});

test.skipIf(!hasTool('pdftotext'))('a revoked or replaced certificate says so', () => {
  const text = pdfText(certificatePdf({ ...certificate, mark: 'revoked', isReplacement: true }));

  expect(text).toContain('This certificate was revoked and is no longer valid.');
  expect(text).toContain('This certificate replaces an earlier one.');
});

const longest: Partial<CertificateData>[] = [
  {
    learnerName: 'Александрина-Емилия Константинова-Владимирова Христова-Стефанова Ивано',
    title:
      'Планиране с участието на жителите на малките общини: методи, роли, граници и обратна връзка към участниците от 2025 г.  ',
  },
  {
    learnerName: 'W'.repeat(70),
    title: 'M'.repeat(120),
    issuerName: 'W'.repeat(90),
    networkName: 'N'.repeat(90),
  },
  {
    outcomes: Array.from(
      { length: 12 },
      (_, index) => `${index + 1}. ${'Plans, runs and reports a meeting. '.repeat(3)}`,
    ),
  },
  {
    signatoryName: 'W'.repeat(100),
    signatoryFunction: 'M'.repeat(120),
    introduction: 'Wir bestätigen '.repeat(13),
    qualityAssurance: 'Q'.repeat(400),
    footer: 'F'.repeat(300),
    eqfLevel: 4,
    validUntil: new Date('2026-10-20T09:00:00Z'),
  },
  {
    verifyUrl: `https://tessera.example.org/verify/${'A1'.repeat(50)}`,
    funders: Array(8).fill('A funder with a long name'),
  },
];

test.skipIf(!hasTool('pdftotext'))(
  'long names, titles and outcomes stay on one page and inside its margins',
  () => {
    for (const part of longest) {
      const words = pdfWords(certificatePdf({ ...certificate, ...part, accent: '#ffee00' }));

      expect(Math.max(...words.map((word) => word.page))).toBe(1);
      expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual(595 - 67);
      expect(Math.min(...words.map((word) => word.left))).toBeGreaterThanOrEqual(76);
      expect(Math.max(...words.map((word) => word.bottom))).toBeLessThanOrEqual(842 - 40);
    }
  },
);

test.skipIf(!hasTool('pdftotext'))('a name full of signs is printed as it is', () => {
  const learnerName = '#panic("x") *Ana* $y$ \\ "O\'Neill"';

  expect(pdfText(certificatePdf({ ...certificate, learnerName }))).toContain(learnerName);
});

test.skipIf(!hasTool('qpdf', 'pdfinfo'))('the file is valid, tagged, titled, A4', () => {
  const pdf = certificatePdf(certificate);

  expect(readPdf(pdf, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors found');
  const about = readPdf(pdf, 'pdfinfo', ['{}']);
  expect(about).toMatch(/Title:\s+Certificate of attendance · Participatory planning/);
  expect(about).toMatch(/Tagged:\s+yes[\s\S]*Pages:\s+1\n[\s\S]*Page size:\s+595\.276 x 841\.89 pts \(A4\)/);
  expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true);
});

const logo = (name: string, width: number, height: number) => ({
  name,
  mime: 'image/png',
  width,
  height,
  base64: pngOf(width, height).toString('base64'),
});

test.skipIf(!hasTool('pdfimages', 'pdfinfo'))(
  'logos of funders are printed with words for those who do not see them, on one page, still as PDF/UA',
  () => {
    const logos = [
      logo('European Union', 60, 40),
      logo('Ministry of Development', 400, 30),
      logo('Tall', 20, 80),
    ];

    const pdf = certificatePdf({ ...certificate, logos });

    expect(
      readPdf(pdf, 'pdfimages', ['-list', '{}'])
        .split('\n')
        .filter((line) => / image /.test(line)),
    ).toHaveLength(3);
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid');
    expect(readPdf(pdf, 'pdfinfo', ['{}'])).toMatch(/Pages:\s+1\n/);
    const structure = readPdf(pdf, 'pdfinfo', ['-struct-text', '{}']);
    for (const { name } of logos)
      expect(structure + Buffer.from(pdf).toString('latin1')).toContain(`Logo of ${name}`);
    expect(pdfText(pdf)).toContain('European Union · Ministry of Development');
  },
);

test('a picture that cannot be drawn is left out, and the paper is printed all the same', () => {
  const fine = logo('European Union', 60, 40);
  const broken = { ...fine, name: 'Broken', base64: pngOf(60, 40).subarray(0, 90).toString('base64') };

  expect(certificatePdf({ ...certificate, logos: [broken, fine] })).toEqual(
    certificatePdf({ ...certificate, logos: [fine] }),
  );
});

import { formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { certificateTemplate } from './certificate-template.ts';
import { breakLongWords, groupCode, readableOnWhite } from './printed-text.ts';
import { qrSvg } from './qr.server.ts';
import { type PdfInput, renderPdf, renderSvg } from './typst.server.ts';

export type CertificateLogo = {
  /** Whose it is, for those who do not see it */
  name: string;
  mime: string;
  width: number;
  height: number;
  base64: string;
};

export type CertificateData = {
  language: Language;
  networkName: string;
  /** `#rrggbb`; made darker when text in it could not be read on white. */
  accent: string;
  /** Takes the place of the sentence before the name; empty for the common one */
  introduction: string;
  learnerName: string;
  title: string;
  startsOn: Date;
  endsOn: Date;
  timeZone: string;
  /** Workload in hours of 60 minutes. */
  hours: number;
  outcomes: string[];
  issuerName: string;
  /** An ISO 3166 code (`RO`), written out in the certificate's language, or a name that is printed as it is. */
  issuerCountry: string | null;
  issuedOn: Date;
  verifyUrl: string;
  verifyCode: string;
  funders: string[];
  /** Pictures of funders; one that cannot be drawn is left out */
  logos: CertificateLogo[];
  /** Until when it holds; null for ever */
  validUntil: Date | null;
  assessment: 'none' | 'test' | 'assignment' | 'observation';
  /** Of the European Qualifications Framework, 1 to 8 */
  eqfLevel: number | null;
  participation: 'onsite' | 'online' | 'hybrid';
  signatoryName: string;
  signatoryFunction: string;
  qualityAssurance: string;
  footer: string;
  /** It takes the place of an earlier one */
  isReplacement: boolean;
  /** Why it does not hold any more */
  mark: 'revoked' | 'superseded' | null;
};

/**
 * A certificate of attendance as a PDF, A4 portrait, with the elements of the European approach to micro-credentials
 * (Council Recommendation 2022/C 243/02, Annex I) and a QR code that leads to the check page.
 */
export function certificatePdf(data: CertificateData): Uint8Array {
  return drawn(data, renderPdf);
}

/** The same as a picture, to look at while its words are written. */
export function certificateSvg(data: CertificateData): string {
  return drawn(data, renderSvg);
}

// Whether a picture can be drawn shows when it is drawn; each is then tried alone.
function drawn<Output>(data: CertificateData, render: (input: PdfInput) => Output): Output {
  try {
    return render(paper(data));
  } catch (error) {
    const logos = data.logos.filter(isDrawable);
    if (logos.length === data.logos.length) throw error;
    return render(paper({ ...data, logos }));
  }
}

function isDrawable(logo: CertificateLogo): boolean {
  const template = '#image(bytes(data.svg), format: "svg")';
  try {
    renderPdf({ template, data: { svg: pictureSvg(logo) }, language: 'en', title: logo.name });
    return true;
  } catch {
    return false;
  }
}

// Typst takes text from outside, no bytes; a picture in it stays as it is.
function pictureSvg({ mime, width, height, base64 }: CertificateLogo): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:${mime};base64,${base64}"/></svg>`;
}

const logoHeight = 10;
const logoWidth = 36;
const mostLogos = 8;

/** In millimetres: as high as the row, unless it were too wide. */
function logoSize({ width, height }: CertificateLogo): { width: number; height: number } {
  const wide = (logoHeight * width) / height;
  return wide <= logoWidth
    ? { width: wide, height: logoHeight }
    : { width: logoWidth, height: (logoWidth * height) / width };
}

function paper(data: CertificateData): PdfInput {
  const t = translator(data.language, 'documents');
  const title = breakLongWords(data.title);

  return {
    template: certificateTemplate,
    language: data.language,
    title: `${t('certificate.title')} · ${data.title}`,
    data: {
      networkName: breakLongWords(data.networkName),
      accent: readableOnWhite(data.accent),
      learnerName: breakLongWords(data.learnerName),
      title,
      facts: facts(data),
      outcomes: data.outcomes.map((outcome) => breakLongWords(outcome)),
      qr: qrSvg(data.verifyUrl),
      verifyUrl: data.verifyUrl,
      verifyCode: groupCode(data.verifyCode),
      funders: data.funders.join(' · '),
      logos: data.logos.slice(0, mostLogos).map((logo) => ({
        ...logoSize(logo),
        svg: pictureSvg(logo),
        alt: t('certificate.logoAlt', { name: logo.name }),
      })),
      signatory: [data.signatoryName, data.signatoryFunction].filter(Boolean).map(breakLongWords),
      qualityAssurance: breakLongWords(data.qualityAssurance),
      footer: breakLongWords(data.footer),
      isReplacement: data.isReplacement,
      isMarked: data.mark !== null,
      words: {
        title: t('certificate.title'),
        learnerIntro: breakLongWords(data.introduction) || t('certificate.learnerIntro'),
        trainingIntro: t('certificate.trainingIntro'),
        outcomes: t('certificate.outcomes'),
        verify: t('certificate.verify'),
        verifyHint: t('certificate.verifyHint'),
        verifyCode: t('certificate.verifyCode'),
        qrAlt: t('certificate.qrAlt'),
        fundedBy: t('certificate.fundedBy'),
        disclaimer: t('certificate.disclaimer'),
        replacement: t('certificate.replacement'),
        mark: data.mark && t(`certificate.${data.mark}`),
        markNotice: data.mark && t(`certificate.${data.mark}Notice`),
        qualityAssurance: t('certificate.qualityAssurance'),
        signedBy: t('certificate.signedBy'),
      },
    },
  };
}

function facts(data: CertificateData): [string, string][] {
  const t = translator(data.language, 'documents');
  const format = formats(data.language);
  const rows: [string, string | number | null][] = [
    [t('certificate.date'), format.dateRange(data.startsOn, data.endsOn, data.timeZone)],
    [
      t('certificate.workload'),
      t('certificate.hours', { count: data.hours, formatted: format.number(data.hours) }),
    ],
    [t('certificate.participation'), t(`certificate.${data.participation}`)],
    [t('certificate.assessment'), t(`certificate.assessments.${data.assessment}`)],
    [t('certificate.level'), data.eqfLevel && t('certificate.eqf', { level: data.eqfLevel })],
    [t('certificate.issuer'), data.issuerName],
    [t('certificate.issuerCountry'), data.issuerCountry && countryName(data.issuerCountry, data.language)],
    [t('certificate.issuedOn'), format.date(data.issuedOn, data.timeZone)],
    [t('certificate.validUntil'), data.validUntil && format.date(data.validUntil, data.timeZone)],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, breakLongWords(String(value))]] : []));
}

function countryName(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}

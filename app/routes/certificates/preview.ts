import type { LoaderFunctionArgs } from '@remix-run/node';
import { NewTemplate } from '@tessera/core/certificates/schema.ts';
import {
  type CertificateData,
  certificatePdf,
  certificateSvg,
} from '@tessera/documents/certificate.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { templateParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';
import { refuse } from '~/server/refusal.server.ts';

const sampleCode = '0000000000000000';
const day = 86_400_000;

/** A certificate of nobody with the words of the address, or with those that were saved. */
export async function loader(args: LoaderFunctionArgs) {
  const { network, language } = templateParams(args);
  const page = await api(args).certificates.templates({ network });
  const saved = page.templates.find((each) => each.language === language);
  if (!saved || !isLanguage(language)) throw refuse('not_found');
  const { pathname, searchParams } = new URL(args.request.url);
  const typed = NewTemplate.safeParse({ ...saved, ...Object.fromEntries(searchParams), language });
  const t = translator(language, 'certificates');
  const data: CertificateData = {
    ...(typed.success ? typed.data : saved),
    language,
    networkName: page.networkName,
    learnerName: t('template.sampleName'),
    title: t('template.sampleTitle'),
    startsOn: new Date(page.now.getTime() - 2 * day),
    endsOn: new Date(page.now.getTime() - day),
    timeZone: page.timeZone,
    hours: 8,
    outcomes: [t('template.sampleOutcome')],
    issuerName: page.networkName,
    issuerCountry: page.country,
    issuedOn: page.now,
    validUntil: null,
    verifyUrl: absolute(env().appUrl, paths.verify(sampleCode)),
    verifyCode: sampleCode,
    funders: [],
    logos: [],
    assessment: 'none',
    eqfLevel: null,
    participation: 'onsite',
    isReplacement: false,
    mark: null,
  };
  if (pathname.endsWith('.pdf')) return pdfAnswer(certificatePdf(data), t('template.preview'));
  return fileAnswer(certificateSvg(data), { name: 'preview.svg', type: 'image/svg+xml', isInline: true });
}

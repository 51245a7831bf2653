import type { LoaderFunctionArgs } from '@remix-run/node';
import { certificatePdf } from '@tessera/documents/certificate.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { certificateParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';

/** A certificate as it was issued, in its own language. */
export async function loader(args: LoaderFunctionArgs) {
  const certificate = await api(args).certificates.one(certificateParams(args));
  const language = pickLanguage([certificate.language]);
  const bytes = certificatePdf({
    language,
    networkName: certificate.networkName,
    accent: certificate.accent,
    learnerName: certificate.learnerName,
    title: certificate.title,
    startsOn: certificate.startsOn,
    endsOn: certificate.endsOn,
    timeZone: certificate.timeZone,
    hours: certificate.workloadMinutes / 60,
    outcomes: certificate.outcomes,
    issuerName: certificate.networkName,
    issuerCountry: certificate.issuerCountry,
    issuedOn: certificate.issuedAt,
    verifyUrl: absolute(env().appUrl, paths.verify(certificate.verifyCode)),
    verifyCode: certificate.verifyCode,
    funders: certificate.funders,
    assessment: null,
    participation: certificate.participation,
    revoked: certificate.state === 'revoked',
  });
  const title = translator(language, 'documents')('certificate.title');
  return pdfAnswer(bytes, `${title} – ${certificate.learnerName} – ${certificate.title}`.slice(0, 150));
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { certificatePaper, paperName } from '~/server/certificate-paper.server.ts';
import { certificateParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';

/** A certificate as it was issued. */
export async function loader(args: LoaderFunctionArgs) {
  const certificate = await api(args).certificates.paper(certificateParams(args));
  return pdfAnswer(certificatePaper(certificate, certificate.pictures), paperName(certificate));
}

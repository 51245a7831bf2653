import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { certificatePaper, paperName } from '~/server/certificate-paper.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';

/** A certificate as it was issued, with the link of its mail. */
export async function loader(args: LoaderFunctionArgs) {
  const link = { ...seatParams(args), token: args.params.token ?? '' };
  const certificate = await api(args).certificates.byLink(link);
  return pdfAnswer(certificatePaper(certificate, certificate.pictures), paperName(certificate));
}

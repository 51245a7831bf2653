import type { LoaderFunctionArgs } from '@remix-run/node';
import { qrPng } from '@tessera/documents/qr.server.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';

/** The same code as a picture, for mail programs. */
export async function loader(args: LoaderFunctionArgs) {
  const link = { ...seatParams(args), token: args.params.token ?? '' };
  const { code } = await api(args).attendance.passByLink(link);
  if (code === null) throw refuse('not_found');
  return fileAnswer(await qrPng(code), { name: 'code.png', type: 'image/png', isInline: true });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { zipStream } from '@tessera/documents/zip.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { certificatePaper } from '~/server/certificate-paper.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { trainingParams } from '~/server/params.server.ts';

/** Every certificate of a training that was issued and not taken back; each paper is made when its turn comes. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, now, certificates, pictures } = await api(args).certificates.papers(trainingParams(args));
  const parts = certificates.map((certificate) => ({
    name: fileName(certificate),
    content: lazily(() => certificatePaper(certificate, pictures)),
  }));
  const title = translator(args.context.language, 'certificates')('issue.title');
  return fileAnswer(zipStream(parts, now), { name: `${title} ${code}.zip`, type: 'application/zip' });
}

// Two people may have one name; no two certificates have one code.
function fileName({ learnerName, verifyCode }: { learnerName: string; verifyCode: string }): string {
  const name = learnerName.replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ').trim();
  return `${name.slice(0, 80)} ${verifyCode}.pdf`;
}

function* lazily(make: () => Uint8Array): Iterable<Uint8Array> {
  yield make();
}

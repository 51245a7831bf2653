import type { Caller } from '@tessera/core/api.server.ts';
import { certificatePdf } from '@tessera/documents/certificate.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';

type Paper = Awaited<ReturnType<Caller['certificates']['paper']>>;
type Issued = Omit<Paper, 'pictures'>;

/** The paper of a certificate, from what was frozen when it was issued, in its own language. */
export function certificatePaper(certificate: Issued, pictures: Paper['pictures']): Uint8Array {
  const { state } = certificate;
  return certificatePdf({
    ...certificate,
    language: pickLanguage([certificate.language]),
    hours: certificate.workloadMinutes / 60,
    issuerName: certificate.networkName,
    issuedOn: certificate.issuedAt,
    verifyUrl: absolute(env().appUrl, paths.verify(certificate.verifyCode)),
    logos: certificate.logos.flatMap(({ name, logoId }) => {
      const picture = pictures.find(({ id }) => id === logoId);
      return picture ? [{ name, ...picture }] : [];
    }),
    mark: state === 'issued' ? null : state,
  });
}

/** The name of that paper as a file, without its ending. */
export function paperName({ language, learnerName, title }: Issued): string {
  const kind = translator(pickLanguage([language]), 'documents')('certificate.title');
  return `${kind} – ${learnerName} – ${title}`.slice(0, 150);
}

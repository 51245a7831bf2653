import { Link } from '@remix-run/react';
import type { SigningManner } from '@tessera/core/mentoring/agreements.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';

export type Signer = {
  menteeId: string | null;
  alias: string | null;
  isOwn: boolean;
  signedOn: string | null;
  canNote: boolean;
  signature: {
    language: string;
    isInterpreted: boolean;
    manner: SigningManner;
    notedBy: Parameters<ReturnType<typeof useFormats>['personName']>[0] | null;
  } | null;
};

/** Who has signed an agreement and who is missing, each with the day. `mentor` is the name of the one without an alias. */
export function Signers({
  network,
  relationId,
  signers,
  mentor,
}: {
  network: string;
  relationId: string;
  signers: readonly Signer[];
  mentor: ReactNode;
}) {
  const { t } = useTranslation('agreements');
  const signed = useSignedWords();
  return (
    <ul className="max-w-[46rem]">
      {signers.map((signer) => (
        <li
          key={signer.menteeId ?? 'mentor'}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-3 first:pt-0"
        >
          <div className="min-w-52 flex-1">
            <p className="font-semibold">{signer.alias === null ? mentor : <bdi>{signer.alias}</bdi>}</p>
            {signed(signer).map((line) => (
              <p key={line} className="text-sm text-muted">
                {line}
              </p>
            ))}
          </div>
          <Badge shape={signer.signedOn ? 'done' : 'waiting'} tone={signer.signedOn ? 'success' : 'warning'}>
            {t(signer.signedOn ? 'signedState' : 'missing')}
          </Badge>
          {signer.canNote && signer.menteeId && (
            <Link
              to={paths.relationSignature(network, relationId, signer.menteeId)}
              className="link inline-flex min-h-11 items-center"
              data-print="no"
            >
              {t('note')} <span className="sr-only">{signer.alias}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How a signature was given, in sentences; none where it is missing. What was noted by somebody else says so. */
export function useSignedWords() {
  const { t } = useTranslation('agreements');
  const format = useFormats();
  return ({ signedOn, signature }: Pick<Signer, 'signedOn' | 'signature'>): string[] => {
    if (!signedOn) return [];
    const day = format.date(new Date(signedOn), 'UTC');
    if (!signature) return [t('signedOn', { day })];
    const { language, isInterpreted, manner, notedBy } = signature;
    const lines = [t('signed', { day, language: format.language(language) })];
    if (isInterpreted) lines.push(t('interpreted'));
    if (manner === 'own') return lines;
    lines.push(t(`manners.${manner}`));
    if (notedBy) lines.push(t('notedBy', { name: format.personName(notedBy) }));
    return lines;
  };
}

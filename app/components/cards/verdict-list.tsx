import { useTranslation } from '@tessera/i18n/react.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';

type Verdict = {
  id: string;
  language: string;
  version: number;
  isApproved: boolean;
  reason: string;
  by: { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' } | null;
  at: string;
};

/** Who said what of the texts of a card, the newest first. */
export function VerdictList({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useTranslation('cards');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  if (verdicts.length === 0) return <p className="text-muted">{t('history.none')}</p>;
  return (
    <ul className="max-w-[46rem]">
      {verdicts.map(({ id, language, version, isApproved, reason, by, at }) => (
        <li key={id} className="border-b border-rule py-3 first:pt-0">
          <span className="font-semibold">
            {format.language(language)} · {t(isApproved ? 'history.approved' : 'history.rejected')}
          </span>
          <span className="block text-sm text-muted">
            {t('history.line', {
              name: by ? format.personName(by) : t('history.somebody'),
              at: format.date(new Date(at), timeZone),
              version: format.number(version),
            })}
          </span>
          {reason && (
            <span dir="auto" className="block wrap-anywhere">
              {reason}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

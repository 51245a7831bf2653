import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useSupportWords } from './support-words.ts';

type Counts = Awaited<ReturnType<Caller['support']['counts']>>['counts'];

/** What is needed, one line for each kind, without a name. */
export function SupportCounts({ counts }: { counts: Counts }) {
  const { t } = useTranslation('registration');
  const words = useSupportWords();
  return (
    <ul aria-label={t('support.sums')} className="space-y-1 tabular-nums">
      {counts.map(({ kind, language, asked, met }) => (
        <li key={`${kind} ${language}`}>
          {t('support.sum', { what: words({ kind, language }), asked, met })}
        </li>
      ))}
    </ul>
  );
}

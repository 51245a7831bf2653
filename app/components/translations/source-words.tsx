import { useTranslation } from '@tessera/i18n/react.tsx';
import { directionOf } from '@tessera/i18n/spoken.ts';
import { wordDiff } from './word-diff.ts';

/** What a translation is made from; with what it said before, when it says something else now. */
export function SourceWords({
  words,
  earlier,
  language,
  isList,
}: {
  words: string;
  earlier?: string | undefined;
  language: string;
  isList: boolean;
}) {
  const { t } = useTranslation('translations');
  const place = { lang: language, dir: directionOf(language), translate: 'no' as const };
  if (words === '' && !earlier) return <p className="mt-2 text-muted">{t('editor.empty')}</p>;
  if (earlier !== undefined && earlier !== words)
    return (
      <p className="mt-2 wrap-anywhere whitespace-pre-line" {...place}>
        {wordDiff(earlier, words).map(({ kind, words: each }, index) => {
          const key = `${index} ${kind}`;
          if (kind === 'gone')
            return (
              <del key={key} className="text-danger">
                {each}
              </del>
            );
          if (kind === 'new')
            return (
              <ins key={key} className="font-semibold text-success">
                {each}
              </ins>
            );
          return <span key={key}>{each}</span>;
        })}
      </p>
    );
  if (isList)
    return (
      <ul className="mt-2 list-disc space-y-1 ps-5 wrap-anywhere" {...place}>
        {words.split('\n').map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    );
  return (
    <p className="mt-2 wrap-anywhere whitespace-pre-line" {...place}>
      {words}
    </p>
  );
}

import { formats } from '@tessera/i18n/format.ts';
import { pickLanguage, spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { ownName } from '@tessera/i18n/spoken.ts';
import type { AnswerProps } from './answers.tsx';
import { pointKey } from './point-answers.tsx';
import { Said } from './said.tsx';

/** Every spoken language by its own name, because a person finds that in any deck; the helper reads the host's name of it. */
export function LanguageAnswers({ pack, answer, onAnswer }: AnswerProps) {
  const { t } = useTranslation('spot');
  const format = formats(pickLanguage([pack.host]));
  return (
    <fieldset aria-label={t('pointLanguage')} className="grid grid-cols-3 gap-2">
      {spokenLanguages.map((language) => {
        const name = format.language(language);
        return (
          <button
            key={language}
            type="button"
            aria-pressed={answer === name}
            onClick={() => onAnswer(name)}
            className={`${pointKey} min-h-22! justify-center`}
          >
            <Said
              isInButton
              text={ownName(language)}
              language={language}
              className="w-full text-lg leading-snug font-bold wrap-anywhere"
            />
            <Said
              isInButton
              text={name}
              language={pack.host}
              className="w-full text-sm leading-tight wrap-anywhere"
            />
          </button>
        );
      })}
    </fieldset>
  );
}

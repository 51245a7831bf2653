import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import type { AnswerProps } from './answers.tsx';
import { choicesOf } from './pack-rules.ts';
import { Pictogram } from './pictogram.tsx';
import { Said } from './said.tsx';

/** A picture or a word to point at: held out to somebody who may never have used such a screen. */
export const pointKey =
  'flex min-h-28 min-w-0 flex-col items-center justify-start gap-1 rounded-tile border-2 border-ink bg-raised p-1.5 hover:bg-sunk aria-pressed:bg-ink aria-pressed:text-paper';

/** The words to point at beneath a card. Each is tapped on and off, and the helper reads all that were pointed at. */
export function PointAnswers({ pack, card, onAnswer }: AnswerProps) {
  const { t } = useTranslation('spot');
  const [pointed, setPointed] = useState<readonly string[]>([]);
  const choices = choicesOf(pack, card.choices);
  if (choices.length === 0) return null;
  function toggle(id: string) {
    const next = pointed.includes(id) ? pointed.filter((each) => each !== id) : [...pointed, id];
    setPointed(next);
    const said = choices.filter((choice) => next.includes(choice.id)).map(({ host }) => host);
    onAnswer(said.join(', '));
  }
  return (
    <fieldset aria-label={t('list')} className="grid grid-cols-3 gap-2">
      {choices.map(({ id, pictogram, text, host }) => (
        <button
          key={id}
          type="button"
          aria-pressed={pointed.includes(id)}
          onClick={() => toggle(id)}
          className={pointKey}
        >
          <Pictogram pack={pack} name={pictogram} isDecoration className="size-16" />
          <Said
            isInButton
            text={text}
            language={pack.language}
            className="w-full text-lg leading-snug font-bold wrap-anywhere"
          />
          <Said
            isInButton
            text={host}
            language={pack.host}
            className="w-full text-sm leading-tight wrap-anywhere"
          />
        </button>
      ))}
    </fieldset>
  );
}

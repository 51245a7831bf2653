import { useTranslation } from '@tessera/i18n/react.tsx';
import type { KeyboardEvent } from 'react';
import { bodyBox, bodyViews } from './body.ts';

/** A body from both sides; the place that is touched turns dark and is named for the helper. */
export function BodyAnswer({ answer, onAnswer }: { answer: string; onAnswer: (answer: string) => void }) {
  const { t } = useTranslation('spot');
  return (
    <fieldset aria-label={t('points.title')} className="mx-auto flex max-w-md justify-center gap-4">
      {bodyViews.map(({ side, shapes }) => (
        <div key={side} className="w-1/2">
          <p className="text-center text-sm">{t(`points.${side}`)}</p>
          <svg viewBox={bodyBox} className="h-[26rem] max-h-[52vh] w-full" aria-label={t(`points.${side}`)}>
            {shapes.map(({ part, path }) => {
              const name = t(`points.${part}`);
              const isPressed = answer === name;
              const press = (event: KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onAnswer(name);
              };
              return (
                // biome-ignore lint/a11y/useSemanticElements: a shape of a picture cannot be a button element
                <path
                  key={part}
                  d={path}
                  role="button"
                  tabIndex={0}
                  aria-label={name}
                  aria-pressed={isPressed}
                  onClick={() => onAnswer(name)}
                  onKeyDown={press}
                  className="cursor-pointer stroke-ink stroke-2"
                  fill={isPressed ? 'var(--danger)' : 'var(--raised)'}
                />
              );
            })}
          </svg>
        </div>
      ))}
    </fieldset>
  );
}

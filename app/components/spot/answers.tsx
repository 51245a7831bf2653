import type { CardPack, PackCard } from '@tessera/core/cards/pack.ts';
import { answerKeys } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Check from 'lucide-react/icons/check';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import X from 'lucide-react/icons/x';
import { cx } from '~/ui/class-names.ts';
import { BodyAnswer } from './body-answer.tsx';
import { LanguageAnswers } from './language-answers.tsx';
import { PointAnswers } from './point-answers.tsx';
import { Said } from './said.tsx';

const key =
  'grid min-h-14 place-items-center rounded-tile border-2 border-ink bg-raised p-1 text-xl font-bold tabular-nums hover:bg-sunk aria-pressed:bg-ink aria-pressed:text-paper';
const icons = { yes: Check, no: X, dont_know: CircleQuestionMark };

export type AnswerProps = {
  pack: CardPack;
  card: PackCard;
  /** What was pointed at, as the helper reads it */
  answer: string;
  onAnswer: (answer: string) => void;
};

/** What the person can point at below a card. */
export function Answers(props: AnswerProps) {
  switch (props.card.answer) {
    case 'yes_no':
      return <YesNo {...props} />;
    case 'point_body':
      return <BodyAnswer answer={props.answer} onAnswer={props.onAnswer} />;
    case 'point_list':
      return <PointAnswers {...props} />;
    case 'number':
      return <NumberKeys {...props} />;
    case 'time':
      return <TimeKeys {...props} />;
    case 'language':
      return <LanguageAnswers {...props} />;
    case 'none':
      return null;
    default:
      return props.card.answer satisfies never;
  }
}

function YesNo({ pack, answer, onAnswer }: AnswerProps) {
  return (
    <div className="grid grid-cols-3 gap-2">
      {answerKeys.map((name) => {
        const words = pack.answers[name];
        if (!words) return null;
        const Icon = icons[name];
        return (
          <button
            key={name}
            type="button"
            aria-pressed={answer === words.host}
            onClick={() => onAnswer(words.host)}
            className={cx(key, 'min-h-24 gap-0.5 py-2')}
          >
            <Icon aria-hidden className="size-8" strokeWidth={3} />
            <Said isInButton text={words.text} language={pack.language} className="text-xl leading-normal" />
            <Said
              isInButton
              text={words.host}
              language={pack.host}
              className="text-sm leading-tight font-normal"
            />
          </button>
        );
      })}
    </div>
  );
}

const figures = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function NumberKeys({ answer, onAnswer }: AnswerProps) {
  const { t } = useTranslation('spot');
  return (
    <fieldset aria-label={t('number')} className="mx-auto grid max-w-sm grid-cols-3 gap-2" dir="ltr">
      {figures.map((figure) => (
        <button key={figure} type="button" className={key} onClick={() => onAnswer(longer(answer, figure))}>
          {figure}
        </button>
      ))}
      <button type="button" className={cx(key, 'col-start-2')} onClick={() => onAnswer(longer(answer, '0'))}>
        0
      </button>
      <button type="button" className={cx(key, 'text-base')} onClick={() => onAnswer('')}>
        {t('clear')}
      </button>
    </fieldset>
  );
}

const longer = (answer: string, figure: string) => (answer + figure).slice(-9);

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
const minutes = ['00', '15', '30', '45'];

function TimeKeys({ answer, onAnswer }: AnswerProps) {
  const { t } = useTranslation('spot');
  const [hour = '', minute = '00'] = answer.split(':');
  return (
    <div className="mx-auto max-w-sm space-y-3" dir="ltr">
      <fieldset aria-label={t('hour')} className="grid grid-cols-6 gap-1">
        {hours.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={hour === each}
            className={cx(key, 'text-lg')}
            onClick={() => onAnswer(`${each}:${minute}`)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <fieldset aria-label={t('minutes')} className="grid grid-cols-4 gap-1">
        {minutes.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={hour !== '' && minute === each}
            className={cx(key, 'text-lg')}
            onClick={() => onAnswer(`${hour || '12'}:${each}`)}
          >
            :{each}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

import type { CardPack, PackCard } from '@tessera/core/cards/pack.ts';
import { noteFor } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Volume2 from 'lucide-react/icons/volume-2';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { cx } from '~/ui/class-names.ts';
import { Answers } from './answers.tsx';
import { CallLink } from './numbers.tsx';
import { choicesOf, type Recordings } from './pack-rules.ts';
import { Pictogram } from './pictogram.tsx';
import { Said } from './said.tsx';
import { useSpoken } from './use-spoken.ts';

const key =
  'inline-flex min-h-14 min-w-14 items-center justify-center gap-2 rounded-tile border-2 border-ink bg-raised px-3 font-semibold hover:bg-sunk aria-pressed:bg-ink aria-pressed:text-paper disabled:border-rule disabled:text-muted';

/**
 * One card on the whole screen, black on white: for the person above, to be turned around for somebody who stands
 * opposite, and for the helper below. Nothing of it is in an address, a history or a store.
 */
export function CardScreen({
  pack,
  cards,
  card,
  recordings,
  onCard,
  onClose,
}: {
  pack: CardPack;
  recordings: Recordings;
  cards: readonly PackCard[];
  card: PackCard;
  onCard: (id: string) => void;
  onClose: () => void;
}) {
  const { t, language: reader } = useTranslation(['spot', 'cards']);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isTurned, setIsTurned] = useState(false);
  const [answer, setAnswer] = useState('');
  const speak = useSpoken(pack.language, card, recordings);
  const at = cards.findIndex(({ id }) => id === card.id);
  const [before, after] = [cards[at - 1], cards[at + 1]];
  const [emergency] = pack.numbers;
  // A card at which one points has no answers where none of its words is verified.
  const hasAnswers =
    card.answer === 'point_list' ? choicesOf(pack, card.choices).length > 0 : card.answer !== 'none';
  const note = noteFor(card.notes, reader, pack.host);

  useEffect(() => dialog.current?.showModal(), []);
  function show(other: PackCard | undefined) {
    if (!other) return;
    setAnswer('');
    onCard(other.id);
  }

  return (
    <dialog
      ref={dialog}
      aria-label={card.host}
      onClose={onClose}
      className="m-0 h-dvh max-h-none w-screen max-w-none border-0 bg-raised p-0 text-ink [color-scheme:light]"
    >
      <div className="flex min-h-full flex-col">
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b-2 border-ink bg-raised p-2">
          <button type="button" className={key} onClick={() => dialog.current?.close()}>
            <X aria-hidden className="size-6" />
            <span className="sr-only">{t('close')}</span>
          </button>
          <button
            type="button"
            className={key}
            aria-pressed={isTurned}
            onClick={() => setIsTurned((turned) => !turned)}
          >
            <RotateCcw aria-hidden className="size-6" />
            {t('turn')}
          </button>
          {emergency && (
            <span className="ms-auto">
              <CallLink number={emergency.number} />
            </span>
          )}
        </div>

        <section
          aria-label={t('forPerson')}
          className={cx(
            'flex flex-1 flex-col items-center justify-center gap-4 p-4 text-center transition-transform motion-reduce:transition-none',
            isTurned && 'rotate-180',
          )}
        >
          <Pictogram
            pack={pack}
            name={card.pictogram}
            className={hasAnswers ? 'size-[min(20vh,10rem)]' : 'size-[min(38vh,18rem)]'}
          />
          <Said
            text={card.text}
            language={pack.language}
            className="max-w-[22ch] text-[clamp(2rem,8vw,4rem)] leading-[1.35] font-bold text-balance"
          />
          {speak && (
            <button type="button" className={cx(key, 'min-h-16 px-6 text-xl')} onClick={speak}>
              <Volume2 aria-hidden className="size-8" />
              {t('speak')}
            </button>
          )}
          <div className="w-full max-w-xl">
            <Answers key={card.id} pack={pack} card={card} answer={answer} onAnswer={setAnswer} />
          </div>
        </section>

        <section aria-label={t('forHelper')} className="space-y-1.5 border-t-2 border-ink p-4">
          <Said text={card.host} language={pack.host} className="text-xl font-bold" />
          {card.transliteration && <p className="text-base">{card.transliteration}</p>}
          {/* While the screen is turned the other person reads it. */}
          {note && !isTurned && <Said text={note.text} language={note.language} className="text-base" />}
          <p aria-live="polite" className="text-2xl font-bold">
            {answer && (
              <>
                {t('answer')}: <bdi>{answer}</bdi>
              </>
            )}
          </p>
          <div className="flex justify-between gap-2">
            <button type="button" className={key} disabled={!before} onClick={() => show(before)}>
              <ChevronLeft aria-hidden className="size-6" />
              <span className="sr-only">{t('previous')}</span>
            </button>
            <p className="self-center text-sm">{t(`cards:situations.${card.situation}`)}</p>
            <button type="button" className={key} disabled={!after} onClick={() => show(after)}>
              <ChevronRight aria-hidden className="size-6" />
              <span className="sr-only">{t('next')}</span>
            </button>
          </div>
        </section>
      </div>
    </dialog>
  );
}

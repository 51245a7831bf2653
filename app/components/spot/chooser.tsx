import type { CardPack, PackCard } from '@tessera/core/cards/pack.ts';
import { noteFor } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Info from 'lucide-react/icons/info';
import { useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button.tsx';
import { CardScreen } from './card-screen.tsx';
import { type Recordings, situationsOf } from './pack-rules.ts';
import { Pictogram } from './pictogram.tsx';
import { Said } from './said.tsx';

const tile =
  'flex min-h-20 w-full items-center gap-4 rounded-tile border-2 border-edge bg-raised p-3 text-start hover:border-ink';

/** From a language to a card on the whole screen, in two more taps. */
export function CardChooser({
  pack,
  recordings,
  onBack,
}: {
  pack: CardPack;
  recordings: Recordings;
  onBack: () => void;
}) {
  const { t, language: reader } = useTranslation(['spot', 'cards']);
  const [situation, setSituation] = useState<PackCard['situation'] | null>(null);
  const [cardId, setCardId] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const groups = situationsOf(pack);
  const group = groups.find((each) => each.situation === situation);
  const card = group?.cards.find(({ id }) => id === cardId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its heading
  useEffect(() => heading.current?.focus(), [situation]);

  return (
    <section>
      <Button
        type="button"
        className="mb-4 min-h-14"
        icon={<ChevronLeft aria-hidden className="rtl:rotate-180" />}
        onClick={group ? () => setSituation(null) : onBack}
      >
        {group ? t('back') : t('languages')}
      </Button>
      <h2 ref={heading} tabIndex={-1} className="mb-4 text-xl font-bold">
        {group ? t('card') : t('situation')}
      </h2>
      {group ? (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {group.cards.map(({ id, pictogram, host, text, notes }) => (
            <li key={id}>
              <button type="button" className={tile} onClick={() => setCardId(id)}>
                <Pictogram pack={pack} name={pictogram} className="size-16" />
                <span className="min-w-0 flex-1">
                  <Said isInButton text={host} language={pack.host} className="leading-snug font-semibold" />
                  <Said isInButton text={text} language={pack.language} className="mt-1 text-muted" />
                  <Note note={noteFor(notes, reader, pack.host)} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {groups.map(({ situation: each, cards }) => (
            <li key={each}>
              <button type="button" className={tile} onClick={() => setSituation(each)}>
                {cards[0] && <Pictogram pack={pack} name={cards[0].pictogram} className="size-14" />}
                <span className="text-lg leading-snug font-semibold">{t(`cards:situations.${each}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {group && card && (
        <CardScreen
          pack={pack}
          cards={group.cards}
          card={card}
          recordings={recordings}
          onCard={setCardId}
          onClose={() => setCardId(null)}
        />
      )}
    </section>
  );
}

// Read before the card is shown: whether to ask at all.
function Note({ note }: { note: ReturnType<typeof noteFor> }) {
  if (!note) return null;
  return (
    <span className="mt-2 flex gap-2 text-sm leading-snug">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <Said isInButton text={note.text} language={note.language} />
    </span>
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { directionOf, ownName } from '@tessera/i18n/spoken.ts';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { type Kept, mostBytes, mostPacks } from './pack-rules.ts';
import type { Packs } from './use-packs.ts';

export type Deck = { language: string; cards: number; bytes: number };

const tile =
  'flex min-h-20 w-full flex-wrap items-center justify-between gap-x-4 rounded-tile border-2 border-edge bg-raised px-4 py-2 text-start no-underline hover:border-ink';

/** The languages with cards, those of this device first. Without scripts each leads to a page of its own. */
export function LanguageList({
  network,
  decks,
  packs,
  hasScripts,
  onChoose,
}: {
  network: string;
  decks: readonly Deck[];
  packs: Packs;
  hasScripts: boolean;
  onChoose: (language: string) => void;
}) {
  const { t } = useTranslation('spot');
  const format = useFormats();
  const size = useSize();
  const keptOf = (language: string) => packs.kept.find(({ pack }) => pack.language === language);
  const gone = packs.kept
    .filter(({ pack }) => !decks.some(({ language }) => language === pack.language))
    .map(({ pack, bytes }) => ({ language: pack.language, cards: pack.cards.length, bytes }));
  const all = [...decks, ...gone].sort(
    (one, other) => Number(Boolean(keptOf(other.language))) - Number(Boolean(keptOf(one.language))),
  );
  return (
    <section>
      <h2 className="mb-4 text-xl font-bold">{t('language')}</h2>
      <ul className="grid gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {all.map((deck) => (
          <li key={deck.language}>
            {hasScripts ? (
              <button type="button" className={tile} onClick={() => onChoose(deck.language)}>
                <DeckName deck={asKept(deck, keptOf(deck.language))} />
              </button>
            ) : (
              <Link to={paths.spotLanguage(network, deck.language)} className={tile}>
                <DeckName deck={deck} />
              </Link>
            )}
            {hasScripts && packs.isReady !== null && (
              <KeptState language={deck.language} kept={keptOf(deck.language)} packs={packs} />
            )}
          </li>
        ))}
      </ul>
      {packs.kept.length > 0 && (
        <p className="mt-6 font-semibold">
          {t('keptTotal', {
            count: packs.kept.length,
            formatted: format.number(packs.kept.length),
            size: size(packs.kept.reduce((sum, { bytes }) => sum + bytes, 0)),
          })}
        </p>
      )}
      {hasScripts && packs.isReady !== null && (
        <p className="mt-2 text-sm text-muted">{t('limit', { most: mostPacks, size: size(mostBytes) })}</p>
      )}
    </section>
  );
}

// What lies here counts, not what the network has by now.
function asKept(deck: Deck, kept: Kept | undefined): Deck {
  return kept ? { ...deck, cards: kept.pack.cards.length, bytes: kept.bytes } : deck;
}

function DeckName({ deck: { language, cards, bytes } }: { deck: Deck }) {
  const { t } = useTranslation('spot');
  const format = useFormats();
  const size = useSize();
  return (
    <>
      <span>
        <span lang={language} dir={directionOf(language)} className="block text-xl leading-snug font-bold">
          {ownName(language)}
        </span>
        <span className="text-sm text-muted">{format.language(language)}</span>
      </span>
      <span className="text-sm text-muted tabular-nums">
        {t('count', { count: cards, formatted: format.number(cards) })} · {size(bytes)}
      </span>
    </>
  );
}

function KeptState({
  language,
  kept,
  packs: { busy, failure, current, isOnline, keep, refresh, remove, note },
}: {
  language: string;
  kept: Kept | undefined;
  packs: Packs;
}) {
  const { t } = useTranslation('spot');
  const format = useFormats();
  const size = useSize();
  const name = format.language(language);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="mt-2 space-y-2 text-sm">
      {kept?.withdrawn && (
        <Notice
          tone="warning"
          title={t('withdrawn', {
            count: kept.withdrawn.count,
            formatted: format.number(kept.withdrawn.count),
            date: format.date(new Date(kept.withdrawn.at), zone),
          })}
          actions={
            <Button type="button" size="small" onClick={() => void note(kept)}>
              {t('understood')}
            </Button>
          }
        />
      )}
      {kept?.isGone && <Notice tone="warning" title={t('gone')} />}
      <div role="status">
        {failure?.language === language && (
          <Notice tone="danger" title={failure.why === 'failed' && kept ? t('broken') : t(failure.why)} />
        )}
        {current === language && !failure && <p className="text-success">{t('current')}</p>}
      </div>
      {kept && (
        <p className="text-muted">
          {t('kept', {
            version: kept.pack.version.slice(0, 8),
            size: size(kept.bytes),
            date: format.dateTime(new Date(kept.keptAt), zone),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {kept ? (
          <>
            <Button
              type="button"
              size="small"
              className="min-h-11"
              isPending={busy === language}
              disabled={!isOnline}
              onClick={() => void refresh(kept)}
            >
              {t('refresh')}
              <span className="sr-only">{name}</span>
            </Button>
            <Button type="button" size="small" className="min-h-11" onClick={() => void remove(language)}>
              {t('remove')}
              <span className="sr-only">{name}</span>
            </Button>
          </>
        ) : (
          <Button
            type="button"
            size="small"
            className="min-h-11"
            isPending={busy === language}
            disabled={!isOnline}
            onClick={() => void keep(language)}
          >
            {busy === language ? t('keeping') : t('keep')}
            <span className="sr-only">{name}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

function useSize(): (bytes: number) => string {
  const format = useFormats();
  return (bytes) =>
    bytes >= 1_000_000
      ? `${format.number(Math.round(bytes / 100_000) / 10)} MB`
      : `${format.number(Math.max(1, Math.round(bytes / 1000)))} kB`;
}

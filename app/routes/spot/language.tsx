import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { CardPack } from '@tessera/core/cards/pack.ts';
import { answerKeys, noteFor } from '@tessera/core/cards/rules.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { directionOf, ownName } from '@tessera/i18n/spoken.ts';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { EmergencyNumbers } from '~/components/spot/numbers.tsx';
import { choicesOf, situationsOf } from '~/components/spot/pack-rules.ts';
import { Pictogram } from '~/components/spot/pictogram.tsx';
import { Said } from '~/components/spot/said.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { cardLanguageParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

/** All cards of a language on one page, for browsers without scripts and for who comes from a printed sheet. */
export async function loader(args: LoaderFunctionArgs) {
  const where = cardLanguageParams(args);
  const [pack, shown] = await Promise.all([api(args).cards.pack(where), api(args).cards.languages(where)]);
  if (pack.cards.length === 0) throw refuse('not_found');
  const t = translator(args.context.language, 'spot');
  const title = t('plain.title', { language: formats(args.context.language).language(pack.language) });
  return {
    pack,
    // What is tried before it is shown is on no paper.
    isOnPaper: shown.languages.some(({ language }) => language === pack.language),
    paper: new URL(args.request.url).searchParams.get('paper')?.slice(0, 20) ?? '',
    head: publicHead(args, {
      path: paths.spotLanguage(where.network, pack.language),
      title,
      text: t('plain.lead'),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('spot:title')}: ${ownName(found.pack.language)}`,
};

export default function LanguageCards() {
  const { pack, isOnPaper, paper } = useLoaderData<typeof loader>();
  const { t, language: reader } = useTranslation(['spot', 'cards']);
  const format = useFormats();
  const { language } = pack;
  return (
    <>
      <EmergencyNumbers numbers={pack.numbers} />
      <PageHeader
        eyebrow={
          <bdi lang={language} dir={directionOf(language)}>
            {ownName(language)}
          </bdi>
        }
        title={t('plain.title', { language: format.language(language) })}
        lead={t('plain.lead')}
        actions={
          <>
            {isOnPaper && (
              <LinkButton to={paths.cardPrint(pack.network.code, { language })}>
                {t('print.title')}
              </LinkButton>
            )}
            <LinkButton to={paths.spot(pack.network.code)}>{t('plain.all')}</LinkButton>
          </>
        }
      >
        <p className="mt-4 text-sm text-muted">{t('plain.version', { version: pack.version.slice(0, 8) })}</p>
      </PageHeader>
      {paper && <PaperNotice paper={paper} />}
      <ul className="mb-8 grid max-w-[40rem] grid-cols-3 gap-2">
        {answerKeys.map((name) => {
          const words = pack.answers[name];
          return (
            words && (
              <li key={name} className="rounded-tile border-2 border-ink p-3 text-center">
                <Said text={words.text} language={language} className="text-xl font-bold" />
                <Said text={words.host} language={pack.host} className="text-sm" />
              </li>
            )
          );
        })}
      </ul>
      {situationsOf(pack).map(({ situation, cards }) => (
        <Section key={situation} id={situation} layout="full" title={t(`cards:situations.${situation}`)}>
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {cards.map((card) => {
              const { id, pictogram, text, host, transliteration, notes, recording } = card;
              return (
                <li key={id} className="flex break-inside-avoid gap-4 rounded-tile border border-edge p-3">
                  <Pictogram pack={pack} name={pictogram} className="size-20" />
                  <div className="min-w-0 flex-1 space-y-1.5">
                    <Said text={text} language={language} className="text-xl leading-snug font-bold" />
                    <Said text={host} language={pack.host} className="leading-snug" />
                    {transliteration && <p className="text-sm text-muted">{transliteration}</p>}
                    <Note note={noteFor(notes, reader, pack.host)} />
                    {recording && (
                      // biome-ignore lint/a11y/useMediaCaption: what is said stands above as text
                      <audio
                        controls
                        preload="none"
                        src={paths.cardRecording(pack.network.code, recording.id)}
                        aria-label={`${t('speak')}: ${host}`}
                        className="w-full print:hidden"
                      />
                    )}
                    <Choices card={card} />
                  </div>
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </>
  );
}

// Who comes from a printed sheet is told how old it is, and where to go on from here.
function PaperNotice({ paper }: { paper: string }) {
  const { pack, isOnPaper } = useLoaderData<typeof loader>();
  const { t } = useTranslation('spot');
  const { code } = pack.network;
  const isCurrent = isOnPaper && pack.version.startsWith(paper);
  const oldTitle = isOnPaper ? t('plain.paperOld', { paper }) : t('plain.paperPrepared', { paper });
  const way = isOnPaper
    ? { to: paths.cardPrint(code, { language: pack.language }), label: t('print.title') }
    : { to: `${paths.cards(code)}#trials`, label: t('plain.trials') };
  return (
    <div className="mb-8">
      <Notice
        tone={isCurrent ? 'success' : 'warning'}
        title={isCurrent ? t('plain.paperCurrent') : oldTitle}
        actions={
          !isCurrent && (
            <Link className="link" to={way.to}>
              {way.label}
            </Link>
          )
        }
      />
    </div>
  );
}

function Choices({ card }: { card: CardPack['cards'][number] }) {
  const { pack } = useLoaderData<typeof loader>();
  const choices = choicesOf(pack, card.choices);
  if (choices.length === 0) return null;
  return (
    <ul className="grid grid-cols-3 gap-2 pt-2 text-center">
      {choices.map(({ id, pictogram, text, host }) => (
        <li key={id} className="min-w-0 wrap-anywhere">
          <Pictogram pack={pack} name={pictogram} isDecoration className="mx-auto size-12" />
          <Said text={text} language={pack.language} className="font-semibold leading-snug" />
          <Said text={host} language={pack.host} className="text-sm leading-tight" />
        </li>
      ))}
    </ul>
  );
}

// The page is held out to the other person and the note is not for them, so whoever shows the card opens it.
function Note({ note }: { note: ReturnType<typeof noteFor> }) {
  const { t } = useTranslation('spot');
  return (
    note && (
      <details className="print:hidden">
        <summary className="link inline-flex min-h-11 items-center text-sm">{t('forHelper')}</summary>
        <Said text={note.text} language={note.language} className="text-sm text-muted" />
      </details>
    )
  );
}

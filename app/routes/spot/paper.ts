import type { LoaderFunctionArgs } from '@remix-run/node';
import { deckSituations, noteFor } from '@tessera/core/cards/rules.ts';
import { cardsPdf } from '@tessera/documents/cards.server.ts';
import { paperFormats } from '@tessera/documents/cards.ts';
import { env } from '@tessera/env/env.server.ts';
import { pickLanguage, spokenLanguages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { bodySvg } from '~/components/spot/body.ts';
import { choicesOf } from '~/components/spot/pack-rules.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';
import { refuse } from '~/server/refusal.server.ts';

const shortVersion = 8;

/** Cards on paper, `?language=ps&format=board&situation=birth`. The words around them are in the language of the helper. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const query = new URL(args.request.url).searchParams;
  const language = spokenLanguages.find((each) => each === query.get('language'));
  const format = paperFormats.find((each) => each === (query.get('format') ?? 'board'));
  const situation = deckSituations.find((each) => each === query.get('situation'));
  if (!language || !format) throw refuse('not_found');
  const { host } = await apiForNobody(args).cards.languages({ network });
  const words = pickLanguage([host]);
  const pack = await apiForNobody(args, words).cards.pack({ network, language });
  const cards = pack.cards.filter((card) => !situation || card.situation === situation);
  if (cards.length === 0) throw refuse('not_found');
  const t = translator(words, 'cards');
  const version = pack.version.slice(0, shortVersion);
  const bytes = cardsPdf(
    {
      language: words,
      networkName: pack.network.name,
      host,
      other: language,
      version,
      printedOn: args.context.core.now,
      timeZone: (await apiForNobody(args).networks.shell({ network })).timeZone,
      url: absolute(env().appUrl, paths.spotLanguage(network, language, { paper: version })),
      numbers: pack.numbers,
      about: situation ? t(`situations.${situation}`) : '',
      cards: cards.map(({ notes, ...card }) => ({
        ...card,
        choices: choicesOf(pack, card.choices).map(({ pictogram, host: said, text }) => ({
          pictogram,
          host: said,
          text,
        })),
        situation: t(`situations.${card.situation}`),
        instruction: noteFor(notes, words, host)?.text ?? null,
      })),
      pictograms: Object.fromEntries(
        Object.entries(pack.pictograms).map(([name, { svg, alt }]) => [
          name,
          { svg, alt: alt[words] ?? name },
        ]),
      ),
      answers: Object.entries({
        yes: pack.answers.yes,
        no: pack.answers.no,
        dontKnow: pack.answers.dont_know,
      } as const).flatMap(([kind, said]) =>
        said ? [{ kind: kind as 'yes' | 'no' | 'dontKnow', ...said }] : [],
      ),
      body: bodySvg,
    },
    format,
  );
  return pdfAnswer(bytes, `${translator(words, 'spot')('paper.cover')} ${language} ${format} ${version}`);
}

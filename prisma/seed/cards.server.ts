import { chooseAnswers } from '@tessera/core/cards/choose.server.ts';
import { createCard } from '@tessera/core/cards/edit.server.ts';
import { moveCard } from '@tessera/core/cards/move.server.ts';
import {
  deckSituations,
  elseKey,
  needTwo,
  type Situation,
  situations,
  verifiersNeededFor,
} from '@tessera/core/cards/rules.ts';
import {
  CardChoices,
  CardStep,
  FieldTest,
  NewCard,
  TextFields,
  TextRejection,
} from '@tessera/core/cards/schema.ts';
import { noteFieldTest } from '@tessera/core/cards/test.server.ts';
import { approveText, rejectText } from '@tessera/core/cards/verify.server.ts';
import { writeText } from '@tessera/core/cards/write.server.ts';
import { choicesOfCards } from './data/card-choices-bg.ts';
import {
  cards,
  editedBefore,
  fieldTests,
  notes,
  type SeedCard,
  translations,
  type Unfinished,
  unfinished,
} from './data/cards-bg.ts';
import { acting, networkOf, type World } from './world.server.ts';

const network = 'bg-model';
const coordinator = 'coord.bg';
/** Who translates into a language, and who else knows it besides its own verifier. */
const team: Record<'bg' | (typeof translations)[number], { translator: string; second: string }> = {
  bg: { translator: coordinator, second: 'verifier.uk' },
  en: { translator: 'l01', second: 'verifier.bg' },
  ar: { translator: 'l02', second: 'verifier.kmr' },
  fa: { translator: 'l03', second: 'verifier.prs' },
  prs: { translator: 'l04', second: 'verifier.ps' },
  ps: { translator: 'l05', second: 'verifier.prs' },
  kmr: { translator: 'l06', second: 'verifier.ar' },
  uk: { translator: 'l07', second: 'verifier.en' },
};
type Language = keyof typeof team;

/** The cards of a network with their texts, translated and verified each by other people. A second run adds nothing. */
export async function seedCards(world: World): Promise<number> {
  const known = await keysOf(world);
  let count = 0;
  for (const situation of situations)
    for (const [index, card] of cards[situation].entries()) {
      if (!known.has(card.key)) await play(world, situation, card, index);
      if ((deckSituations as readonly Situation[]).includes(situation)) count += 1;
    }
  await chooseWords(world);
  return count;
}

// Each card at which one points gets its words once. Beneath one about medicine or violence they take another verifier.
async function chooseWords(world: World): Promise<void> {
  const { clock, timeZone } = networkOf(world, network);
  const by = (mailbox: string) => acting(world, mailbox, network, clock.at('2023-05-09', '10:00', timeZone));
  const coordinating = by(coordinator);
  const ids = await keysOf(world);
  const sure = new Set<string>([elseKey]);
  for (const [key, words] of Object.entries(choicesOfCards)) {
    const cardId = ids.get(key);
    const answerIds = words.map((word) => ids.get(word));
    const known = await coordinating.transaction(({ prisma }) =>
      prisma.cardChoice.count({ where: { networkId: coordinating.network.id, cardId } }),
    );
    if (known > 0) continue;
    await chooseAnswers(coordinating, CardChoices.parse({ cardId, answerIds, seenIds: [] }));
    if (!strictKeys.has(key)) continue;
    for (const word of words.filter((each) => !sure.has(each))) {
      sure.add(word);
      for (const language of ['bg', ...translations] as const)
        await approveText(by(team[language].second), {
          cardId: ids.get(word) ?? '',
          language,
          version: 1,
        });
    }
  }
}

const strictKeys = new Set(needTwo.flatMap((situation) => cards[situation].map(({ key }) => key)));

/** The cards that there are, by key. */
async function keysOf(world: World): Promise<Map<string, string>> {
  const ctx = acting(world, coordinator, network, networkOf(world, network).clock.now);
  const rows = await ctx.transaction(({ prisma }) =>
    prisma.communicationCard.findMany({
      where: { networkId: ctx.network.id },
      select: { id: true, conceptKey: true },
    }),
  );
  return new Map(rows.map(({ id, conceptKey }) => [conceptKey, id]));
}

async function play(world: World, situation: Situation, card: SeedCard, index: number): Promise<void> {
  const { clock, timeZone } = networkOf(world, network);
  const at = (day: string) => new Date(clock.at(day, '10:00', timeZone).getTime() + index * 60_000);
  const by = (mailbox: string, day: string) => acting(world, mailbox, network, at(day));
  const { key, side, answer, pictogram, texts } = card;
  const fields = { situation, conceptKey: key, side, answer, pictogram, priority: index + 1, text: texts.bg };
  const { cardId } = await createCard(
    by(coordinator, '2023-02-06'),
    NewCard.parse({ ...fields, instruction: notes[key]?.bg }),
  );
  const move = (step: string, day: string) =>
    moveCard(by(coordinator, day), CardStep.parse({ cardId, move: step }));
  const approve = async (language: Language, version: number, people: number) => {
    const verifiers = [`verifier.${language}`, team[language].second].slice(0, people);
    for (const verifier of verifiers)
      await approveText(by(verifier, '2023-04-12'), { cardId, language, version });
  };
  const write = (language: Language, text: string, version: number | null, isReady: boolean) =>
    writeText(
      by(team[language].translator, version ? '2024-03-18' : '2023-03-14'),
      TextFields.parse({
        cardId,
        language,
        text,
        version,
        isReady,
        instruction: language === 'en' ? notes[key]?.en : '',
      }),
    );
  const need = verifiersNeededFor({ situation, conceptKey: key, namedIn: [] });

  await move('accept_pictogram', '2023-02-13');
  await move('translate', '2023-02-13');
  await approve('bg', 1, need);
  for (const language of translations) {
    const text = texts[language];
    if (text === undefined) continue;
    const end: Unfinished | undefined = unfinished[language]?.[key];
    await write(language, end === 'edited' ? editedBefore : text, null, end !== 'draft');
    if (end === 'rejected')
      await rejectText(
        by(`verifier.${language}`, '2023-04-12'),
        TextRejection.parse({ cardId, language, version: 1, reason: 'Думата не е ясна за всички.' }),
      );
    else if (end !== 'draft') await approve(language, 1, end === 'reviewed' ? 0 : end === 'half' ? 1 : need);
  }
  await move('test', '2023-04-20');
  for (const tried of fieldTests[key] ?? [])
    await noteFieldTest(
      by(team[tried.language].translator, tried.testedOn),
      FieldTest.parse({ cardId, ...tried }),
    );
  await move('publish', '2023-05-08');
  for (const language of translations)
    if (unfinished[language]?.[key] === 'edited') await write(language, texts[language] ?? '', 1, true);
}

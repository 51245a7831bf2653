import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readabilityOf } from './readability.ts';

const plain = {
  en: 'The fire is out. You can go back home. Do not touch the wires. Call us if you smell gas. We come at once and look at the house with you.',
  de: 'Das Feuer ist aus. Sie können nach Hause gehen. Bitte berühren Sie keine Kabel. Rufen Sie uns an, wenn Sie Gas riechen. Wir kommen sofort und sehen uns das Haus an.',
  hu: 'A tűz kialudt. Haza lehet menni. Kérjük, ne nyúljon a vezetékhez. Hívjon minket, ha gázt érez. Azonnal jövünk, és együtt nézzük meg a házat. Köszönjük, hogy vár ránk. Addig maradjon kint.',
};
const official = {
  en: 'Notwithstanding the aforementioned administrative provisions concerning interinstitutional coordination responsibilities, participating municipalities undertake comprehensive vulnerability assessments incorporating demographic characteristics, infrastructural deficiencies and organisational preparedness considerations throughout implementation.',
  de: 'Unbeschadet der vorgenannten verwaltungsrechtlichen Bestimmungen hinsichtlich der zwischenbehördlichen Zuständigkeitsverteilung verpflichten sich teilnehmende Gebietskörperschaften zur Durchführung umfassender Gefährdungsbeurteilungen unter Berücksichtigung demografischer Besonderheiten, infrastruktureller Beeinträchtigungen sowie organisatorischer Vorbereitungsmaßnahmen während der gesamten Umsetzungsphase der Zusammenarbeitsvereinbarung.',
  hu: 'Az intézményközi együttműködési felelősségmegosztással összefüggésben megállapított közigazgatási rendelkezések figyelembevételével valamennyi résztvevő önkormányzat kötelezettséget vállal átfogó sebezhetőségi kockázatelemzések végrehajtására, különös tekintettel a népességföldrajzi sajátosságokra, infrastrukturális hiányosságokra, valamint szervezeti felkészültségi szempontokra a megvalósítás teljes időtartama alatt.',
};

test.each(['en', 'de', 'hu'] as const)(
  '%s: plain sentences are easy, the language of offices is hard',
  (language) => {
    expect(readabilityOf(plain[language], language)?.level).toBe('easy');
    expect(readabilityOf(official[language], language)?.level).toBe('hard');
  },
);

test('nothing is said of a few words', () => {
  expect(readabilityOf('Curs de prim ajutor pentru voluntari', 'ro')).toBeNull();
});

test('each entry of a list is a sentence, and vowel marks are no letters', () => {
  const list = Array.from({ length: 20 }, () => 'Call for help').join('\n');
  expect(readabilityOf(list, 'en')).toMatchObject({ level: 'easy', wordsPerSentence: 3 });
  const marked = 'كِتَابٌ جَدِيدٌ. '.repeat(20);
  expect(readabilityOf(marked, 'ar')?.longWords).toBe(0);
});

test('longer sentences never make a text easier', () => {
  const sentence = fc.array(fc.constantFrom('go', 'house', 'municipality', 'fire'), {
    minLength: 5,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 8, maxLength: 12 }), (sentences) => {
      const words = sentences.map(
        (each) => `${each.join(' ').replace(/^./, (first) => first.toUpperCase())}`,
      );
      const apart = readabilityOf(`${words.join('. ')}.`, 'en');
      const joined = readabilityOf(`${words.join(', ')}.`, 'en');
      const order = ['easy', 'medium', 'hard'];
      expect(order.indexOf(joined?.level ?? '')).toBeGreaterThanOrEqual(order.indexOf(apart?.level ?? ''));
    }),
  );
});

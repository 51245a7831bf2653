import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Na ile są Państwo zadowoleni z całego szkolenia?', low: 'wcale', high: 'bardzo' },
    useful: { text: 'Na ile szkolenie jest przydatne w Państwa pracy?', low: 'wcale', high: 'bardzo' },
    trainer: { text: 'Jak jasno tłumaczyły osoby prowadzące?', low: 'niejasno', high: 'bardzo jasno' },
    organisation: { text: 'Jak dobrze wszystko było zorganizowane?', low: 'źle', high: 'bardzo dobrze' },
    pace: { text: 'Jakie było tempo?', slow: 'Za wolne', right: 'Odpowiednie', fast: 'Za szybkie' },
    best: {
      text: 'Co najbardziej Państwu pomogło?',
      content: 'Treści',
      exchange: 'Rozmowy z innymi',
      exercises: 'Ćwiczenia',
      materials: 'Materiały',
    },
    better: { text: 'Co powinniśmy poprawić następnym razem?' },
  },
  learning: {
    knowledge: {
      text: 'Jak dobrze znają Państwo temat tego szkolenia?',
      low: 'prawie wcale',
      high: 'bardzo dobrze',
    },
    apply: { text: 'Na ile są Państwo pewni, że zastosują to w pracy?', low: 'mało', high: 'bardzo' },
    explain: {
      text: 'Jak dobrze potrafią to Państwo wyjaśnić współpracownikom?',
      low: 'prawie wcale',
      high: 'bardzo dobrze',
    },
    help: {
      text: 'Jak dobrze wiedzą Państwo, gdzie szukać pomocy i materiałów?',
      low: 'prawie wcale',
      high: 'bardzo dobrze',
    },
  },
  behaviour: {
    used: {
      text: 'Jak często korzystają Państwo z wiedzy ze szkolenia?',
      often: 'Często',
      sometimes: 'Czasami',
      once: 'Raz',
      never: 'Jeszcze nie',
    },
    changed: { text: 'Jak bardzo zmienił się Państwa sposób pracy?', low: 'wcale', high: 'bardzo' },
    told: {
      text: 'Komu przekazali Państwo tę wiedzę?',
      colleagues: 'Współpracownikom',
      management: 'Przełożonym',
      elsewhere: 'Innym instytucjom',
    },
    hindered: {
      text: 'Co to Państwu utrudniło?',
      time: 'Za mało czasu',
      means: 'Brak pieniędzy lub materiałów',
      support: 'Za mało wsparcia',
      occasion: 'Brak okazji',
    },
    example: { text: 'Co robią Państwo dziś inaczej?' },
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Mennyire elégedett a képzés egészével?', low: 'egyáltalán nem', high: 'nagyon' },
    useful: { text: 'Mennyire hasznos a munkájához?', low: 'egyáltalán nem', high: 'nagyon' },
    trainer: {
      text: 'Mennyire érthetően magyaráztak az oktatók?',
      low: 'nem érthetően',
      high: 'nagyon érthetően',
    },
    organisation: { text: 'Mennyire volt jó a szervezés?', low: 'gyenge', high: 'nagyon jó' },
    pace: { text: 'Milyen volt a tempó?', slow: 'Túl lassú', right: 'Megfelelő', fast: 'Túl gyors' },
    best: {
      text: 'Mi segített Önnek a legtöbbet?',
      content: 'A tartalom',
      exchange: 'A beszélgetés másokkal',
      exercises: 'A gyakorlatok',
      materials: 'Az anyagok',
    },
    better: { text: 'Mit csináljunk jobban legközelebb?' },
  },
  learning: {
    knowledge: { text: 'Mennyire ismeri a képzés témáját?', low: 'alig', high: 'nagyon jól' },
    apply: {
      text: 'Mennyire biztos abban, hogy a munkájában használni tudja?',
      low: 'bizonytalan',
      high: 'nagyon biztos',
    },
    explain: { text: 'Mennyire tudná elmagyarázni egy kollégájának?', low: 'alig', high: 'nagyon jól' },
    help: { text: 'Mennyire tudja, hol talál segítséget és anyagokat?', low: 'alig', high: 'nagyon jól' },
  },
  behaviour: {
    used: {
      text: 'Milyen gyakran használta a tanultakat?',
      often: 'Gyakran',
      sometimes: 'Néha',
      once: 'Egyszer',
      never: 'Még nem',
    },
    changed: { text: 'Mennyire változott meg a munkamódszere?', low: 'semennyire', high: 'nagyon' },
    told: {
      text: 'Kinek beszélt róla?',
      colleagues: 'Kollégáknak',
      management: 'A feletteseimnek',
      elsewhere: 'Más intézményeknek',
    },
    hindered: {
      text: 'Mi nehezítette meg?',
      time: 'Kevés idő',
      means: 'Nem volt pénz vagy anyag',
      support: 'Kevés támogatás',
      occasion: 'Nem volt rá alkalom',
    },
    example: { text: 'Mit csinál ma másképp?' },
  },
} satisfies Shape<typeof source>;

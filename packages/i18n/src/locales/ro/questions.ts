import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Cât de mulțumit(ă) sunteți de curs în ansamblu?', low: 'deloc', high: 'foarte' },
    useful: { text: 'Cât de util este pentru munca dumneavoastră?', low: 'deloc', high: 'foarte' },
    trainer: { text: 'Cât de clar au explicat formatorii?', low: 'neclar', high: 'foarte clar' },
    organisation: { text: 'Cât de bine a fost organizat totul?', low: 'slab', high: 'foarte bine' },
    pace: { text: 'Cum a fost ritmul?', slow: 'Prea lent', right: 'Potrivit', fast: 'Prea rapid' },
    best: {
      text: 'Ce v-a ajutat cel mai mult?',
      content: 'Conținutul',
      exchange: 'Discuțiile cu ceilalți',
      exercises: 'Exercițiile',
      materials: 'Materialele',
    },
    better: { text: 'Ce ar trebui să facem mai bine data viitoare?' },
  },
  learning: {
    knowledge: {
      text: 'Cât de bine cunoașteți tema acestui curs?',
      low: 'foarte puțin',
      high: 'foarte bine',
    },
    apply: {
      text: 'Cât de sigur(ă) sunteți că o puteți folosi în munca dumneavoastră?',
      low: 'nesigur(ă)',
      high: 'foarte sigur(ă)',
    },
    explain: {
      text: 'Cât de bine i-ați putea explica unui coleg?',
      low: 'foarte puțin',
      high: 'foarte bine',
    },
    help: {
      text: 'Cât de bine știți unde găsiți ajutor și materiale?',
      low: 'foarte puțin',
      high: 'foarte bine',
    },
  },
  behaviour: {
    used: {
      text: 'Cât de des ați folosit ce ați învățat?',
      often: 'Des',
      sometimes: 'Uneori',
      once: 'O dată',
      never: 'Încă nu',
    },
    changed: {
      text: 'Cât de mult s-a schimbat modul dumneavoastră de lucru?',
      low: 'deloc',
      high: 'foarte mult',
    },
    told: {
      text: 'Cui i-ați povestit despre aceasta?',
      colleagues: 'Colegilor',
      management: 'Superiorilor',
      elsewhere: 'Altor instituții',
    },
    hindered: {
      text: 'Ce a îngreunat lucrurile?',
      time: 'Prea puțin timp',
      means: 'Lipsa banilor sau a materialelor',
      support: 'Prea puțin sprijin',
      occasion: 'Lipsa ocaziei',
    },
    example: { text: 'Ce faceți diferit astăzi?' },
  },
} satisfies Shape<typeof source>;

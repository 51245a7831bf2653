import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Kako ste zadovoljni z usposabljanjem v celoti?', low: 'sploh ne', high: 'zelo' },
    useful: { text: 'Kako koristno je za vaše delo?', low: 'sploh ne', high: 'zelo' },
    trainer: { text: 'Kako jasno so razlagali predavatelji?', low: 'nejasno', high: 'zelo jasno' },
    organisation: { text: 'Kako dobro je bilo vse organizirano?', low: 'slabo', high: 'zelo dobro' },
    pace: { text: 'Kakšen je bil tempo?', slow: 'Prepočasen', right: 'Ustrezen', fast: 'Prehiter' },
    best: {
      text: 'Kaj vam je najbolj pomagalo?',
      content: 'Vsebine',
      exchange: 'Pogovor z drugimi',
      exercises: 'Vaje',
      materials: 'Gradiva',
    },
    better: { text: 'Kaj naj prihodnjič naredimo bolje?' },
  },
  learning: {
    knowledge: { text: 'Kako dobro poznate temo tega usposabljanja?', low: 'komaj', high: 'zelo dobro' },
    apply: {
      text: 'Kako prepričani ste, da jo lahko uporabite pri svojem delu?',
      low: 'neprepričani',
      high: 'zelo prepričani',
    },
    explain: { text: 'Kako dobro bi jo lahko razložili sodelavcem?', low: 'komaj', high: 'zelo dobro' },
    help: { text: 'Kako dobro veste, kje najdete pomoč in gradiva?', low: 'komaj', high: 'zelo dobro' },
  },
  behaviour: {
    used: {
      text: 'Kako pogosto ste uporabili naučeno?',
      often: 'Pogosto',
      sometimes: 'Včasih',
      once: 'Enkrat',
      never: 'Še ne',
    },
    changed: { text: 'Koliko se je spremenil vaš način dela?', low: 'nič', high: 'zelo' },
    told: {
      text: 'Komu ste o tem pripovedovali?',
      colleagues: 'Sodelavcem',
      management: 'Nadrejenim',
      elsewhere: 'Drugim institucijam',
    },
    hindered: {
      text: 'Kaj je delo oteževalo?',
      time: 'Premalo časa',
      means: 'Ni bilo denarja ali gradiv',
      support: 'Premalo podpore',
      occasion: 'Ni bilo priložnosti',
    },
    example: { text: 'Kaj danes delate drugače?' },
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Koliko ste zadovoljni edukacijom u cjelini?', low: 'nimalo', high: 'vrlo' },
    useful: { text: 'Koliko je korisna za vaš posao?', low: 'nimalo', high: 'vrlo' },
    trainer: { text: 'Koliko su jasno edukatori/-ice objašnjavali?', low: 'nejasno', high: 'vrlo jasno' },
    organisation: { text: 'Koliko je dobro sve bilo organizirano?', low: 'loše', high: 'vrlo dobro' },
    pace: { text: 'Kakav je bio tempo?', slow: 'Prespor', right: 'Primjeren', fast: 'Prebrz' },
    best: {
      text: 'Što vam je najviše pomoglo?',
      content: 'Sadržaj',
      exchange: 'Razgovor s drugima',
      exercises: 'Vježbe',
      materials: 'Materijali',
    },
    better: { text: 'Što bismo sljedeći put trebali učiniti bolje?' },
  },
  learning: {
    knowledge: { text: 'Koliko dobro poznajete temu ove edukacije?', low: 'jedva', high: 'vrlo dobro' },
    apply: {
      text: 'Koliko ste sigurni da to možete primijeniti na poslu?',
      low: 'nimalo',
      high: 'vrlo',
    },
    explain: { text: 'Koliko biste to dobro mogli objasniti kolegi/-ici?', low: 'jedva', high: 'vrlo dobro' },
    help: {
      text: 'Koliko dobro znate gdje naći pomoć i materijale?',
      low: 'jedva',
      high: 'vrlo dobro',
    },
  },
  behaviour: {
    used: {
      text: 'Koliko ste često primijenili naučeno?',
      often: 'Često',
      sometimes: 'Ponekad',
      once: 'Jednom',
      never: 'Još nisam',
    },
    changed: { text: 'Koliko se promijenio vaš način rada?', low: 'nimalo', high: 'vrlo mnogo' },
    told: {
      text: 'Kome ste o tome govorili?',
      colleagues: 'Kolegama i kolegicama',
      management: 'Nadređenima',
      elsewhere: 'Drugim ustanovama',
    },
    hindered: {
      text: 'Što je otežavalo primjenu?',
      time: 'Premalo vremena',
      means: 'Nedostatak novca ili materijala',
      support: 'Premalo podrške',
      occasion: 'Nije bilo prilike',
    },
    example: { text: 'Što danas radite drukčije?' },
  },
} satisfies Shape<typeof source>;

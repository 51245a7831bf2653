import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: {
      text: 'Kuinka tyytyväinen olette koulutukseen kokonaisuutena?',
      low: 'en lainkaan',
      high: 'erittäin',
    },
    useful: {
      text: 'Kuinka hyödyllinen se on työnne kannalta?',
      low: 'ei lainkaan',
      high: 'erittäin',
    },
    trainer: {
      text: 'Kuinka selkeästi kouluttajat opettivat?',
      low: 'epäselvästi',
      high: 'erittäin selkeästi',
    },
    organisation: {
      text: 'Kuinka hyvin kaikki oli järjestetty?',
      low: 'huonosti',
      high: 'erittäin hyvin',
    },
    pace: {
      text: 'Millainen oli etenemistahti?',
      slow: 'Liian hidas',
      right: 'Sopiva',
      fast: 'Liian nopea',
    },
    best: {
      text: 'Mikä auttoi teitä eniten?',
      content: 'Sisältö',
      exchange: 'Keskustelut muiden kanssa',
      exercises: 'Harjoitukset',
      materials: 'Materiaalit',
    },
    better: {
      text: 'Mitä meidän pitäisi tehdä ensi kerralla paremmin?',
    },
  },
  learning: {
    knowledge: {
      text: 'Kuinka hyvin tunnette tämän koulutuksen aiheen?',
      low: 'tuskin lainkaan',
      high: 'erittäin hyvin',
    },
    apply: {
      text: 'Kuinka varma olette, että osaatte käyttää sitä työssänne?',
      low: 'epävarma',
      high: 'erittäin varma',
    },
    explain: {
      text: 'Kuinka hyvin osaisitte selittää sen työtoverille?',
      low: 'tuskin lainkaan',
      high: 'erittäin hyvin',
    },
    help: {
      text: 'Kuinka hyvin tiedätte, mistä löytyy apua ja materiaaleja?',
      low: 'tuskin lainkaan',
      high: 'erittäin hyvin',
    },
  },
  behaviour: {
    used: {
      text: 'Kuinka usein olette käyttänyt oppimaanne?',
      often: 'Usein',
      sometimes: 'Joskus',
      once: 'Kerran',
      never: 'En vielä',
    },
    changed: {
      text: 'Kuinka paljon työtapanne on muuttunut?',
      low: 'ei lainkaan',
      high: 'erittäin paljon',
    },
    told: {
      text: 'Kenelle olette kertonut siitä?',
      colleagues: 'Työtovereille',
      management: 'Esihenkilöille',
      elsewhere: 'Muille organisaatioille',
    },
    hindered: {
      text: 'Mikä on vaikeuttanut sitä?',
      time: 'Liian vähän aikaa',
      means: 'Ei rahaa tai välineitä',
      support: 'Liian vähän tukea',
      occasion: 'Ei tilaisuutta',
    },
    example: {
      text: 'Mitä teette tänään toisin?',
    },
  },
} satisfies Shape<typeof source>;

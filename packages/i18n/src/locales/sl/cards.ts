import type { Shape } from '../../shape.ts';
import type { cards as source } from '../en/cards.ts';

export const cards = {
  situations: {
    health_problem: 'Zdravstvena težava',
    pregnancy: 'Nosečnost',
    birth: 'Porod',
    loss: 'Nekdo ali nekaj je izgubljeno',
    abduction: 'Ugrabitev',
    theft: 'Tatvina',
    threat: 'Grožnja',
    violence: 'Nasilje',
    report_risk: 'Prijava nevarnosti',
    general: 'Splošno',
    answers: 'Odgovori za pokazati',
  },
  sides: {
    person_to_helper: 'Pove oseba, ki išče pomoč',
    helper_to_person: 'Pove oseba, ki pomaga',
    both: 'Povesta oba',
  },
  answers: {
    yes_no: 'Da ali ne',
    point_body: 'Pokaže na telo',
    point_list: 'Pokaže na seznam',
    number: 'Število',
    time: 'Ura',
    none: 'Brez odgovora',
  },
  states: {
    card: {
      draft: 'Osnutek',
      pictogram_ok: 'Piktogram potrjen',
      translating: 'V prevajanju',
      field_test: 'V preizkusu na terenu',
      published: 'Objavljena',
      revision_due: 'Za pregled',
      retired: 'Umaknjena',
    },
    text: {
      missing: 'Manjka',
      draft: 'Osnutek',
      reviewed: 'Pregledano',
      verified: 'Preverjeno',
      rejected: 'Zavrnjeno',
    },
  },
  events: {
    card: {
      created: 'Dodana je bila kartica',
      changed: 'Kartica je bila spremenjena',
      moved: 'Stanje kartice se je spremenilo',
      text_written: 'Napisano je bilo besedilo kartice',
      text_reviewed: 'Besedilo kartice je bilo pregledano',
      text_approved: 'Besedilo kartice je bilo potrjeno',
      text_rejected: 'Besedilo kartice je bilo zavrnjeno',
      tested: 'Kartica je bila preizkušena',
    },
  },
  emergency: 'Klic v sili',
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { cards as source } from '../en/cards.ts';

export const cards = {
  situations: {
    health_problem: 'Egészségügyi probléma',
    pregnancy: 'Várandósság',
    birth: 'Szülés',
    loss: 'Eltűnt személy vagy tárgy',
    abduction: 'Emberrablás',
    theft: 'Lopás',
    threat: 'Fenyegetés',
    violence: 'Erőszak',
    report_risk: 'Veszély bejelentése',
    general: 'Általános',
    answers: 'Válaszok, amelyekre rá lehet mutatni',
  },
  sides: {
    person_to_helper: 'A segítséget kérő mondja',
    helper_to_person: 'A segítő mondja',
    both: 'Mindketten mondják',
  },
  answers: {
    yes_no: 'Igen vagy nem',
    point_body: 'Mutatás a testen',
    point_list: 'Mutatás egy listán',
    number: 'Egy szám',
    time: 'Egy időpont',
    none: 'Nincs válasz',
  },
  states: {
    card: {
      draft: 'Piszkozat',
      pictogram_ok: 'Piktogram elfogadva',
      translating: 'Fordítás alatt',
      field_test: 'Gyakorlati próba alatt',
      published: 'Közzétéve',
      revision_due: 'Felülvizsgálandó',
      retired: 'Visszavonva',
    },
    text: {
      missing: 'Hiányzik',
      draft: 'Piszkozat',
      reviewed: 'Átnézve',
      verified: 'Ellenőrizve',
      rejected: 'Elutasítva',
    },
  },
  events: {
    card: {
      created: 'Új kártya készült',
      changed: 'Egy kártya módosult',
      moved: 'Egy kártya állapota megváltozott',
      text_written: 'Elkészült egy kártya szövege',
      text_reviewed: 'Egy kártya szövegét átnézték',
      text_approved: 'Egy kártya szövegét jóváhagyták',
      text_rejected: 'Egy kártya szövegét elutasították',
      tested: 'Kipróbáltak egy kártyát',
    },
  },
  emergency: 'Segélyhívó',
} satisfies Shape<typeof source>;

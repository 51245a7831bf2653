import type { Shape } from '../../shape.ts';
import type { cards as source } from '../en/cards.ts';

export const cards = {
  situations: {
    health_problem: 'Problemă de sănătate',
    pregnancy: 'Sarcină',
    birth: 'Naștere',
    loss: 'Cineva sau ceva s-a pierdut',
    abduction: 'Răpire',
    theft: 'Furt',
    threat: 'Amenințare',
    violence: 'Violență',
    report_risk: 'Semnalarea unui pericol',
    general: 'General',
    answers: 'Răspunsuri de arătat',
  },
  sides: {
    person_to_helper: 'Spune persoana care cere ajutor',
    helper_to_person: 'Spune persoana care ajută',
    both: 'Spun amândoi',
  },
  answers: {
    yes_no: 'Da sau nu',
    point_body: 'Se arată pe corp',
    point_list: 'Se arată pe o listă',
    number: 'Un număr',
    time: 'O oră',
    none: 'Fără răspuns',
  },
  states: {
    card: {
      draft: 'Ciornă',
      pictogram_ok: 'Pictogramă acceptată',
      translating: 'În traducere',
      field_test: 'În testare pe teren',
      published: 'Publicat',
      revision_due: 'De revizuit',
      retired: 'Retras',
    },
    text: {
      missing: 'Lipsește',
      draft: 'Ciornă',
      reviewed: 'Revizuit',
      verified: 'Verificat',
      rejected: 'Respins',
    },
  },
  events: {
    card: {
      created: 'A fost adăugat un cartonaș',
      changed: 'Un cartonaș a fost modificat',
      moved: 'Starea unui cartonaș s-a schimbat',
      text_written: 'A fost scris textul unui cartonaș',
      text_reviewed: 'Textul unui cartonaș a fost revizuit',
      text_approved: 'Textul unui cartonaș a fost aprobat',
      text_rejected: 'Textul unui cartonaș a fost respins',
      tested: 'Un cartonaș a fost testat',
    },
  },
  emergency: 'Apel de urgență',
} satisfies Shape<typeof source>;

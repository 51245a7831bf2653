import type { Shape } from '../../shape.ts';
import type { initiatives as source } from '../en/initiatives.ts';

export const initiatives = {
  events: {
    initiative: {
      begun: 'Kezdeményezést indított',
      planned: 'Módosította egy kezdeményezés tervét',
      moved: 'Megváltoztatta egy kezdeményezés állapotát',
      task_ticked: 'Kipipálta egy kezdeményezés teendőjét',
      story_written: 'Megírta egy kezdeményezés történetét',
      consent_answered: 'Válaszolt arra, hogy egy történet megjelenhet-e',
      photo_kept: 'Képet adott egy kezdeményezés történetéhez',
      published: 'Közzétette egy kezdeményezés történetét',
      unpublished: 'Levette egy kezdeményezés történetét a nyilvános oldalakról',
    },
  },
} satisfies Shape<typeof source>;

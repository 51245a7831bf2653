import type { Shape } from '../../shape.ts';
import type { initiatives as source } from '../en/initiatives.ts';

export const initiatives = {
  events: {
    initiative: {
      begun: 'Začetek pobude',
      planned: 'Sprememba načrta pobude',
      moved: 'Sprememba stanja pobude',
      task_ticked: 'Označena naloga pobude',
      story_written: 'Napisana zgodba pobude',
      consent_answered: 'Odgovor, ali se zgodba sme objaviti',
      photo_kept: 'Dodana slika k zgodbi pobude',
      published: 'Objavljena zgodba pobude',
      unpublished: 'Zgodba pobude umaknjena z javnih strani',
    },
  },
} satisfies Shape<typeof source>;

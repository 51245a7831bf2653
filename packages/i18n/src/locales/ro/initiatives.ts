import type { Shape } from '../../shape.ts';
import type { initiatives as source } from '../en/initiatives.ts';

export const initiatives = {
  events: {
    initiative: {
      begun: 'A început o inițiativă',
      planned: 'A modificat planul unei inițiative',
      moved: 'A schimbat starea unei inițiative',
      task_ticked: 'A bifat o sarcină a unei inițiative',
      story_written: 'A scris povestea unei inițiative',
      consent_answered: 'A răspuns dacă o poveste poate fi publicată',
      photo_kept: 'A adăugat o imagine la povestea unei inițiative',
      published: 'A publicat povestea unei inițiative',
      unpublished: 'A retras povestea unei inițiative de pe paginile publice',
    },
  },
} satisfies Shape<typeof source>;

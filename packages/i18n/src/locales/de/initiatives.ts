import type { Shape } from '../../shape.ts';
import type { initiatives as source } from '../en/initiatives.ts';

export const initiatives = {
  events: {
    initiative: {
      begun: 'Initiative begonnen',
      planned: 'Plan einer Initiative geändert',
      moved: 'Stand einer Initiative geändert',
      task_ticked: 'Aufgabe einer Initiative abgehakt',
      story_written: 'Geschichte einer Initiative geschrieben',
      consent_answered: 'Geantwortet, ob eine Geschichte gezeigt werden darf',
      photo_kept: 'Bild zur Geschichte einer Initiative hinzugefügt',
      published: 'Geschichte einer Initiative veröffentlicht',
      unpublished: 'Geschichte einer Initiative von den öffentlichen Seiten genommen',
    },
  },
} satisfies Shape<typeof source>;

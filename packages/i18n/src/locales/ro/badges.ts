import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Salvați ca Open Badge (JSON)',
  title: 'Același conținut ca insignă digitală',
  text: 'Un fișier semnat conform Open Badges 3.0, pentru un portofel digital sau un portofoliu. Conține ceea ce se vede aici, inclusiv numele sau inițialele, iar programele pot verifica dacă este autentic și încă valabil.',
  criteria: {
    halfDays: 'Prezență la cel puțin {{share}} din jumătățile de zi.',
    minutes: 'Prezență la cel puțin {{share}} din timp.',
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Zapisz jako Open Badge (JSON)',
  title: 'To samo jako odznaka cyfrowa',
  text: 'Podpisany plik według Open Badges 3.0 do portfela lub portfolio. Zawiera to samo co ta strona, razem z nazwiskiem lub inicjałami, a programy mogą sprawdzić, czy jest autentyczny i nadal ważny.',
  criteria: {
    halfDays: 'Obecność na blokach wyniosła co najmniej {{share}}.',
    minutes: 'Obecność wyniosła co najmniej {{share}} czasu.',
  },
} satisfies Shape<typeof source>;

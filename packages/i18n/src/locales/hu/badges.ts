import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Mentés Open Badge-ként (JSON)',
  title: 'Ugyanez digitális jelvényként',
  text: 'Az Open Badges 3.0 szerint aláírt fájl digitális tárcához vagy portfólióhoz. Azt tartalmazza, ami itt áll, a nevet vagy a kezdőbetűket is; programok ellenőrizhetik, hogy valódi-e és érvényes-e még.',
  criteria: {
    halfDays: 'Részvétel a félnapok legalább {{share}} részén.',
    minutes: 'Részvétel az idő legalább {{share}} részén.',
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Tallenna Open Badge -merkkinä (JSON)',
  title: 'Sama digitaalisena osaamismerkkinä',
  text: 'Open Badges 3.0:n mukainen allekirjoitettu tiedosto lompakkoon tai portfolioon. Siinä on tässä näkyvät tiedot, myös nimi tai nimikirjaimet, ja ohjelmat voivat tarkistaa, että se on aito ja yhä voimassa.',
  criteria: {
    halfDays: 'Läsnä vähintään tämän osuuden jaksoista: {{share}}.',
    minutes: 'Läsnä vähintään tämän osuuden ajasta: {{share}}.',
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Salva come Open Badge (JSON)',
  title: 'Lo stesso come badge digitale',
  text: 'Un file firmato secondo Open Badges 3.0 per un portafoglio digitale o un portfolio. Contiene ciò che è riportato qui, compresi il nome o le iniziali, e i programmi possono verificare che è autentico e ancora valido.',
  criteria: {
    halfDays: 'Frequenza minima delle mezze giornate: {{share}}.',
    minutes: 'Frequenza minima del tempo previsto: {{share}}.',
  },
} satisfies Shape<typeof source>;

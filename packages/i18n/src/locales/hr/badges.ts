import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Spremi kao Open Badge (JSON)',
  title: 'Isto kao digitalna značka',
  text: 'Potpisana datoteka prema standardu Open Badges 3.0 za digitalni novčanik ili portfelj. Sadržava ono što piše ovdje, uključujući ime ili inicijale, a programi mogu provjeriti je li izvorna i vrijedi li još.',
  criteria: {
    halfDays: 'Prisutnost na najmanje {{share}} poludnevnih termina.',
    minutes: 'Prisutnost tijekom najmanje {{share}} vremena.',
  },
} satisfies Shape<typeof source>;

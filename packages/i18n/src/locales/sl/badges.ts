import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Shranite kot Open Badge (JSON)',
  title: 'Isto kot digitalna značka',
  text: 'Podpisana datoteka po Open Badges 3.0 za digitalno denarnico ali mapo dosežkov. Vsebuje, kar piše tukaj, tudi ime ali začetnice; programi lahko preverijo, ali je pristna in še velja.',
  criteria: {
    halfDays: 'Udeležba na najmanj {{share}} poldnevov.',
    minutes: 'Udeležba na najmanj {{share}} časa.',
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Spremi',
  cancel: 'Odustani',
  back: 'Natrag',
  close: 'Zatvori',
  search: 'Traži',
  filter: 'Filtriraj',
  allFilters: 'Svi filtri',
  clearFilters: 'Ukloni filtre',
  all: 'Sve',
  yes: 'Da',
  no: 'Ne',
  none: 'Ništa',
  optional: 'nije obvezno',
  required: 'obvezno',
  actions: 'Radnje',
  more: 'Više',
  undo: 'Poništi',
  download: 'Preuzmi',
  print: 'Ispiši',
  total: 'Ukupno',
  text: {
    inLanguage: 'Jezik teksta: {{language}}. Još nije na vašem jeziku',
    byMachine: 'Strojno prevedeno, još nije provjereno',
  },
  pagination: {
    label: 'Stranice',
    previous: 'Prethodna stranica',
    next: 'Sljedeća stranica',
    status: 'Stranica {{page}} od {{pages}}',
  },
  results_one: '{{count}} rezultat',
  results_few: '{{count}} rezultata',
  results_other: '{{count}} rezultata',
} satisfies Shape<typeof source>;

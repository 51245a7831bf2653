import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Shrani',
  cancel: 'Prekliči',
  back: 'Nazaj',
  close: 'Zapri',
  search: 'Išči',
  filter: 'Filtriraj',
  clearFilters: 'Počisti filtre',
  all: 'Vse',
  yes: 'Da',
  no: 'Ne',
  none: 'Brez',
  optional: 'neobvezno',
  required: 'obvezno',
  actions: 'Dejanja',
  more: 'Več',
  undo: 'Razveljavi',
  download: 'Prenesi',
  print: 'Natisni',
  total: 'Skupaj',
  text: {
    inLanguage: 'Jezik: {{language}}, v vašem jeziku še ni na voljo',
    byMachine: 'Strojno prevedeno, še nepreverjeno',
  },
  pagination: {
    label: 'Strani',
    previous: 'Prejšnja stran',
    next: 'Naslednja stran',
    status: 'Stran {{page}} od {{pages}}',
  },
  results_one: '{{count}} zadetek',
  results_two: '{{count}} zadetka',
  results_few: '{{count}} zadetki',
  results_other: '{{count}} zadetkov',
} satisfies Shape<typeof source>;

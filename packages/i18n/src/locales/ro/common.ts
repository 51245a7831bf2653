import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Salvați',
  cancel: 'Renunțați',
  back: 'Înapoi',
  close: 'Închideți',
  search: 'Căutare',
  filter: 'Filtrare',
  allFilters: 'Toate filtrele',
  clearFilters: 'Ștergeți filtrele',
  all: 'Toate',
  yes: 'Da',
  no: 'Nu',
  none: 'Niciunul',
  optional: 'opțional',
  required: 'obligatoriu',
  actions: 'Acțiuni',
  more: 'Mai mult',
  undo: 'Anulați',
  download: 'Descărcare',
  print: 'Tipărire',
  total: 'Total',
  text: {
    inLanguage: 'Limba: {{language}}, încă nu în limba dumneavoastră',
    byMachine: 'Tradus automat, încă neverificat',
  },
  pagination: {
    label: 'Pagini',
    previous: 'Pagina anterioară',
    next: 'Pagina următoare',
    status: 'Pagina {{page}} din {{pages}}',
  },
  results_one: '{{count}} rezultat',
  results_few: '{{count}} rezultate',
  results_other: '{{count}} de rezultate',
} satisfies Shape<typeof source>;

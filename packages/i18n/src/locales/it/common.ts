import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Salva',
  cancel: 'Annulla',
  back: 'Indietro',
  close: 'Chiudi',
  search: 'Cerca',
  filter: 'Filtra',
  allFilters: 'Tutti i filtri',
  clearFilters: 'Azzera i filtri',
  all: 'Tutti',
  yes: 'Sì',
  no: 'No',
  none: 'Nessuno',
  optional: 'facoltativo',
  required: 'obbligatorio',
  actions: 'Azioni',
  more: 'Altro',
  undo: 'Annulla operazione',
  download: 'Scarica',
  print: 'Stampa',
  total: 'Totale',
  text: {
    inLanguage: 'In {{language}}, non ancora nella Sua lingua',
    byMachine: 'Traduzione automatica, non ancora rivista',
  },
  pagination: {
    label: 'Pagine',
    previous: 'Pagina precedente',
    next: 'Pagina successiva',
    status: 'Pagina {{page}} di {{pages}}',
  },
  results_one: '{{count}} risultato',
  results_many: '{{count}} di risultati',
  results_other: '{{count}} risultati',
} satisfies Shape<typeof source>;

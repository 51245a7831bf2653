import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Zapisz',
  cancel: 'Anuluj',
  back: 'Wstecz',
  close: 'Zamknij',
  search: 'Szukaj',
  filter: 'Filtruj',
  clearFilters: 'Wyczyść filtry',
  all: 'Wszystkie',
  yes: 'Tak',
  no: 'Nie',
  none: 'Brak',
  optional: 'nieobowiązkowe',
  required: 'wymagane',
  actions: 'Czynności',
  more: 'Więcej',
  undo: 'Cofnij',
  download: 'Pobierz',
  print: 'Drukuj',
  total: 'Razem',
  text: {
    inLanguage: 'Język tekstu: {{language}}. Nie ma jeszcze tłumaczenia na wybrany język',
    byMachine: 'Tłumaczenie maszynowe, jeszcze niesprawdzone',
  },
  pagination: {
    label: 'Strony',
    previous: 'Poprzednia strona',
    next: 'Następna strona',
    status: 'Strona {{page}} z {{pages}}',
  },
  results_one: '{{count}} wynik',
  results_few: '{{count}} wyniki',
  results_many: '{{count}} wyników',
  results_other: '{{count}} wyniku',
} satisfies Shape<typeof source>;

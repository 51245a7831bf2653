import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Speichern',
  cancel: 'Abbrechen',
  back: 'Zurück',
  close: 'Schließen',
  search: 'Suchen',
  filter: 'Filtern',
  allFilters: 'Alle Filter',
  clearFilters: 'Filter löschen',
  all: 'Alle',
  yes: 'Ja',
  no: 'Nein',
  none: 'Keine',
  optional: 'freiwillig',
  required: 'Pflichtfeld',
  actions: 'Aktionen',
  more: 'Mehr',
  undo: 'Rückgängig',
  download: 'Herunterladen',
  print: 'Drucken',
  total: 'Gesamt',
  text: {
    inLanguage: 'Auf {{language}}, noch nicht in Ihrer Sprache',
    byMachine: 'Maschinell übersetzt, noch nicht geprüft',
  },
  pagination: {
    label: 'Seiten',
    previous: 'Vorherige Seite',
    next: 'Nächste Seite',
    status: 'Seite {{page}} von {{pages}}',
  },
  results_one: '{{count}} Ergebnis',
  results_other: '{{count}} Ergebnisse',
} satisfies Shape<typeof source>;

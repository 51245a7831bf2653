import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Mentés',
  cancel: 'Mégse',
  back: 'Vissza',
  close: 'Bezárás',
  search: 'Keresés',
  filter: 'Szűrés',
  allFilters: 'Minden szűrő',
  clearFilters: 'Szűrők törlése',
  all: 'Összes',
  yes: 'Igen',
  no: 'Nem',
  none: 'Nincs',
  optional: 'nem kötelező',
  required: 'kötelező',
  actions: 'Műveletek',
  more: 'Továbbiak',
  undo: 'Visszavonás',
  download: 'Letöltés',
  print: 'Nyomtatás',
  total: 'Összesen',
  text: {
    inLanguage: 'Nyelv: {{language}}, az Ön nyelvén még nem érhető el',
    byMachine: 'Gépi fordítás, még nem ellenőrizték',
  },
  pagination: {
    label: 'Oldalak',
    previous: 'Előző oldal',
    next: 'Következő oldal',
    status: 'Oldal: {{page}} / {{pages}}',
  },
  results_one: '{{count}} találat',
  results_other: '{{count}} találat',
} satisfies Shape<typeof source>;

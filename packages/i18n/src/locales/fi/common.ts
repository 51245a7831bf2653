import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Tallenna',
  cancel: 'Peruuta',
  back: 'Takaisin',
  close: 'Sulje',
  search: 'Hae',
  filter: 'Suodata',
  allFilters: 'Kaikki suodattimet',
  clearFilters: 'Tyhjennä suodattimet',
  all: 'Kaikki',
  yes: 'Kyllä',
  no: 'Ei',
  none: 'Ei mitään',
  optional: 'valinnainen',
  required: 'pakollinen',
  actions: 'Toiminnot',
  more: 'Lisää',
  undo: 'Kumoa',
  download: 'Lataa',
  print: 'Tulosta',
  total: 'Yhteensä',
  text: {
    inLanguage: 'Kieli: {{language}}, ei vielä omalla kielellänne',
    byMachine: 'Konekäännös, ei vielä tarkistettu',
  },
  pagination: {
    label: 'Sivut',
    previous: 'Edellinen sivu',
    next: 'Seuraava sivu',
    status: 'Sivu {{page}}/{{pages}}',
  },
  results_one: '{{count}} tulos',
  results_other: '{{count}} tulosta',
} satisfies Shape<typeof source>;

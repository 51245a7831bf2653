import type { SeedInstitution } from './institution.ts';

const common = {
  kind: 'ngo',
  locality: 'Berlin',
  county: 'Berlin',
  country: 'DE',
  languages: ['de', 'en'],
  origins: ['de'],
} satisfies Partial<SeedInstitution>;

/** Both project partners. The addresses of local offers are service entries and no members. */
export const somsInstitutions: SeedInstitution[] = [
  {
    ...common,
    key: 'minor',
    texts: {
      de: 'Minor – Projektkontor für Bildung und Forschung',
      en: 'Minor – Projektkontor für Bildung und Forschung',
    },
    memberships: [{ network: 'soms', role: 'lead' }],
  },
  {
    ...common,
    key: 'bagw',
    texts: { de: 'BAG Wohnungslosenhilfe e. V.', en: 'BAG Wohnungslosenhilfe e. V.' },
    memberships: [{ network: 'soms', role: 'partner' }],
  },
];

import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Osebe',
  lead: 'Vsi, ki jih mreža doseže z dogodki in ustanovami. Kdor se je udeležil več dogodkov, šteje enkrat.',
  total: 'Vse osebe skupaj',
  by: 'Po kategorijah in okrožjih',
  category: 'Kategorija',
  none: 'Ni navedeno',
  noCounty: 'Brez okrožja',
  all: 'Skupaj',
  veil: 'Števila pod pet niso prikazana, prav tako ne tista, iz katerih bi jih bilo mogoče izračunati.',
  who: {
    title: 'Kdo so',
    lead: 'Ob nobenem imenu ni kategorije. Osebe, katerih ime je bilo odstranjeno, ostanejo v številkah.',
    person: 'Oseba',
    institution: 'Ustanova',
    events: 'Dogodki',
  },
  empty: {
    title: 'Še nikogar',
    text: 'Osebe se tu pojavijo, ko dobijo mesto na dogodku ali ko jih uvozite iz datoteke.',
    import: 'Uvozi osebe',
  },
  few: 'manj kot 5',
  hidden: 'ni prikazano',
  categories: {
    public_institution: 'Javne ustanove',
    ngo: 'Nevladne organizacije',
    private_sector: 'Zasebni sektor',
    local_group: 'Lokalne skupine',
    in_contact: 'Ljudje v ranljivem položaju ali v stiku z njimi',
    volunteer: 'Prostovoljci',
  },
} satisfies Shape<typeof source>;

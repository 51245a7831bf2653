import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Persoane',
  lead: 'Toate persoanele la care ajunge rețeaua prin evenimente și instituții. Cine a participat la mai multe evenimente se numără o singură dată.',
  total: 'Total persoane',
  by: 'Pe categorii și județe',
  category: 'Categorie',
  none: 'Nespecificat',
  noCounty: 'Fără județ',
  all: 'Total',
  veil: 'Cifrele sub cinci nu sunt afișate și nici cele din care acestea ar putea fi deduse.',
  who: {
    title: 'Cine sunt',
    lead: 'Lângă niciun nume nu apare o categorie. Persoanele al căror nume a fost eliminat rămân în cifre.',
    person: 'Persoana',
    institution: 'Instituția',
    events: 'Evenimente',
  },
  empty: {
    title: 'Nimeni deocamdată',
    text: 'Persoanele apar aici când au un loc la un eveniment sau când sunt importate dintr-un fișier.',
    import: 'Importați persoane',
  },
  few: 'sub 5',
  hidden: 'nu se afișează',
  categories: {
    public_institution: 'Instituții publice',
    ngo: 'Organizații neguvernamentale',
    private_sector: 'Sectorul privat',
    local_group: 'Grupuri locale',
    in_contact: 'Persoane în situații vulnerabile sau în contact cu acestea',
    volunteer: 'Voluntari',
  },
} satisfies Shape<typeof source>;

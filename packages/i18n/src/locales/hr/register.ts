import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Osobe',
  lead: 'Svi koje mreža obuhvaća svojim događanjima i ustanovama. Tko je bio na više događanja, broji se jednom.',
  total: 'Ukupno osoba',
  by: 'Po kategoriji i županiji',
  category: 'Kategorija',
  none: 'Nije navedeno',
  noCounty: 'Bez županije',
  all: 'Sve',
  veil: 'Brojke manje od pet ne prikazuju se, kao ni one koje bi ih otkrile.',
  who: {
    title: 'Tko su',
    lead: 'Uz imena se ne navodi kategorija. Osobe čije je ime uklonjeno ostaju u brojkama.',
    person: 'Osoba',
    institution: 'Ustanova',
    events: 'Događanja',
  },
  empty: {
    title: 'Još nema nikoga',
    text: 'Osobe se prikazuju ovdje kad imaju mjesto na događanju ili se uvezu iz datoteke.',
    import: 'Uvezi osobe',
  },
  few: 'manje od 5',
  hidden: 'ne prikazuje se',
  categories: {
    public_institution: 'Javne ustanove',
    ngo: 'Nevladine organizacije',
    private_sector: 'Privatni sektor',
    local_group: 'Lokalne skupine',
    in_contact: 'Osobe u ranjivom položaju ili u kontaktu s njima',
    volunteer: 'Volonteri/-ke',
  },
} satisfies Shape<typeof source>;

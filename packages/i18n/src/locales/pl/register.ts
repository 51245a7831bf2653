import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Osoby',
  lead: 'Wszyscy, do których sieć dociera przez wydarzenia i instytucje. Kto był na kilku wydarzeniach, liczy się raz.',
  total: 'Osoby razem',
  by: 'Według kategorii i powiatu',
  category: 'Kategoria',
  none: 'Nie podano',
  noCounty: 'Bez powiatu',
  all: 'Wszystkie',
  veil: 'Liczb poniżej pięciu nie pokazujemy, ani takich, z których można by je wyliczyć.',
  who: {
    title: 'Kim są',
    lead: 'Przy nazwisku nie ma kategorii. Osoby z usuniętym nazwiskiem pozostają w liczbach.',
    person: 'Osoba',
    institution: 'Instytucja',
    events: 'Wydarzenia',
  },
  empty: {
    title: 'Nie ma jeszcze nikogo',
    text: 'Osoby pojawiają się tutaj, gdy mają miejsce na wydarzeniu albo zostaną dodane z pliku.',
    import: 'Importuj osoby',
  },
  few: 'poniżej 5',
  hidden: 'nie pokazano',
  categories: {
    public_institution: 'Instytucje publiczne',
    ngo: 'Organizacje pozarządowe',
    private_sector: 'Sektor prywatny',
    local_group: 'Grupy lokalne',
    in_contact: 'Osoby w trudnej sytuacji lub mające z nimi kontakt',
    volunteer: 'Wolontariusze i wolontariuszki',
  },
} satisfies Shape<typeof source>;

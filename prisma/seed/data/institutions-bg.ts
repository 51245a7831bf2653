import type { SeedInstitution } from './institution.ts';
import { slug } from './names.ts';

const places: Record<string, [bg: string, county: 'Haskovo' | 'Stara Zagora']> = {
  Haskovo: ['Хасково', 'Haskovo'],
  Harmanli: ['Харманли', 'Haskovo'],
  Svilengrad: ['Свиленград', 'Haskovo'],
  Dimitrovgrad: ['Димитровград', 'Haskovo'],
  Galabovo: ['Гълъбово', 'Stara Zagora'],
  'Stara Zagora': ['Стара Загора', 'Stara Zagora'],
  'Nova Zagora': ['Нова Загора', 'Stara Zagora'],
};

const groups: { kind: SeedInstitution['kind']; key: string; bg: string; en: string; places: string[] }[] = [
  {
    kind: 'municipality',
    key: 'municipality',
    bg: 'Община',
    en: 'Municipality',
    places: ['Harmanli', 'Svilengrad', 'Dimitrovgrad', 'Galabovo', 'Stara Zagora', 'Nova Zagora'],
  },
  {
    kind: 'regional_authority',
    key: 'region',
    bg: 'Областна администрация',
    en: 'Regional administration',
    places: ['Haskovo', 'Stara Zagora'],
  },
  {
    kind: 'reception_centre',
    key: 'reception',
    bg: 'Приемателен център',
    en: 'Reception centre',
    places: ['Harmanli'],
  },
  {
    kind: 'police',
    key: 'police',
    bg: 'Полицейско управление',
    en: 'Police department',
    places: ['Haskovo', 'Harmanli', 'Svilengrad', 'Stara Zagora', 'Galabovo'],
  },
  {
    kind: 'emergency_services',
    key: 'emergency',
    bg: 'Център за спешна помощ',
    en: 'Emergency centre',
    places: ['Haskovo', 'Stara Zagora'],
  },
  {
    kind: 'hospital_health',
    key: 'hospital',
    bg: 'Болница',
    en: 'Hospital',
    places: ['Harmanli', 'Stara Zagora'],
  },
  {
    kind: 'social_services',
    key: 'social',
    bg: 'Социални услуги',
    en: 'Social services',
    places: ['Haskovo', 'Harmanli', 'Stara Zagora'],
  },
  {
    kind: 'child_protection',
    key: 'child-protection',
    bg: 'Закрила на детето',
    en: 'Child protection',
    places: ['Haskovo'],
  },
  {
    kind: 'school_education',
    key: 'school',
    bg: 'Училище',
    en: 'School',
    places: ['Harmanli', 'Dimitrovgrad', 'Stara Zagora'],
  },
  { kind: 'employment_office', key: 'labour', bg: 'Бюро по труда', en: 'Labour office', places: ['Haskovo'] },
  { kind: 'media', key: 'media', bg: 'Медия', en: 'Media', places: ['Haskovo', 'Stara Zagora'] },
  {
    kind: 'ngo',
    key: 'ngo',
    bg: 'НПО',
    en: 'NGO',
    places: ['Haskovo', 'Harmanli', 'Svilengrad', 'Stara Zagora'],
  },
];

const counties = { Haskovo: 'Хасково / Haskovo', 'Stara Zagora': 'Стара Загора / Stara Zagora' };

const lead: SeedInstitution = {
  key: 'lead-ngo',
  kind: 'ngo',
  locality: 'Хасково / Haskovo',
  county: counties.Haskovo,
  country: 'BG',
  languages: ['bg', 'en'],
  texts: { bg: 'Водеща НПО (демо)', en: 'Lead NGO (demo)' },
  memberships: [{ network: 'bg-model', role: 'lead' }],
  origins: ['bg'],
};

/** The lead, and 32 others. */
export const bgInstitutions: SeedInstitution[] = [
  lead,
  ...groups.flatMap(({ kind, key, bg, en, places: towns }) =>
    towns.map((town): SeedInstitution => {
      const [name, county] = places[town] ?? [town, 'Haskovo'];
      return {
        key: `${key}-${slug(town)}`,
        kind,
        locality: `${name} / ${town}`,
        county: counties[county],
        country: 'BG',
        languages: ['bg'],
        texts: { bg: `${bg} ${name} (демо)`, en: `${en} ${town} (demo)` },
        memberships: [{ network: 'bg-model', role: 'member' }],
        origins: ['bg'],
      };
    }),
  ),
];

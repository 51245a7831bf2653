import type { SeedInstitution } from './institution.ts';
import { type Origin, slug } from './names.ts';

type Region = {
  network: string;
  country: string;
  county: string;
  language: string;
  origin: Origin;
  /** Nine places, one for each generated institution. */
  places: string[];
  types: Record<(typeof generated)[number]['type'], string>;
};

// Two public authorities, two employers, two education providers, a religious organisation, two NGOs.
const generated = [
  { type: 'social', kind: 'social_services', en: 'Social services' },
  { type: 'employment', kind: 'employment_office', en: 'Employment office' },
  { type: 'firm', kind: 'employer_private', en: 'Employer' },
  { type: 'firm', kind: 'employer_private', en: 'Employer' },
  { type: 'school', kind: 'school_education', en: 'Education centre' },
  { type: 'school', kind: 'school_education', en: 'Education centre' },
  { type: 'parish', kind: 'religious_org', en: 'Parish' },
  { type: 'ngo', kind: 'ngo', en: 'Association' },
  { type: 'ngo', kind: 'ngo', en: 'Association' },
] as const;

const regions: Region[] = [
  {
    network: 'inv-fi',
    country: 'FI',
    county: 'Etelä-Pohjanmaa',
    language: 'fi',
    origin: 'fi',
    places: [
      'Seinäjoki',
      'Kurikka',
      'Lapua',
      'Kauhajoki',
      'Ilmajoki',
      'Alavus',
      'Seinäjoki',
      'Kauhava',
      'Ähtäri',
    ],
    types: {
      social: 'Sosiaalipalvelut',
      employment: 'Työllisyyspalvelut',
      firm: 'Työnantaja',
      school: 'Oppilaitos',
      parish: 'Seurakunta',
      ngo: 'Yhdistys',
    },
  },
  {
    network: 'inv-pt',
    country: 'PT',
    county: 'Castelo Branco',
    language: 'pt',
    origin: 'pt',
    places: [
      'Fundão',
      'Covilhã',
      'Alpedrinha',
      'Silvares',
      'Fundão',
      'Valverde',
      'Alcaria',
      'Soalheira',
      'Capinha',
    ],
    types: {
      social: 'Serviços sociais',
      employment: 'Centro de emprego',
      firm: 'Empresa',
      school: 'Centro de formação',
      parish: 'Paróquia',
      ngo: 'Associação',
    },
  },
  {
    network: 'inv-pl',
    country: 'PL',
    county: 'Mazowieckie',
    language: 'pl',
    origin: 'pl',
    places: ['Płock', 'Sierpc', 'Płock', 'Gąbin', 'Płock', 'Wyszogród', 'Radziwie', 'Drobin', 'Podolszyce'],
    types: {
      social: 'Pomoc społeczna',
      employment: 'Urząd pracy',
      firm: 'Pracodawca',
      school: 'Ośrodek edukacyjny',
      parish: 'Parafia',
      ngo: 'Stowarzyszenie',
    },
  },
  {
    network: 'inv-si',
    country: 'SI',
    county: 'Zasavje',
    language: 'sl',
    origin: 'sl',
    places: [
      'Litija',
      'Šmartno pri Litiji',
      'Litija',
      'Kresnice',
      'Gabrovka',
      'Vače',
      'Litija',
      'Jevnica',
      'Sava',
    ],
    types: {
      social: 'Socialne storitve',
      employment: 'Urad za delo',
      firm: 'Delodajalec',
      school: 'Izobraževalni zavod',
      parish: 'Župnija',
      ngo: 'Društvo',
    },
  },
  {
    network: 'inv-ie',
    country: 'IE',
    county: 'Louth',
    language: 'en',
    origin: 'ie',
    places: [
      'Dundalk',
      'Drogheda',
      'Ardee',
      'Dunleer',
      'Drogheda',
      'Dundalk',
      'Carlingford',
      'Blackrock',
      'Termonfeckin',
    ],
    types: {
      social: 'Social services',
      employment: 'Employment office',
      firm: 'Employer',
      school: 'Education centre',
      parish: 'Parish',
      ngo: 'Association',
    },
  },
];

type Named = {
  key: string;
  kind: SeedInstitution['kind'];
  network: string;
  role: 'lead' | 'partner' | 'associated_policy_authority';
  locality: string;
  texts: Record<string, string>;
};

const named: Named[] = [
  {
    key: 'council-fi',
    kind: 'regional_authority',
    network: 'inv-fi',
    role: 'lead',
    locality: 'Seinäjoki',
    texts: { en: 'Regional Council of South Ostrobothnia', fi: 'Etelä-Pohjanmaan liitto' },
  },
  {
    key: 'fundao',
    kind: 'municipality',
    network: 'inv-pt',
    role: 'partner',
    locality: 'Fundão',
    texts: { en: 'Municipality of Fundão', pt: 'Município do Fundão' },
  },
  {
    key: 'ccdr-centro',
    kind: 'state_agency',
    network: 'inv-pt',
    role: 'associated_policy_authority',
    locality: 'Coimbra',
    texts: {
      en: 'Centro Regional Coordination and Development Commission',
      pt: 'Comissão de Coordenação e Desenvolvimento Regional do Centro',
    },
  },
  {
    key: 'plock',
    kind: 'municipality',
    network: 'inv-pl',
    role: 'partner',
    locality: 'Płock',
    texts: { en: 'City of Płock', pl: 'Miasto Płock' },
  },
  {
    key: 'litija',
    kind: 'municipality',
    network: 'inv-si',
    role: 'partner',
    locality: 'Litija',
    texts: { en: 'Municipality of Litija', sl: 'Občina Litija' },
  },
  {
    key: 'geoss',
    kind: 'school_education',
    network: 'inv-si',
    role: 'partner',
    locality: 'Litija',
    texts: { en: 'Education Centre Geoss', sl: 'Izobraževalni center Geoss' },
  },
  {
    key: 'louth',
    kind: 'county_authority',
    network: 'inv-ie',
    role: 'partner',
    locality: 'Dundalk',
    texts: { en: 'Louth County Council' },
  },
];

/** In its own region the first partner leads. */
const leadsAtHome = ['council-fi', 'fundao', 'plock', 'litija', 'louth'];

export const involvimInstitutions: SeedInstitution[] = regions.flatMap((region) => {
  const { network, country, county, language, origin } = region;
  const common = { country, languages: [...new Set([language, 'en'])], origins: [origin] };
  const partners = named
    .filter((institution) => institution.network === network)
    .map(
      ({ key, kind, role, locality, texts }): SeedInstitution => ({
        ...common,
        key,
        kind,
        locality,
        county: key === 'ccdr-centro' ? 'Coimbra' : county,
        texts,
        memberships: [
          { network: 'involvim', role },
          { network, role: leadsAtHome.includes(key) ? 'lead' : role },
        ],
      }),
    );
  const members = generated.map(({ type, kind, en }, index): SeedInstitution => {
    const place = region.places[index] ?? county;
    return {
      ...common,
      kind,
      locality: place,
      county,
      key: `${language === 'en' ? 'ie' : language}-${type}-${slug(place)}`,
      texts: {
        en: `${en} ${place} (demo)`,
        ...(language === 'en' ? {} : { [language]: `${region.types[type]} ${place} (demo)` }),
      },
      memberships: [
        { network: 'involvim', role: 'member' },
        { network, role: 'member' },
      ],
    };
  });
  return [...partners, ...members];
});

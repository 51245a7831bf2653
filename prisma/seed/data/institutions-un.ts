import type { SeedInstitution } from './institution.ts';
import { type Origin, slug } from './names.ts';

type County = 'MS' | 'HR' | 'CV';

const counties: Record<County, { ro: string; hu: string; networks: [string, string]; origins: Origin[] }> = {
  MS: { ro: 'Mureș', hu: 'Maros', networks: ['un-ms-1', 'un-ms-2'], origins: ['ro', 'hu'] },
  HR: { ro: 'Harghita', hu: 'Hargita', networks: ['un-hr-1', 'un-hr-2'], origins: ['hu'] },
  CV: { ro: 'Covasna', hu: 'Kovászna', networks: ['un-cv-1', 'un-cv-2'], origins: ['hu', 'hu', 'ro'] },
};

export type Municipality = { ro: string; hu: string; network: string; track: 'A' | 'B' };

/** Track A learns and sees good practice (participation is invented); track B runs a community process. */
export const municipalities: Municipality[] = [
  { ro: 'Band', hu: 'Mezőbánd', network: 'un-ms-1', track: 'A' },
  { ro: 'Ernei', hu: 'Nagyernye', network: 'un-ms-1', track: 'A' },
  { ro: 'Bahnea', hu: 'Bonyha', network: 'un-ms-2', track: 'A' },
  { ro: 'Gănești', hu: 'Vámosgálfalva', network: 'un-ms-2', track: 'A' },
  { ro: 'Deda', hu: 'Déda', network: 'un-ms-2', track: 'A' },
  { ro: 'Corund', hu: 'Korond', network: 'un-hr-1', track: 'A' },
  { ro: 'Dealu', hu: 'Oroszhegy', network: 'un-hr-1', track: 'A' },
  { ro: 'Zetea', hu: 'Zetelaka', network: 'un-hr-1', track: 'A' },
  { ro: 'Sânmartin', hu: 'Csíkszentmárton', network: 'un-hr-2', track: 'A' },
  { ro: 'Remetea', hu: 'Gyergyóremete', network: 'un-hr-2', track: 'A' },
  { ro: 'Zăbala', hu: 'Zabola', network: 'un-cv-1', track: 'A' },
  { ro: 'Ghelința', hu: 'Gelence', network: 'un-cv-1', track: 'A' },
  { ro: 'Bățani', hu: 'Nagybacon', network: 'un-cv-2', track: 'A' },
  { ro: 'Vâlcele', hu: 'Előpatak', network: 'un-cv-2', track: 'A' },
  { ro: 'Dobârlău', hu: 'Dobolló', network: 'un-cv-2', track: 'A' },
  { ro: 'Pănet', hu: 'Mezőpanit', network: 'un-ms-1', track: 'B' },
  { ro: 'Șimonești', hu: 'Siménfalva', network: 'un-hr-1', track: 'B' },
  { ro: 'Ojdula', hu: 'Ozsdola', network: 'un-cv-1', track: 'B' },
];

/** Mureș, Maros: both names are found. */
function bothNames({ ro, hu }: { ro: string; hu: string }): string {
  return `${ro} / ${hu}`;
}

function countyOf(network: string): County {
  return network.slice(3, 5).toUpperCase() as County;
}

const town: SeedInstitution[] = municipalities.map(({ ro, hu, network, track }) => ({
  key: slug(ro),
  kind: 'municipality',
  locality: bothNames({ ro, hu }),
  county: bothNames(counties[countyOf(network)]),
  country: 'RO',
  languages: ['ro', 'hu'],
  texts: { ro: `Comuna ${ro}`, hu: `${hu} község`, en: `Municipality of ${ro}` },
  memberships: [
    { network: 'un', role: 'member', track },
    { network, role: 'member', track },
  ],
  origins: counties[countyOf(network)].origins,
}));

const directorates: SeedInstitution[] = (['MS', 'HR', 'CV'] as const).map((county) => {
  const { ro, hu, networks, origins } = counties[county];
  const seat = {
    MS: ['Târgu Mureș', 'Marosvásárhely'],
    HR: ['Miercurea Ciuc', 'Csíkszereda'],
    CV: ['Sfântu Gheorghe', 'Sepsiszentgyörgy'],
  }[county];
  return {
    key: `dgaspc-${county.toLowerCase()}`,
    kind: 'child_protection',
    locality: seat.join(' / '),
    county: bothNames({ ro, hu }),
    country: 'RO',
    languages: ['ro', 'hu'],
    texts: {
      ro: `Direcția Generală de Asistență Socială și Protecția Copilului ${ro}`,
      hu: `${hu} Megyei Szociális és Gyermekvédelmi Vezérigazgatóság`,
      en: `General Directorate of Social Assistance and Child Protection ${ro}`,
    },
    memberships: [
      { network: 'un', role: 'partner' },
      ...networks.map((network) => ({ network, role: 'lead' as const })),
    ],
    origins,
  };
});

const promoterAndPartners: SeedInstitution[] = [
  {
    key: 'promoter',
    kind: 'ngo',
    locality: 'Alba Iulia',
    county: 'Alba',
    country: 'RO',
    languages: ['ro', 'hu', 'en'],
    texts: {
      ro: 'ONG promotor (demo)',
      hu: 'Projektgazda civil szervezet (demo)',
      en: 'Promoter NGO (demo)',
    },
    memberships: [{ network: 'un', role: 'lead' }],
    origins: ['ro', 'hu'],
  },
  {
    key: 'ubb',
    kind: 'university_research',
    locality: 'Cluj-Napoca / Kolozsvár',
    county: 'Cluj / Kolozs',
    country: 'RO',
    languages: ['ro', 'hu', 'en'],
    texts: {
      ro: 'Universitatea Babeș-Bolyai',
      hu: 'Babeș–Bolyai Tudományegyetem',
      en: 'Babeș-Bolyai University',
    },
    // One institution, two memberships: partner here, guest with a trainer in the Bulgarian network.
    memberships: [
      { network: 'un', role: 'partner' },
      { network: 'bg-model', role: 'service_provider', isGuest: true },
    ],
    origins: ['ro'],
  },
  ...directorates,
  {
    key: 'caritas-norway',
    kind: 'ngo',
    locality: 'Oslo',
    county: '',
    country: 'NO',
    languages: ['no', 'en'],
    texts: { ro: 'Caritas Norvegia', hu: 'Caritas Norvégia', en: 'Caritas Norway' },
    memberships: [{ network: 'un', role: 'partner' }],
    origins: ['no'],
  },
];

const otherKinds = [
  { key: 'school', kind: 'school_education', ro: 'Școală gimnazială', hu: 'általános iskola', en: 'School' },
  { key: 'ngo', kind: 'ngo', ro: 'ONG', hu: 'civil szervezet', en: 'NGO' },
  { key: 'parish', kind: 'religious_org', ro: 'Parohie', hu: 'egyházközség', en: 'Parish' },
  { key: 'firm', kind: 'employer_private', ro: 'Firmă', hu: 'cég', en: 'Firm' },
] as const;

/** One of each kind in each county network, spread over its municipalities. */
const others: SeedInstitution[] = Object.values(counties).flatMap(({ networks }) =>
  networks.flatMap((network) => {
    const places = municipalities.filter((municipality) => municipality.network === network);
    return otherKinds.flatMap(({ key, kind, ro, hu, en }, index): SeedInstitution[] => {
      const place = places[index % places.length];
      if (!place) return [];
      return [
        {
          key: `${key}-${slug(place.ro)}`,
          kind,
          locality: bothNames(place),
          county: bothNames(counties[countyOf(network)]),
          country: 'RO',
          languages: ['ro', 'hu'],
          texts: {
            ro: `${ro} ${place.ro} (demo)`,
            hu: `${place.hu} – ${hu} (demo)`,
            en: `${en} ${place.ro} (demo)`,
          },
          memberships: [
            { network: 'un', role: 'member' },
            { network, role: 'member' },
          ],
          origins: counties[countyOf(network)].origins,
        },
      ];
    });
  }),
);

export const unInstitutions: SeedInstitution[] = [...promoterAndPartners, ...town, ...others];

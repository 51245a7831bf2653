/** Where a generated person comes from; it decides the names, their order, and the interface language. */
export type Origin = 'ro' | 'hu' | 'bg' | 'de' | 'fi' | 'pt' | 'pl' | 'sl' | 'ie' | 'no' | 'hr' | 'it';

// Given and family names are frequent ones, put together by counting; the two lists of an origin have lengths without a
// common divisor, so that a pair comes back only after all others.
export const names: Record<Origin, { given: string[]; family: string[]; jobs: string[] }> = {
  ro: {
    given: [
      'Ioana',
      'Mihai',
      'Raluca',
      'Sorin',
      'Simona',
      'Dan',
      'Lavinia',
      'Radu',
      'Corina',
      'Ovidiu',
      'Daniela',
      'Florin',
      'Anca',
      'Cosmin',
      'Mirela',
      'Bogdan',
    ],
    family: [
      'Bucur',
      'Oltean',
      'Sucilă',
      'Lazăr',
      'Tătar',
      'Crișan',
      'Rus',
      'Fărcaș',
      'Morar',
      'Hațegan',
      'Bădilă',
      'Petrișor',
      'Sălăgean',
      'Marcea',
      'Cotoară',
    ],
    jobs: ['Asistent social', 'Consilier', 'Referent', 'Mediator școlar', 'Inspector'],
  },
  hu: {
    given: [
      'Réka',
      'Attila',
      'Emese',
      'Zsolt',
      'Kinga',
      'Levente',
      'Ibolya',
      'Barna',
      'Noémi',
      'Csaba',
      'Enikő',
      'Botond',
      'Hajnal',
      'Lehel',
      'Zsuzsa',
      'Árpád',
    ],
    family: [
      'Sebestyén',
      'Bartos',
      'Jakab',
      'Dénes',
      'Vajda',
      'Sípos',
      'Gergely',
      'Fazakas',
      'Portik',
      'Bálint',
      'Kóródi',
      'Simó',
      'Farkas',
      'Gáspár',
      'Benedek',
      'Lőrincz',
      'Vitályos',
    ],
    jobs: ['Szociális munkás', 'Tanácsadó', 'Előadó', 'Iskolai közvetítő', 'Felügyelő'],
  },
  bg: {
    given: [
      'Десислава',
      'Петър',
      'Милена',
      'Николай',
      'Радостина',
      'Стефан',
      'Галина',
      'Христо',
      'Теодора',
      'Калоян',
      'Албена',
      'Тодор',
      'Ивелина',
      'Веселин',
      'Зорница',
      'Пламен',
    ],
    family: [
      'Станева',
      'Минчев',
      'Атанасова',
      'Кръстев',
      'Делчева',
      'Паунов',
      'Русева',
      'Желев',
      'Бонева',
      'Танев',
      'Славова',
      'Лалев',
      'Недева',
      'Манолов',
      'Цанева',
    ],
    jobs: ['Социален работник', 'Експерт', 'Инспектор', 'Психолог', 'Учител'],
  },
  de: {
    given: [
      'Katrin',
      'Jens',
      'Heike',
      'Malte',
      'Sabine',
      'Torben',
      'Anja',
      'Henning',
      'Ulrike',
      'Carsten',
      'Birte',
    ],
    family: [
      'Lindner',
      'Brandes',
      'Harms',
      'Petersen',
      'Reuter',
      'Wiegand',
      'Thiele',
      'Kruse',
      'Ahrens',
      'Sommerfeld',
      'Behrens',
      'Ziemann',
    ],
    jobs: ['Beratung', 'Projektleitung', 'Sozialarbeit', 'Öffentlichkeitsarbeit', 'Koordination'],
  },
  fi: {
    given: ['Aino', 'Juha', 'Päivi', 'Mikko', 'Hanna', 'Timo', 'Riikka', 'Antti', 'Sanna', 'Petri', 'Outi'],
    family: [
      'Koskela',
      'Ylinen',
      'Mäkelä',
      'Hautala',
      'Rinne',
      'Kivistö',
      'Lammi',
      'Saarijoki',
      'Perälä',
      'Huhtala',
      'Takala',
      'Luoma',
    ],
    jobs: ['Koordinaattori', 'Ohjaaja', 'Suunnittelija', 'Opettaja', 'Palveluneuvoja'],
  },
  pt: {
    given: [
      'Inês',
      'Rui',
      'Marta',
      'Tiago',
      'Sofia',
      'Nuno',
      'Beatriz',
      'Paulo',
      'Leonor',
      'Vasco',
      'Teresa',
    ],
    family: [
      'Antunes',
      'Carrilho',
      'Proença',
      'Leitão',
      'Fonseca',
      'Batista',
      'Gaspar',
      'Nogueira',
      'Barata',
      'Sequeira',
      'Roque',
      'Duarte',
    ],
    jobs: ['Técnica social', 'Mediador', 'Formadora', 'Coordenação', 'Recursos humanos'],
  },
  pl: {
    given: [
      'Agnieszka',
      'Marek',
      'Joanna',
      'Tomasz',
      'Ewa',
      'Paweł',
      'Monika',
      'Grzegorz',
      'Iwona',
      'Rafał',
      'Dorota',
    ],
    family: [
      'Borkowska',
      'Zieliński',
      'Sadowska',
      'Czarnecki',
      'Lipińska',
      'Kubiak',
      'Rutkowska',
      'Walczak',
      'Michalak',
      'Urban',
      'Sikora',
      'Wróbel',
    ],
    jobs: ['Koordynator', 'Pracownik socjalny', 'Doradca', 'Nauczyciel', 'Specjalista'],
  },
  sl: {
    given: ['Maja', 'Andrej', 'Petra', 'Gregor', 'Nina', 'Rok', 'Barbara', 'Matej', 'Tjaša', 'Blaž', 'Urška'],
    family: [
      'Zupan',
      'Hribar',
      'Kolenc',
      'Vidic',
      'Rozman',
      'Bregar',
      'Koprivec',
      'Godec',
      'Jerman',
      'Kos',
      'Lavrič',
      'Pirc',
    ],
    jobs: ['Koordinatorka', 'Svetovalec', 'Učiteljica', 'Strokovni sodelavec', 'Vodja programa'],
  },
  ie: {
    given: [
      'Aoife',
      'Declan',
      'Niamh',
      'Cormac',
      'Sinead',
      'Eoin',
      'Grainne',
      'Fergal',
      'Orla',
      'Ronan',
      'Maeve',
    ],
    family: [
      'Brennan',
      'Duffy',
      'Callan',
      'Mathews',
      'Reilly',
      'Carroll',
      'Finnegan',
      'Tierney',
      'Hanratty',
      'Lennon',
      'Woods',
      'Geraghty',
    ],
    jobs: ['Coordinator', 'Community worker', 'Adviser', 'Teacher', 'Programme officer'],
  },
  hr: {
    given: ['Ivana', 'Hrvoje', 'Marija'],
    family: ['Barišić', 'Tomljanović', 'Grgić', 'Matošević'],
    jobs: ['Savjetnica'],
  },
  it: {
    given: ['Giulia', 'Davide', 'Elisa'],
    family: ['Ferrante', 'Colonna', 'Bassi', 'Melis'],
    jobs: ['Consulente'],
  },
  no: {
    given: ['Ingrid', 'Lars', 'Silje'],
    family: ['Haugen', 'Solberg', 'Lunde', 'Moen'],
    jobs: ['Rådgiver'],
  },
};

export type Generated = {
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  jobTitle: string;
  origin: Origin;
};

/** Deals out people of each origin, always the same ones in the same order. */
export function nameDealer(): (origin: Origin) => Generated {
  const dealt = new Map<Origin, number>();
  return (origin) => {
    const { given, family, jobs } = names[origin];
    const index = dealt.get(origin) ?? 0;
    dealt.set(origin, index + 1);
    const givenName = given[index % given.length] ?? '';
    return {
      givenName,
      familyName:
        origin === 'bg'
          ? bulgarian(givenName, family[index % family.length] ?? '')
          : polish(origin, givenName, family[index % family.length] ?? ''),
      nameOrder: origin === 'hu' ? 'family_first' : 'given_first',
      jobTitle: jobs[index % jobs.length] ?? '',
      origin,
    };
  };
}

/** Bulgarian family names follow the person: Минчев, Минчева. */
function bulgarian(givenName: string, familyName: string): string {
  const stem = familyName.replace(/а$/, '');
  return /а$/.test(givenName) ? `${stem}а` : stem;
}

/** So do Polish ones on -ski and -cki: Zieliński, Zielińska. */
function polish(origin: Origin, givenName: string, familyName: string): string {
  if (origin !== 'pl') return familyName;
  return /a$/.test(givenName)
    ? familyName.replace(/(s|c)ki$/, '$1ka')
    : familyName.replace(/(s|c)ka$/, '$1ki');
}

/** Letters and dashes of ASCII, for addresses: `Mezőbánd` is `mezoband`. */
export function slug(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const letters: Record<string, string> = Object.fromEntries(
  'а a|б b|в v|г g|д d|е e|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х h|ц ts|ч ch|ш sh|щ sht|ъ a|ь y|ю yu|я ya|ł l|ø o|ß ss'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

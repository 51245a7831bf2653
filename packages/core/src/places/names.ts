/**
 * Places that people write in several languages or spellings, with the official name first. Counties are kept in this form
 * (`Mureș / Maros`), so that one county is one; towns only help searching.
 */
const counties: Record<string, string[]> = {
  RO: [
    'Alba / Fehér',
    'Arad',
    'Argeș',
    'Bacău / Bákó',
    'Bihor / Bihar',
    'Bistrița-Năsăud / Beszterce-Naszód',
    'Botoșani',
    'Brăila',
    'Brașov / Brassó / Kronstadt',
    'București / Bukarest / Bucharest',
    'Buzău',
    'Călărași',
    'Caraș-Severin / Krassó-Szörény',
    'Cluj / Kolozs',
    'Constanța',
    'Covasna / Kovászna',
    'Dâmbovița',
    'Dolj',
    'Galați',
    'Giurgiu',
    'Gorj',
    'Harghita / Hargita',
    'Hunedoara / Hunyad',
    'Ialomița',
    'Iași',
    'Ilfov',
    'Maramureș / Máramaros',
    'Mehedinți',
    'Mureș / Maros',
    'Neamț',
    'Olt',
    'Prahova',
    'Sălaj / Szilágy',
    'Satu Mare / Szatmár',
    'Sibiu / Szeben / Hermannstadt',
    'Suceava',
    'Teleorman',
    'Timiș / Temes',
    'Tulcea',
    'Vâlcea',
    'Vaslui',
    'Vrancea',
  ],
  BG: [
    'Благоевград / Blagoevgrad',
    'Бургас / Burgas',
    'Варна / Varna',
    'Велико Търново / Veliko Tarnovo',
    'Видин / Vidin',
    'Враца / Vratsa',
    'Габрово / Gabrovo',
    'Добрич / Dobrich',
    'Кърджали / Kardzhali',
    'Кюстендил / Kyustendil',
    'Ловеч / Lovech',
    'Монтана / Montana',
    'Пазарджик / Pazardzhik',
    'Перник / Pernik',
    'Плевен / Pleven',
    'Пловдив / Plovdiv',
    'Разград / Razgrad',
    'Русе / Ruse',
    'Силистра / Silistra',
    'Сливен / Sliven',
    'Смолян / Smolyan',
    'София / Sofia',
    'Стара Загора / Stara Zagora',
    'Търговище / Targovishte',
    'Хасково / Haskovo',
    'Шумен / Shumen',
    'Ямбол / Yambol',
  ],
  FI: ['Etelä-Pohjanmaa / South Ostrobothnia / Södra Österbotten'],
  PL: ['Mazowieckie / Mazovia'],
  DE: ['Bayern / Bavaria', 'Sachsen / Saxony', 'Hessen / Hesse', 'Niedersachsen / Lower Saxony'],
};

const towns = [
  'Târgu Mureș / Marosvásárhely',
  'Reghin / Szászrégen',
  'Sighișoara / Segesvár / Schäßburg',
  'Târnăveni / Dicsőszentmárton',
  'Sovata / Szováta',
  'Miercurea Ciuc / Csíkszereda',
  'Odorheiu Secuiesc / Székelyudvarhely',
  'Gheorgheni / Gyergyószentmiklós',
  'Toplița / Maroshévíz',
  'Sfântu Gheorghe / Sepsiszentgyörgy',
  'Târgu Secuiesc / Kézdivásárhely',
  'Covasna / Kovászna',
  'Cluj-Napoca / Kolozsvár / Klausenburg',
  'Alba Iulia / Gyulafehérvár',
  'Brașov / Brassó / Kronstadt',
  'Sibiu / Nagyszeben / Hermannstadt',
  'Oradea / Nagyvárad',
  'Satu Mare / Szatmárnémeti',
  'Timișoara / Temesvár',
  'Arad',
  'București / Bukarest / Bucharest',
  'Sofia / София',
  'Stara Zagora / Стара Загора',
  'Haskovo / Хасково',
  'Galabovo / Gulubovo / Гълъбово',
  'Wien / Vienna / Bécs',
  'Ljubljana / Laibach',
];

const sets = [...Object.values(counties).flat(), ...towns].map((label) =>
  label.split(' / ').map((name) => foldPlace(name)),
);

/** The form in which names are compared: without case, diacritics, hyphens and words for "county". */
export function foldPlace(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/\b(?:judetul|county|megye|okres|област)\b/gu, '')
    .replace(/[-\s]+/g, ' ')
    .trim();
}

/** All names of one place, as they are written together: `Mureș / Maros` is both. */
export function namesOf(place: string): string[] {
  return place
    .split('/')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The one form of a county that may be written in any of its names; an unknown one stays as it is written. */
export function countyLabel(country: string, written: string): string {
  const asked = namesOf(written).map(foldPlace);
  const known = (counties[country] ?? []).find((label) =>
    namesOf(label).some((name) => asked.includes(foldPlace(name))),
  );
  return known?.split(' / ').slice(0, 2).join(' / ') ?? written;
}

/** What someone may have meant: the query, and the other names of a place that it names or begins to name. */
export function queriesFor(query: string): string[] {
  const asked = foldPlace(query);
  if (asked === '') return query.trim() === '' ? [] : [query.trim()];
  const meant = sets.filter((names) =>
    names.some((name) => name === asked || (asked.length >= 4 && name.startsWith(asked))),
  );
  return [...new Set([query.trim(), ...meant.flat()])];
}

const mostWordings = 6;

/**
 * As `queriesFor`, for a search that knows no marks: names that differ in nothing else are one, and a place may stand
 * among other words.
 */
export function wordingsOf(query: string): string[] {
  const words = query.trim().split(/\s+/);
  const amongOthers = words.flatMap((word, at) =>
    sets
      .filter((names) => words.length > 1 && names.includes(foldPlace(word)))
      .flatMap((names) => names.map((name) => words.with(at, name).join(' '))),
  );
  const wordings = new Map<string, string>();
  for (const each of [...queriesFor(query), ...amongOthers])
    if (!wordings.has(foldPlace(each))) wordings.set(foldPlace(each), each);
  return [...wordings.values()].slice(0, mostWordings);
}

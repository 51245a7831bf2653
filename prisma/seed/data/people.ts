import { institutions } from './institutions.ts';
import { type Generated, nameDealer, type Origin } from './names.ts';
import { personas, type SeedRole } from './personas.ts';

export type SeedPerson = Pick<Generated, 'givenName' | 'familyName' | 'nameOrder'> & {
  mailbox: string;
  language: string | null;
  roles: SeedRole[];
};

/** What people read; those from Norway take English, which the interface has. */
const languages: Record<Origin, string> = {
  ro: 'ro',
  hu: 'hu',
  bg: 'bg',
  de: 'de',
  sl: 'sl',
  ie: 'en',
  fi: 'fi',
  pt: 'pt',
  pl: 'pl',
  no: 'en',
  hr: 'hr',
  it: 'it',
};

/** Everyone who can sign in: those whom the stories name first, then one manager for each institution, then the others. */
export function seedPeople(): SeedPerson[] {
  const deal = nameDealer();
  const known: SeedPerson[] = personas.map(({ mailbox, given, family, origin, language, roles }) => ({
    mailbox,
    givenName: given,
    familyName: family,
    nameOrder: origin === 'hu' ? 'family_first' : 'given_first',
    language,
    roles,
  }));
  const generate = (mailbox: string, origin: Origin, roles: SeedRole[]): SeedPerson => {
    const { givenName, familyName, nameOrder } = deal(origin);
    return { mailbox, givenName, familyName, nameOrder, language: languages[origin], roles };
  };
  return [
    ...known,
    ...managers(generate),
    ...alsoIn('involvim', involvim(generate)),
    ...bg(generate),
    ...soms(generate),
    ...un(generate),
    // Last, so that nobody before them gets another name.
    ...bgCapabilities(generate),
  ];
}

type Generate = (mailbox: string, origin: Origin, roles: SeedRole[]) => SeedPerson;

/** The mailbox of whoever registers for an institution. */
export function managerOf(key: string): string {
  const persona = personas.find(({ roles }) =>
    roles.some((role) => role.institution === key && role.role === 'institution_manager'),
  );
  return persona?.mailbox ?? `im.${key}`;
}

function managers(generate: Generate): SeedPerson[] {
  const isTaken = new Set(personas.map(({ mailbox }) => mailbox));
  return institutions
    .filter(({ key }) => !isTaken.has(managerOf(key)))
    .map(({ key, origins, memberships }, index) =>
      generate(
        `im.${key}`,
        origins[index % origins.length] ?? 'ro',
        memberships.map(({ network }) => ({ network, role: 'institution_manager', institution: key })),
      ),
    );
}

function involvim(generate: Generate): SeedPerson[] {
  const regions: [network: string, tag: string, origin: Origin, place: string][] = [
    ['inv-fi', 'fi', 'fi', 'fi-ngo-kauhava'],
    ['inv-pt', 'pt', 'pt', 'pt-ngo-soalheira'],
    ['inv-pl', 'pl', 'pl', 'pl-ngo-drobin'],
    ['inv-si', 'si', 'sl', 'sl-ngo-jevnica'],
    ['inv-ie', 'ie', 'ie', 'ie-ngo-blackrock'],
  ];
  return regions.flatMap(([network, tag, origin, institution]) => [
    generate(`trainer.${tag}`, origin, [{ network, role: 'trainer' }]),
    ...count(9).map((number) =>
      generate(`volunteer${number}.${tag}`, origin, [{ network, role: 'volunteer', institution }]),
    ),
  ]);
}

/** Whoever works in a region works in the partnership as well. */
function alsoIn(network: string, people: SeedPerson[]): SeedPerson[] {
  return people.map((person) => ({
    ...person,
    roles: person.roles.flatMap((role) => [role, { ...role, network }]),
  }));
}

function bg(generate: Generate): SeedPerson[] {
  const leaders = count(12).map((number) => `L${String(number).padStart(2, '0')}`);
  return [
    ...[...'abcdefg'].map((letter) =>
      generate(`mentor.${letter}`, 'bg', [{ network: 'bg-model', role: 'mentor' }]),
    ),
    // Leaders are known by an alias only; L07 is among those whom the stories name.
    ...leaders
      .filter((alias) => alias !== 'L07')
      .map(
        (alias): SeedPerson => ({
          mailbox: alias.toLowerCase(),
          givenName: 'Leader',
          familyName: alias,
          nameOrder: 'given_first',
          language: 'en',
          roles: [{ network: 'bg-model', role: 'community_leader' }],
        }),
      ),
  ];
}

/** The languages of the communication cards; each has someone who verifies its translations, and somebody of another one who knows it as well. */
const cardLanguages = {
  bg: ['en'],
  en: ['uk'],
  ar: ['kmr'],
  fa: [],
  prs: ['fa', 'ps'],
  ps: ['prs'],
  kmr: ['ar'],
  uk: ['bg'],
};

function bgCapabilities(generate: Generate): SeedPerson[] {
  return [
    ...Object.entries(cardLanguages).map(([language, others]) =>
      generate(`verifier.${language}`, 'bg', [
        {
          network: 'bg-model',
          role: 'volunteer',
          capabilities: [language, ...others].map((each) => `translation_verifier:${each}`),
        },
      ]),
    ),
    ...count(4).map((number) =>
      generate(`caseworker${number}.bg`, 'bg', [
        {
          network: 'bg-model',
          role: 'institution_manager',
          institution: 'lead-ngo',
          capabilities: ['case_worker'],
        },
      ]),
    ),
  ];
}

function soms(generate: Generate): SeedPerson[] {
  const teams: [language: string, origin: Origin][] = [
    ['bg', 'bg'],
    ['de', 'de'],
    ['en', 'ie'],
    ['hr', 'hr'],
    ['it', 'it'],
    ['pl', 'pl'],
    ['ro', 'ro'],
  ];
  const role: SeedRole[] = [{ network: 'soms', role: 'outreach_adviser' }];
  return [
    ...teams.flatMap(([language, origin]) =>
      ['adviser', 'adviser2']
        .map((name) => `${name}.${language}`)
        .filter((mailbox) => mailbox !== 'adviser.ro')
        .map((mailbox) => ({ ...generate(mailbox, origin, role), language: languages[origin] ?? 'de' })),
    ),
    ...count(2).map((number) =>
      generate(`trainer${number + 1}.soms`, 'de', [{ network: 'soms', role: 'trainer' }]),
    ),
    ...count(4).map((number) =>
      generate(`viewer${number}.soms`, 'de', [{ network: 'soms', role: 'viewer' }]),
    ),
    generate('viewer.involvim', 'ie', [{ network: 'involvim', role: 'viewer' }]),
  ];
}

function un(generate: Generate): SeedPerson[] {
  const volunteers: [key: string, network: string, number: number][] = [
    ['panet', 'un-ms-1', 12],
    ['simonesti', 'un-hr-1', 10],
    ['ojdula', 'un-cv-1', 11],
  ];
  return volunteers.flatMap(([institution, network, number]) =>
    count(number).map((index) =>
      generate(
        `volunteer${index}.${institution}`,
        'hu',
        ['un', network].map((code) => ({ network: code, role: 'volunteer', institution })),
      ),
    ),
  );
}

function count(to: number): number[] {
  return Array.from({ length: to }, (_, index) => index + 1);
}

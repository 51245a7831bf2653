import type { Permission } from '@tessera/core/permissions.ts';
import type { Module } from '@tessera/core/settings/modules.ts';
import { paths } from '@tessera/paths/paths.ts';

/** In the order in which they are shown. */
export const pageGroups = ['events', 'work', 'network'] as const;

/** One entry of a network's navigation. `under` are addresses outside of its own that belong to it. */
export type Page = { name: PageName; to: string; group?: (typeof pageGroups)[number]; under?: string[] };

type PageName =
  | 'overview'
  | 'trainings'
  | 'calendar'
  | 'registrations'
  | 'certificates'
  | 'evaluations'
  | 'mentoring'
  | 'library'
  | 'cards'
  | 'translations'
  | 'institutions'
  | 'members'
  | 'consents'
  | 'privacy'
  | 'history'
  | 'phases'
  | 'settings';

type Asking = { code: string; has: (module: Module) => boolean; may: (permission: Permission) => boolean };

/** The pages of a network that its reader may open, those of one group together. */
export function pagesOf({ code, has, may }: Asking): Page[] {
  const at = paths.network(code);
  const edits = may('network.edit');
  const pages: (Page | false)[] = [
    { name: 'overview', to: at },
    has('trainings') && { name: 'trainings', to: paths.trainings(code), group: 'events' },
    has('trainings') && { name: 'calendar', to: paths.trainingsCalendar(code), group: 'events' },
    has('trainings') &&
      may('registration.read') && {
        name: 'registrations',
        to: paths.myRegistrations(code),
        group: 'events',
        under: [`${at}/seats`, paths.away(code)],
      },
    has('certificates') &&
      may('certificate.read') && {
        name: 'certificates',
        to: paths.myCertificates(code),
        group: 'events',
        under: [paths.learning(code)],
      },
    has('trainings') &&
      may('evaluation.summary') && {
        name: 'evaluations',
        to: paths.evaluations(code),
        group: 'events',
        // Who finds no list of members comes to the figures about people from here.
        under: [paths.headCounts(code), ...(may('person.invite') ? [] : [paths.peopleRegister(code)])],
      },
    has('mentoring') &&
      (may('programme.read') || may('mentoring.summary')) && {
        name: 'mentoring',
        to: paths.mentoring(code),
        group: 'work',
        under: [paths.stories(code)],
      },
    has('resources') && {
      name: 'library',
      to: paths.library(code),
      group: 'work',
      under: [paths.cards(code)],
    },
    has('cards') &&
      (may('card.create') || may('card_text.write')) && {
        name: 'cards',
        to: paths.cards(code),
        group: 'work',
      },
    // Who keeps the settings finds it there.
    may('translation.write') &&
      !edits && { name: 'translations', to: paths.translations(code), group: 'work' },
    has('directory') && {
      name: 'institutions',
      to: paths.institutions(code),
      group: 'network',
      under: [paths.joining(code)],
    },
    // Others read their own person alone and would find no list there.
    may('person.invite') && {
      name: 'members',
      to: paths.members(code),
      group: 'network',
      under: [paths.invitations(code), paths.imports(code), paths.peopleRegister(code)],
    },
    may('consent.record') && { name: 'consents', to: paths.consents(code), group: 'network' },
    may('privacy.read') && !edits && { name: 'privacy', to: paths.privacySettings(code), group: 'network' },
    may('access.read') &&
      !may('privacy.read') && { name: 'privacy', to: paths.accesses(code), group: 'network' },
    may('audit.read') && { name: 'history', to: paths.audit(code), group: 'network' },
    may('phase.read') && !edits && { name: 'phases', to: paths.phases(code), group: 'network' },
    edits && {
      name: 'settings',
      to: paths.settings(code),
      group: 'network',
      under: [paths.translations(code), paths.consents(code)],
    },
  ];
  return pages.filter((page) => page !== false);
}

/** The entry that an address belongs to: the one that says most of it, and its own address before one that lies under it. */
export function currentOf(pages: readonly Page[], pathname: string): Page | undefined {
  const address = pathname.replace(/\/$/, '');
  const covers = (to: string) => address === to || address.startsWith(`${to}/`);
  let current: Page | undefined;
  let length = 0;
  for (const page of pages) {
    // Every address lies under the overview's.
    const own = page.name === 'overview' ? address === page.to : covers(page.to);
    if (own && page.to.length >= length) [current, length] = [page, page.to.length];
    for (const to of page.under ?? []) {
      if (covers(to) && to.length > length) [current, length] = [page, to.length];
    }
  }
  return current;
}

const inRow = 7;

// What is opened most, by those who keep a network and by everybody else.
const first: Record<'keeping' | 'takingPart', PageName[]> = {
  keeping: ['overview', 'trainings', 'mentoring', 'library', 'institutions', 'members'],
  takingPart: ['overview', 'trainings', 'registrations', 'mentoring', 'certificates', 'members', 'library'],
};

/** At most seven words in the row, of which one is the way to the rest; few pages need no such word. */
export function arranged(pages: readonly Page[]): { row: Page[]; rest: Page[] } {
  if (pages.length <= inRow) return { row: [...pages], rest: [] };
  const order = first[pages.some(({ name }) => name === 'settings') ? 'keeping' : 'takingPart'];
  const rank = ({ name }: Page) => (order.includes(name) ? order.indexOf(name) : order.length);
  const chosen = new Set([...pages].sort((one, other) => rank(one) - rank(other)).slice(0, inRow - 1));
  return {
    row: pages.filter((page) => chosen.has(page)),
    rest: pages.filter((page) => !chosen.has(page)),
  };
}

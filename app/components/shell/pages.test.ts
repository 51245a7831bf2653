import { expect, test } from 'vitest';
import { arranged, currentOf, pagesOf } from './pages.ts';

const everything = pagesOf({ code: 'un', has: () => true, may: () => true });
const names = (pages: { name: string }[]) => pages.map(({ name }) => name);
const nameAt = (path: string, pages = everything) => currentOf(pages, `/n/un${path}`)?.name;

test('who keeps a network sees seven words: six pages that are opened most, and the way to the rest', () => {
  const { row, rest } = arranged(everything);

  expect(names(row)).toEqual(['overview', 'trainings', 'mentoring', 'library', 'institutions', 'members']);
  expect(names(rest)).toEqual([
    'calendar',
    'registrations',
    'certificates',
    'evaluations',
    'cards',
    'consents',
    'history',
    'settings',
  ]);
});

test('who takes part sees what is their own first', () => {
  const theirs = ['registration.read', 'certificate.read', 'programme.read'];
  const { row, rest } = arranged(
    pagesOf({ code: 'un', has: () => true, may: (permission) => theirs.includes(permission) }),
  );

  expect(names(row)).toEqual([
    'overview',
    'trainings',
    'registrations',
    'certificates',
    'mentoring',
    'library',
  ]);
  expect(names(rest)).toEqual(['calendar', 'institutions']);
});

test('seven pages stand in the row without another word', () => {
  const { row, rest } = arranged(everything.slice(0, 7));

  expect(row).toHaveLength(7);
  expect(rest).toEqual([]);
});

test('a page below an entry, and one that belongs to it by its matter, mark the entry', () => {
  expect(nameAt('')).toBe('overview');
  expect(nameAt('/')).toBe('overview');
  expect(nameAt('/trainings/1/manage')).toBe('trainings');
  expect(nameAt('/seats/1/cancellation')).toBe('registrations');
  expect(nameAt('/invitations/new')).toBe('members');
  expect(nameAt('/translations/files')).toBe('settings');
  expect(nameAt('/settings/privacy/wordings')).toBe('settings');
  expect(nameAt('/cards/library/1')).toBe('cards');
  expect(nameAt('/cards-of-others')).toBeUndefined();
});

test('translators without the settings have the translations as an entry, readers find cards with the library', () => {
  const translators = pagesOf({
    code: 'un',
    has: () => true,
    may: (permission) => permission === 'translation.write',
  });

  expect(nameAt('/translations/machine', translators)).toBe('translations');
  expect(nameAt('/cards/print', translators)).toBe('library');
  expect(nameAt('/settings/messages', translators)).toBeUndefined();
});

test('consents lie under the settings for those who keep them and record none', () => {
  const keepers = pagesOf({
    code: 'un',
    has: () => true,
    may: (permission) => permission === 'network.edit',
  });

  expect(nameAt('/consents/1', keepers)).toBe('settings');
  expect(nameAt('/consents/1')).toBe('consents');
});

test('who reads only the own person has no list of members in the navigation, and comes to the figures from the evaluations', () => {
  const theirs = ['person.read', 'evaluation.summary'];
  const pages = pagesOf({ code: 'un', has: () => true, may: (permission) => theirs.includes(permission) });

  expect(names(pages)).not.toContain('members');
  expect(nameAt('/register', pages)).toBe('evaluations');
  expect(nameAt('/register')).toBe('members');
});

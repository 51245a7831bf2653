import { expect, test } from 'vitest';
import { byInstitution, matching } from './member-table.tsx';

const line = (name: string, role: string, institution: string | null) => ({
  personId: name,
  name,
  email: `${role}@demo.example`,
  role,
  institution,
});

const lines = [
  line('Kutasi Sándor', 'institution_manager', 'Primăria Pănet'),
  line('Viorica Grama', 'institution_manager', 'Primăria Band'),
  line('Horea Vlașin', 'trainer', null),
];

test('people are found without their diacritics, by institution and by role', () => {
  const found = [
    matching(lines, { q: 'sandor panet', role: '' }),
    matching(lines, { q: 'PRIMARIA', role: 'institution_manager' }),
    matching(lines, { q: 'sandor', role: 'trainer' }),
    matching(lines, { q: ' ', role: '' }),
  ];

  expect(found.map((list) => list.map(({ name }) => name))).toEqual([
    ['Kutasi Sándor'],
    ['Kutasi Sándor', 'Viorica Grama'],
    [],
    ['Kutasi Sándor', 'Viorica Grama', 'Horea Vlașin'],
  ]);
});

test('institutions stand in the order of their names, roles for the whole network elsewhere', () => {
  const sorted = byInstitution(lines, new Intl.Collator('ro'));

  expect(sorted.map(({ institution }) => institution)).toEqual(['Primăria Band', 'Primăria Pănet']);
});

import type { Category } from '@tessera/core/register/rules.ts';

export const counties = ['Mureș / Maros', 'Harghita / Hargita', 'Covasna / Kovászna'] as const;
export type RegisterCounty = (typeof counties)[number];

/** The 340 people of the project, by category and in the order of the counties. */
export const registerFigures: Record<Category, [mures: number, harghita: number, covasna: number]> = {
  public_institution: [34, 32, 30],
  ngo: [16, 17, 15],
  private_sector: [8, 7, 7],
  local_group: [8, 8, 8],
  in_contact: [40, 42, 35],
  volunteer: [12, 10, 11],
};

import type { SeedInstitution } from './institution.ts';
import { bgInstitutions } from './institutions-bg.ts';
import { involvimInstitutions } from './institutions-involvim.ts';
import { somsInstitutions } from './institutions-soms.ts';
import { unInstitutions } from './institutions-un.ts';

/** Every institution of the register. */
export const institutions: SeedInstitution[] = [
  ...somsInstitutions,
  ...involvimInstitutions,
  ...bgInstitutions,
  ...unInstitutions,
];

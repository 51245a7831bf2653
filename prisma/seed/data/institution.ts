import type { institutionKinds, membershipRoles } from '@tessera/core/institutions/terms.ts';
import type { Origin } from './names.ts';

export type SeedMembership = {
  network: string;
  role: (typeof membershipRoles)[number];
  track?: 'A' | 'B';
  /** A guest sees only its own rows in the network. */
  isGuest?: boolean;
};

/** An institution of the demo. The first of `texts` is the name by which it is found again. */
export type SeedInstitution = {
  /** Its key in the seed, and the mailbox of its manager: `im.<key>`. */
  key: string;
  kind: (typeof institutionKinds)[number];
  locality: string;
  county: string;
  country: string;
  languages: string[];
  texts: Record<string, string>;
  memberships: SeedMembership[];
  /** Where its people come from, in turn. */
  origins: Origin[];
};

import { statement } from './statement.server.ts';

/** The accounts of institutions with which one can sign in to a network, by its code; door "identity". */
export const offeredProviders = statement<[code: string], { id: string; name: string }>(
  'offered_providers',
  `select p.id, p.name from account_provider p join network n on n.id = p.network_id
   where n.code = $1 and n.state = 'active' and p.off_at is null order by p.name, p.id`,
);

export type ProviderRow = {
  id: string;
  networkId: string;
  networkCode: string;
  networkName: string;
  clockOffset: number;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: Uint8Array;
  domains: string[];
};

/** A provider that is switched on in a network that is active; door "identity". */
export const openProvider = statement<
  [providerId: string, networkId: string | null, code: string | null, language: string],
  ProviderRow
>(
  'open_provider',
  `select p.id, p.network_id as "networkId", n.code as "networkCode", n.clock_offset as "clockOffset", p.name, p.issuer, p.client_id as "clientId",
     p.client_secret as "clientSecret", p.domains,
     coalesce((select x.name from network_text x where x.network_id = n.id
       order by array_position(array[$4, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as "networkName"
   from account_provider p join network n on n.id = p.network_id
   where p.id = $1 and (p.network_id = $2 or n.code = $3) and n.state = 'active' and p.off_at is null`,
);

/** Holds a provider, so that one person is linked to it at a time; no row when it is off or gone. */
export const holdProvider = statement<[networkId: string, providerId: string], { domains: string[] }>(
  'hold_provider',
  `select domains from account_provider where network_id = $1 and id = $2 and off_at is null for update`,
);

/** Who stands behind an account. */
export const linkedPerson = statement<
  [networkId: string, providerId: string, subject: string],
  { personId: string }
>(
  'linked_person',
  `select person_id as "personId" from account_link
   where network_id = $1 and provider_id = $2 and subject = $3`,
);

/** Whether a person may sign in, and has a place in a network now. */
export const belongings = statement<
  [personId: string, networkId: string, realNow: Date],
  { isActive: boolean; isHere: boolean }
>(
  'belongings',
  `select p.state = 'active' as "isActive", exists (select from role_assignment r
     where r.network_id = $2 and r.person_id = p.id and r.valid_from <= $3
       and (r.valid_until is null or r.valid_until > $3)) as "isHere"
   from person p where p.id = $1`,
);

export type OwnLinkRow = {
  id: string;
  networkId: string;
  network: string;
  clockOffset: number;
  name: string;
  linkedAt: Date;
};

/** The linked accounts of a person, in all networks; door "identity". */
export const linksOfPerson = statement<[personId: string, language: string], OwnLinkRow>(
  'links_of_person',
  `select l.id, l.network_id as "networkId", n.clock_offset as "clockOffset", p.name, l.linked_at as "linkedAt",
     coalesce((select x.name from network_text x where x.network_id = n.id
       order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as network
   from account_link l join account_provider p on p.network_id = l.network_id and p.id = l.provider_id
   join network n on n.id = l.network_id where l.person_id = $1 order by l.linked_at desc, l.id`,
);

export type ProviderLine = {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  domains: string[];
  secretSetAt: Date;
  offAt: Date | null;
  /** People who have signed in with it */
  people: number;
};

/** The providers of a network, without their secrets. */
export const providersOf = statement<[networkId: string], ProviderLine>(
  'providers_of',
  `select p.id, p.name, p.issuer, p.client_id as "clientId", p.domains,
     p.secret_set_at as "secretSetAt", p.off_at as "offAt",
     (select count(*)::int from account_link l where l.network_id = p.network_id and l.provider_id = p.id) as people
   from account_provider p where p.network_id = $1 order by p.name, p.id`,
);

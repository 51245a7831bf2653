import { statement } from './statement.server.ts';

/** The parts of an agreement, in their order. */
export type AgreementParts = {
  confidentiality: string;
  places: string;
  hours: string;
  gifts: string;
  ending: string;
};
export type AgreementRow = AgreementParts & {
  language: string;
  version: number;
  hash: string;
  createdAt: Date;
};

const columns = `x.language, x.version, x.confidentiality, x.places, x.hours, x.gifts, x.ending, x.hash, x.created_at as "createdAt"`;

/** The newest text of a programme's agreement in each language. */
export const newestAgreements = statement<[networkId: string, programmeId: string], AgreementRow>(
  'newest_agreements',
  `select distinct on (x.language) ${columns} from mentoring_agreement_text x
   where x.network_id = $1 and x.programme_id = $2 order by x.language, x.version desc`,
);

export type AgreementOfRelation = { programmeId: string; state: string };

/** Which agreement a relation is under, and whether it is signed now. */
export const agreementOfRelation = statement<[networkId: string, relationId: string], AgreementOfRelation>(
  'agreement_of_relation',
  `select r.programme_id as "programmeId", r.state from mentoring_relation r where r.network_id = $1 and r.id = $2`,
);

/** A signature as it stands under an agreement. */
export type SignatureRow = {
  language: string;
  version: number | null;
  isInterpreted: boolean;
  manner: string;
  signedOn: string;
  /** Who noted it; null where that is not known any more. */
  notedBy: { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' } | null;
};
export type PartyRow = {
  relationId: string;
  /** None for the mentor. */
  menteeId: string | null;
  alias: string | null;
  personId: string | null;
  institutionId: string | null;
  languages: string[];
  hasLeft: boolean;
  /** Of the relation. */
  state: string;
  /** Came into a group that had begun. */
  cameLater: boolean;
  signature: SignatureRow | null;
};

// Whoever has left and never signed is no party any more.
/** Who signs the agreement of relations, or has signed it: the mentor first, then the mentees by alias. */
export const agreementParties = statement<[networkId: string, relationIds: readonly string[]], PartyRow>(
  'agreement_parties',
  `select p."relationId", p."menteeId", p.alias, p."personId", p."institutionId", p.languages,
     p.left_on is not null as "hasLeft", p.state, p.came_later as "cameLater", case when s.id is not null then jsonb_build_object('language', s.language, 'version', s.version, 'isInterpreted', s.is_interpreted,
       'manner', s.manner, 'signedOn', s.signed_on, 'notedBy', case when n.id is not null then jsonb_build_object(
         'givenName', n.given_name, 'familyName', n.family_name, 'nameOrder', n.name_order) end) end as signature
   from (select r.id as "relationId", null::uuid as "menteeId", null as alias, o.person_id as "personId",
       null::uuid as "institutionId", o.languages, null::date as left_on, r.state, false as came_later
     from mentoring_relation r join mentor_profile o on o.network_id = $1 and o.id = r.mentor_id
     where r.network_id = $1 and r.id = any($2)
     union all
     select m.relation_id, e.id, e.alias, e.person_id, e.institution_id, e.languages, m.left_on, r.state, m.came_later
     from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
     join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id
     where m.network_id = $1 and m.relation_id = any($2)) p
   left join relation_signature s on s.network_id = $1 and s.relation_id = p."relationId" and s.mentee_id is not distinct from p."menteeId"
   left join person n on n.id = s.noted_by_id
   where p.left_on is null or s.id is not null order by p."menteeId" is not null, p.alias, p."menteeId"`,
);

/** The texts under which the signatures of a relation stand, each once. */
export const signedAgreements = statement<[networkId: string, relationId: string], AgreementRow>(
  'signed_agreements',
  `select ${columns} from mentoring_agreement_text x where x.network_id = $1 and exists (select 1 from relation_signature s
     where s.network_id = $1 and s.relation_id = $2 and s.programme_id = x.programme_id and s.language = x.language and s.version = x.version)
   order by x.language, x.version desc`,
);

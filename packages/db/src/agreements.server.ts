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

export type AgreementOfRelation = {
  programmeId: string;
  state: string;
  language: string | null;
  version: number | null;
  isInterpreted: boolean;
  signedAt: Date | null;
  mentees: { alias: string; languages: string[] }[];
};

/** Where a relation stands with its agreement. */
export const agreementOfRelation = statement<[networkId: string, relationId: string], AgreementOfRelation>(
  'agreement_of_relation',
  `select r.programme_id as "programmeId", r.state, r.agreement_language as language, r.agreement_version as version,
     r.agreement_interpreter as "isInterpreted", r.agreement_signed_at as "signedAt",
     (select coalesce(jsonb_agg(jsonb_build_object('alias', e.alias, 'languages', e.languages) order by e.alias), '[]')
       from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as mentees
   from mentoring_relation r where r.network_id = $1 and r.id = $2`,
);

/** One version of an agreement. */
export const agreementText = statement<
  [networkId: string, programmeId: string, language: string, version: number],
  AgreementRow
>(
  'agreement_text',
  `select ${columns} from mentoring_agreement_text x
   where x.network_id = $1 and x.programme_id = $2 and x.language = $3 and x.version = $4`,
);

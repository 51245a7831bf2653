// What an import knows, apart from the code that runs on the server, so that pages and words can name it.

export const importKinds = ['institutions', 'people', 'memberships'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'failed',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** The fields of each kind, in the order in which a person reads them. */
export const importFields = {
  institutions: [
    'name',
    'kind',
    'locality',
    'county',
    'country',
    'website',
    'membershipRole',
    'joinedOn',
    'reference',
  ],
  people: [
    'familyName',
    'givenName',
    'email',
    'role',
    'institution',
    'jobTitle',
    'language',
    'reference',
    'category',
    'county',
  ],
  memberships: ['name', 'locality', 'reference', 'membershipRole', 'track', 'joinedOn', 'leftOn'],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportField = (typeof importFields)[ImportKind][number];

/** Fields for which a file must have a column. */
export const neededFields: Record<ImportKind, readonly ImportField[]> = {
  institutions: ['name', 'kind'],
  people: ['familyName', 'givenName'],
  memberships: ['name', 'membershipRole'],
};

export const importProblems = [
  'required',
  'tooLong',
  'formula',
  'email',
  'date',
  'url',
  'country',
  'notKnown',
  'unknownInstitution',
  'ambiguousInstitution',
  'otherReference',
  'repeated',
  'otherPerson',
  'emailNeeded',
  'institutionNeeded',
  'keyNeeded',
  'leftBeforeJoined',
] as const;
export type ProblemCode = (typeof importProblems)[number];

/** One thing that is wrong in a row; `field` is the column to look at. */
export type RowProblem = { row: number; field: ImportField; code: ProblemCode; param?: number };

export const maxFileBytes = 20_000_000;
export const maxRows = 50_000;
/** How long the file of an import is kept, and with it the way back. */
export const keptDays = 30;
/** How many problems a page shows; the file of wrong rows has all of them. */
export const shownProblems = 100;

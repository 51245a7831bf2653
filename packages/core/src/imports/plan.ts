import type { ParsedRow } from './parse.ts';
import {
  type ImportField,
  type ImportKind,
  neededFields,
  type ProblemCode,
  type RowProblem,
} from './terms.ts';

/** Something that an import makes or changes; `before` and `after` are whole rows, so that undoing writes one back. */
export type Made = {
  objectKind:
    | 'institution'
    | 'membership'
    | 'invitation'
    | 'role'
    | 'participant'
    | 'reference_institution'
    | 'reference_participant';
  objectId: string;
  row: number;
  isNew: boolean;
  before: object | null;
  after: object | null;
};

/** The rows for each statement of an import. */
export type Writes = {
  cards: object[];
  cardUpdates: object[];
  memberships: object[];
  membershipUpdates: object[];
  references: object[];
  invitations: { id: string; role: string }[];
  invitationUpdates: object[];
  roles: object[];
  participants: object[];
  participantUpdates: object[];
  made: Made[];
};

/** What a file would do: how many rows of each sort, everything that is wrong, and what to write for the right rows. */
export type Plan = {
  counts: { new: number; changed: number; same: number; wrong: number };
  problems: RowProblem[];
  writes: Writes;
};

export type Verdict = 'new' | 'changed' | 'same';

export function emptyPlan(): Plan {
  return {
    counts: { new: 0, changed: 0, same: 0, wrong: 0 },
    problems: [],
    writes: {
      cards: [],
      cardUpdates: [],
      memberships: [],
      membershipUpdates: [],
      references: [],
      invitations: [],
      invitationUpdates: [],
      roles: [],
      participants: [],
      participantUpdates: [],
      made: [],
    },
  };
}

/** Takes one row after the other; a row with a problem is wrong as a whole and writes nothing. */
export function planRows(
  kind: ImportKind,
  rows: readonly ParsedRow[],
  decide: (row: ParsedRow, index: number, plan: Plan, refuse: Refuse) => Verdict | null,
): Plan {
  const plan = emptyPlan();
  rows.forEach((row, index) => {
    const problems = [...row.problems, ...missing(kind, row)];
    const refuse: Refuse = (field, code, param) => {
      problems.push({ row: row.row, field, code, ...(param === undefined ? {} : { param }) });
      return null;
    };
    const verdict = problems.length > 0 ? null : decide(row, index, plan, refuse);
    plan.counts[verdict ?? 'wrong'] += 1;
    plan.problems.push(...problems);
  });
  return plan;
}

/** Notes a problem of the row; gives the verdict of a wrong row. */
export type Refuse = (field: ImportField, code: ProblemCode, param?: number) => null;

function missing(kind: ImportKind, { row, values, problems }: ParsedRow): RowProblem[] {
  return neededFields[kind]
    .filter((field) => !values[field] && !problems.some((problem) => problem.field === field))
    .map((field) => ({ row, field, code: 'required' }));
}

/** Whether two rows hold the same, and the name of the sort of change. */
export function verdictOf(before: object, after: object): 'same' | 'changed' {
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'changed';
}

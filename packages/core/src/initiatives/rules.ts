export const initiativeStates = [
  'idea',
  'planned',
  'approved',
  'running',
  'completed',
  'reported',
  'stopped',
] as const;
export type InitiativeState = (typeof initiativeStates)[number];

/** `approve` and `return` are the coordinator's decisions; the others are steps of the team. */
export const initiativeMoves = [
  'submit',
  'approve',
  'return',
  'start',
  'complete',
  'report',
  'stop',
] as const;
export type InitiativeMove = (typeof initiativeMoves)[number];
export type TeamMove = Exclude<InitiativeMove, 'approve' | 'return'>;
export const teamMoves = [
  'submit',
  'start',
  'complete',
  'report',
  'stop',
] as const satisfies readonly TeamMove[];

const moves: Record<InitiativeState, Partial<Record<InitiativeMove, InitiativeState>>> = {
  idea: { submit: 'planned', stop: 'stopped' },
  planned: { approve: 'approved', return: 'idea', stop: 'stopped' },
  approved: { start: 'running', return: 'idea', stop: 'stopped' },
  running: { complete: 'completed', stop: 'stopped' },
  completed: { report: 'reported' },
  reported: {},
  stopped: {},
};

/** Where a move leads, or null when it cannot be made. */
export function stateAfter(state: InitiativeState, move: InitiativeMove): InitiativeState | null {
  return moves[state][move] ?? null;
}

export function movesFrom(state: InitiativeState): InitiativeMove[] {
  return initiativeMoves.filter((move) => moves[state][move]);
}

/** As long as it goes on, the plan can be written anew. */
export function isOpen(state: InitiativeState): boolean {
  return state === 'idea' || state === 'planned' || state === 'approved' || state === 'running';
}

/** What has come to its end has a story to tell. */
export function hasStory(state: InitiativeState): boolean {
  return state === 'completed' || state === 'reported';
}

export const partsOfPlan = ['question', 'plan', 'tasks', 'team'] as const;
export type PartOfPlan = (typeof partsOfPlan)[number];

/** What a plan still lacks before it can be handed in: in one language at least a question and a plan, and a task. */
export function lackingIn(initiative: {
  texts: readonly { question: string; plan: string }[];
  tasks: readonly unknown[];
  team: readonly unknown[];
}): PartOfPlan[] {
  const has: Record<PartOfPlan, boolean> = {
    question: initiative.texts.some(({ question }) => question !== ''),
    plan: initiative.texts.some(({ plan }) => plan !== ''),
    tasks: initiative.tasks.length > 0,
    team: initiative.team.length > 0,
  };
  return partsOfPlan.filter((part) => !has[part]);
}

export function sumOf(costs: readonly { cents: number }[]): number {
  return costs.reduce((sum, { cents }) => sum + cents, 0);
}

/** `digital` is one's own answer; the others were written down for somebody without a login. */
export const spokenWays = ['spoken', 'signature'] as const;

/** Those of a team who have not agreed to this version of the story. Nobody has agreed to a story without a team. */
export function missingConsents<Member extends { consentState: string; consentVersion: number | null }>(
  team: readonly Member[],
  version: number,
): Member[] {
  return team.filter((member) => member.consentState !== 'given' || member.consentVersion !== version);
}

/** A team and a story that it agreed to, all of it. */
export function mayPublish(
  team: readonly { consentState: string; consentVersion: number | null }[],
  story: { version: number; texts: readonly unknown[] },
): boolean {
  return team.length > 0 && story.texts.length > 0 && missingConsents(team, story.version).length === 0;
}

export const mostPhotos = 6;
export const maxPhotoBytes = 5_000_000;
export const mostTasks = 30;
export const mostCosts = 20;
export const mostPartners = 20;

import { type OperatorNeeds, operatorNeeds } from '@tessera/db/needs.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { longestLag, silence } from '../operator/queries.server.ts';
import type { Question } from '../reading.server.ts';
import { byUrgency, type OperatorKind, type Task } from './rules.ts';

/** What waits for an operator: dead jobs, machinery that stands still, drafts that nobody coordinates, requests to decide. */
export async function operatorTasks(ctx: RequestContext & { actor: Actor }): Promise<Task<OperatorKind>[]> {
  const { now } = ctx;
  const [[row] = []] = (await ctx.reading.ask(operatorQuestion(ctx))) as OperatorNeeds[][];
  if (!row) return [];
  const { dead, oldestWaitingAt, workerAt, accesses, drafts, closings } = row;
  const isLate = (since: Date | null, most: number) =>
    since !== null && now.getTime() - since.getTime() > most;
  const task = (
    kind: OperatorKind,
    count: number,
    more: Partial<Omit<Task, 'kind'>> = {},
  ): Task<OperatorKind>[] =>
    count > 0 ? [{ kind, id: null, title: null, count, at: null, lack: null, ...more }] : [];
  return byUrgency(
    [
      ...task('worker', Number(workerAt === null || isLate(workerAt, silence))),
      ...task('relay', Number(isLate(oldestWaitingAt, longestLag))),
      ...task('jobs', dead),
      ...task('accesses', accesses),
      ...closings.flatMap((code) => task('closings', 1, { id: code, title: code })),
      ...drafts.flatMap((code) => task('drafts', 1, { id: code, title: code })),
    ],
    now,
  );
}

/** What `operatorTasks` asks. */
export function operatorQuestion({ actor, now }: { actor: Actor; now: Date }): Question {
  return { scope: { door: 'platform' }, statements: [operatorNeeds(actor.personId, now)] };
}

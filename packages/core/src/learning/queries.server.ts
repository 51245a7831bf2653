import {
  type LearnerRow,
  type LearningInstitution,
  learnedBy,
  learners,
  learningInstitutions,
} from '@tessera/db/learning.server.ts';
import type { Acting } from '../context.server.ts';
import { groupings, totalsBy } from './rules.ts';

export const pageSize = 50;

/** What one learned in a network: each training, and sums by year, theme and kind. */
export async function ownLearning(ctx: Acting) {
  const lines = await ctx.transaction((tx) =>
    tx.run(learnedBy(ctx.network.id, ctx.actor.personId, languagesOf(ctx))),
  );
  const [byYear, byTheme, byKind] = groupings.map((grouping) => totalsBy(lines, grouping));
  return {
    lines,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    byYear: byYear ?? [],
    byTheme: byTheme ?? [],
    byKind: byKind ?? [],
  };
}

/** Who learned how much in a network, in one year or ever, by institution and by person. */
export async function learningOf(ctx: Acting, { year, page }: { year: number | null; page: number }) {
  const scope = [ctx.network.id, year, languagesOf(ctx)] as const;
  const [institutions, people] = await ctx.transaction((tx) =>
    tx.runAll<[LearningInstitution, LearnerRow]>([
      learningInstitutions(...scope),
      learners(...scope, pageSize, (page - 1) * pageSize),
    ]),
  );
  const total = people[0]?.people ?? 0;
  return {
    year,
    thisYear: ctx.now.getUTCFullYear(),
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    institutions,
    people: people.map(({ people: _, ...row }) => row),
  };
}

function languagesOf({ language, network }: Acting): string[] {
  return [language, network.defaultLanguage, 'en'];
}

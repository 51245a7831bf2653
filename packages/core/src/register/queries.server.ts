import { registerCounts, registeredPeople } from '@tessera/db/register.server.ts';
import { type NetworkContext, reach } from '../context.server.ts';
import { categoryOf, registerTable } from './rules.ts';

export const pageSize = 50;

/**
 * How many different people a network reaches, by category and county. Whoever keeps the register also reads who they are;
 * no category stands beside a name.
 */
export async function registerOf(ctx: NetworkContext, { page }: { page: number }) {
  const networkId = ctx.network.id;
  const isWhole = reach(ctx, 'registration.export').kind === 'network';
  const languages = [ctx.language, ctx.network.defaultLanguage, 'en'];
  const [counts, people] = await ctx.transaction((tx) =>
    Promise.all([
      tx.run(registerCounts(networkId)),
      isWhole ? tx.run(registeredPeople(networkId, languages, pageSize, (page - 1) * pageSize)) : [],
    ]),
  );
  const named = people[0]?.people ?? 0;
  return {
    table: registerTable(
      counts.map((row) => ({ category: categoryOf(row), county: row.county, people: row.people })),
      isWhole,
    ),
    isWhole,
    page,
    pages: Math.max(1, Math.ceil(named / pageSize)),
    named,
    people: people.map(({ people: _, ...row }) => row),
  };
}

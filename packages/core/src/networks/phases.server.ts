import { newId } from '@tessera/db/id.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { NewPhase } from './schema.ts';

/** Adds a phase with its funders, in their order, and its budget. A phase of that title stays as it is. */
export async function addPhase(networkId: string, input: z.input<typeof NewPhase>): Promise<void> {
  const { funders, budget, ...phase } = NewPhase.parse(input);
  await inNetwork(networkId, async (tx) => {
    const existing = await tx.prisma.phase.findFirst({
      where: { networkId, title: phase.title },
      select: { id: true },
    });
    if (existing) return;
    const phaseId = newId();
    await tx.prisma.phase.create({ data: { ...phase, networkId, id: phaseId } });
    await tx.prisma.funder.createMany({
      data: funders.map((funder, order) => ({ id: newId(), networkId, phaseId, ...funder, order })),
    });
    await tx.prisma.budgetLine.createMany({
      data: budget.map((line) => ({ id: newId(), networkId, phaseId, ...line })),
    });
  });
}

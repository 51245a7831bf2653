import { personPage } from '@tessera/core/members/person.server.ts';
import { recordPrerequisite } from '@tessera/core/prerequisites/record.server.ts';
import { kinds, requireKind } from '@tessera/core/prerequisites/require.server.ts';
import type { PrerequisiteCode } from '@tessera/core/prerequisites/rules.ts';
import { acting, networkOf, type World } from './world.server.ts';

const asked: [code: PrerequisiteCode, validMonths: number | null][] = [
  ['background_check', 24],
  ['safeguarding_training', 36],
];

/** Days from today to the last day of a mentor's background check: one lapses soon, one has lapsed. */
const daysLeft: [mailbox: string, days: number][] = [
  ['mentor.k', 500],
  ['mentor.a', 460],
  ['mentor.b', 12],
  ['mentor.c', 380],
  ['mentor.d', -20],
  ['mentor.e', 350],
  ['mentor.f', 300],
  ['mentor.g', 610],
];

/** What the network of the mentors asks of them, with the proofs that were seen. */
export async function seedPrerequisites(world: World): Promise<void> {
  const { now } = networkOf(world, 'bg-model').clock;
  const coordinator = acting(world, 'coord.bg', 'bg-model', now);
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  for (const [code, validMonths] of asked) {
    const known = (await kinds(coordinator)).find((kind) => kind.code === code);
    const kindId =
      known?.id ??
      (await requireKind(coordinator, { kind: code, name: '', roles: ['mentor'], validMonths })).kindId;
    for (const [mailbox, days] of daysLeft) {
      const { personId } = acting(world, mailbox, 'bg-model', now).actor;
      const { prerequisites } = await personPage(coordinator, personId);
      if (prerequisites.some((row) => row.kindId === kindId && row.recordId !== null)) continue;
      const expiresOn = code === 'background_check' ? day(days) : null;
      await recordPrerequisite(coordinator, {
        personId,
        kindId,
        issuedOn: day(code === 'background_check' ? days - 730 : -200),
        expiresOn,
        evidenceNote: '',
      });
    }
  }
}

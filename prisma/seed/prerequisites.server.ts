import { personPage } from '@tessera/core/members/person.server.ts';
import { recordPrerequisite } from '@tessera/core/prerequisites/record.server.ts';
import { kinds, requireKind } from '@tessera/core/prerequisites/require.server.ts';
import type { PrerequisiteCode } from '@tessera/core/prerequisites/rules.ts';
import { acting, networkOf, type World } from './world.server.ts';

type Asked = {
  network: string;
  coordinator: string;
  code: PrerequisiteCode;
  role: 'mentor' | 'trainer';
  validMonths: number | null;
  /** Days from today to the last day of each one's proof; null where it does not lapse. */
  daysLeft: [mailbox: string, days: number | null][];
};

/** Of the background checks of the mentors one lapses soon, and one has lapsed. */
const asked: Asked[] = [
  {
    network: 'bg-model',
    coordinator: 'coord.bg',
    code: 'background_check',
    role: 'mentor',
    validMonths: 24,
    daysLeft: [
      ['mentor.k', 500],
      ['mentor.a', 460],
      ['mentor.b', 12],
      ['mentor.c', 380],
      ['mentor.d', -20],
      ['mentor.e', 350],
      ['mentor.f', 300],
      ['mentor.g', 610],
    ],
  },
  {
    network: 'bg-model',
    coordinator: 'coord.bg',
    code: 'safeguarding_training',
    role: 'mentor',
    validMonths: 36,
    daysLeft: ['k', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => [`mentor.${letter}`, null]),
  },
  {
    network: 'un-ms-2',
    coordinator: 'coord.mures',
    code: 'confidentiality_declaration',
    role: 'trainer',
    validMonths: 24,
    daysLeft: [['trainer.un', 17]],
  },
];

/** What networks ask of their people, with the proofs that were seen. */
export async function seedPrerequisites(world: World): Promise<void> {
  for (const kind of asked) await seedKind(world, kind);
}

async function seedKind(
  world: World,
  { network, coordinator: mailbox, code, role, validMonths, daysLeft }: Asked,
): Promise<void> {
  const { now } = networkOf(world, network).clock;
  const coordinator = acting(world, mailbox, network, now);
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const known = (await kinds(coordinator)).find((kind) => kind.code === code);
  const kindId =
    known?.id ??
    (await requireKind(coordinator, { kind: code, name: '', roles: [role], validMonths })).kindId;
  for (const [holder, days] of daysLeft) {
    const { personId } = acting(world, holder, network, now).actor;
    const { prerequisites } = await personPage(coordinator, personId);
    if (prerequisites.some((row) => row.kindId === kindId && row.recordId !== null)) continue;
    await recordPrerequisite(coordinator, {
      personId,
      kindId,
      issuedOn: day(days === null ? -200 : days - 730),
      expiresOn: days === null ? null : day(days),
      evidenceNote: '',
    });
  }
}

import { invite } from '@tessera/core/members/invite.server.ts';
import { demoEmail } from './logins.ts';
import { acting, institutionOf, networkOf, type World } from './world.server.ts';

/** A colleague of a municipality was invited and has not answered; two days are left. */
export async function seedInvitations(world: World): Promise<void> {
  const email = demoEmail('colleague.band');
  const { now } = networkOf(world, 'un').clock;
  const manager = acting(world, 'im.band', 'un', new Date(now.getTime() - 12 * 86_400_000));
  const known = await manager.transaction((tx) =>
    tx.prisma.invitation.findFirst({
      where: { networkId: manager.network.id, email },
      select: { id: true },
    }),
  );
  if (known) return;
  await invite(manager, {
    email,
    role: 'institution_manager',
    institutionId: institutionOf(world, 'band'),
  });
}

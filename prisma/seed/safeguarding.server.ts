import { grantCapability } from '@tessera/core/members/capabilities.server.ts';
import { CapabilityGift } from '@tessera/core/members/schema.ts';
import { programme } from './data/mentoring-bg.ts';
import { acting, networkOf, type World } from './world.server.ts';

const { network, coordinator, designedOn } = programme;
const lead = 'trainer2.bg';

/** Somebody beside the coordinator reads the concerns of the programme. A network that has a lead keeps it. */
export async function seedSafeguardingLead(world: World): Promise<void> {
  const { clock } = networkOf(world, network);
  const ctx = acting(world, coordinator, network, clock.at(designedOn, '10:30'));
  const { personId } = acting(world, lead, network, ctx.now).actor;
  const networkId = ctx.network.id;
  const role = await ctx.transaction(async ({ prisma }) => {
    const known = await prisma.roleCapability.count({
      where: { networkId, capability: 'safeguarding_lead' },
    });
    if (known > 0) return null;
    return prisma.roleAssignment.findFirst({
      where: { networkId, personId, role: 'trainer', objectId: null, validUntil: null, deactivationId: null },
      select: { id: true },
    });
  });
  if (role)
    await grantCapability(
      ctx,
      CapabilityGift.parse({ assignmentId: role.id, capability: 'safeguarding_lead' }),
    );
}

import { markAllDelivered } from '@tessera/db/delivered.server.ts';
import { seedCards } from './cards.server.ts';
import type { Preset } from './clock.ts';
import { bgSessions } from './data/sessions-bg.ts';
import { bgTrainings } from './data/trainings-bg.ts';
import { countyTrainings } from './data/trainings-counties.ts';
import { involvimTrainings } from './data/trainings-involvim.ts';
import { somsTrainings } from './data/trainings-soms.ts';
import { unTrainings } from './data/trainings-un.ts';
import { partnershipTrainings, visitTrainings } from './data/trainings-visits.ts';
import { seedHeadCounts } from './head-counts.server.ts';
import { seedInitiatives } from './initiatives.server.ts';
import { seedInstitutionDetails } from './institution-details.server.ts';
import { seedInstitutions } from './institutions.server.ts';
import { seedInvitations } from './invitations.server.ts';
import { seedLeaderModules } from './leader-modules.server.ts';
import { seedLibrary } from './library.server.ts';
import { seedMentoring } from './mentoring.server.ts';
import { seedNetworks } from './networks.server.ts';
import { seedPeopleAndRoles } from './people.server.ts';
import { playTraining } from './play-training.server.ts';
import { seedPrerequisites } from './prerequisites.server.ts';
import { seedRegister } from './register.server.ts';
import { seedSafeguardingLead } from './safeguarding.server.ts';
import { seedSettings } from './settings.server.ts';
import { seedShowcase } from './showcase.server.ts';
import { playUnT1, playUnT5 } from './un-trainings.server.ts';
import { networkOf, newWorld } from './world.server.ts';

const trainings = [
  ...unTrainings,
  ...countyTrainings,
  ...involvimTrainings,
  ...partnershipTrainings,
  ...visitTrainings,
  ...bgTrainings,
  ...bgSessions,
  ...somsTrainings,
];
const lastWeeks = 35 * 86_400_000;
const staged: Record<string, typeof playTraining> = { 'UN-T1': playUnT1, 'UN-T5': playUnT5 };

/**
 * Fills the database with the demo: networks, institutions, people, and trainings that are played through with the
 * product's own verbs. A second run adds nothing.
 * @param preset `fixed` keeps the dates of the sources and turns each network's clock back; `live` moves the dates to now
 * @param report takes a line for each part that is done
 */
export async function seedDemo(
  { preset }: { preset: Preset },
  report: (line: string) => void,
): Promise<void> {
  const world = newWorld();
  await seedNetworks(world, preset);
  report(`${world.networks.size - 1} networks`);
  await seedInstitutions(world);
  report(`${world.institutions.size} institutions`);
  report(`${await seedPeopleAndRoles(world)} people`);
  await seedPrerequisites(world);
  report('prerequisites of mentors and trainers');
  await seedInvitations(world);
  await seedSettings(world);
  await seedInstitutionDetails(world);
  for (const training of trainings) await (staged[training.code] ?? playTraining)(world, training);
  report(`${trainings.length} trainings`);
  await seedShowcase(world);
  report(`${await seedHeadCounts(world)} head counts`);
  await seedLeaderModules(world);
  await seedMentoring(world);
  report('a mentoring programme');
  report(`${await seedInitiatives(world)} initiatives`);
  report(`${await seedLibrary(world)} resources`);
  await seedSafeguardingLead(world);
  report(`${await seedRegister(world)} people in the register of United Networks`);
  report(`${await seedCards(world)} communication cards`);
  // The mails of this past were read long ago. Where time runs on, the worker sends those of the last weeks of one network.
  const { id: networkId, clock } = networkOf(world, 'un');
  await markAllDelivered(
    preset === 'live' ? { networkId, at: new Date(clock.now.getTime() - lastWeeks) } : undefined,
  );
}

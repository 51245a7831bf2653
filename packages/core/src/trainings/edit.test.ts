import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { acceptLink } from '../networks/links.server.ts';
import { roles } from '../permissions.ts';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import type { TrainingState } from './rules.ts';

await useTestDatabase();

test('a page says that one can edit exactly when editing is possible: every role, every state', async () => {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['own trainer', trainer],
  ];
  for (const role of roles) {
    people.push([
      role,
      await newPerson(network, role, role === 'institution_manager' ? institutionId : null),
    ]);
  }
  const details = trainingDetails(network, { trainerIds: [trainer.personId] });
  const trainingId = await newTraining(network, coordinator, details);
  const where = { network: network.code, trainingId };
  const states: TrainingState[] = [
    'draft',
    'submitted',
    'published',
    'registration_closed',
    'running',
    'postponed',
    'completed',
    'documented',
    'archived',
    'cancelled',
  ];

  const editors: Record<string, string[]> = {};
  for (const state of states) {
    await inNetwork(network.id, (tx) =>
      tx.prisma.training.updateMany({ where: { networkId: network.id, id: trainingId }, data: { state } }),
    );
    for (const [name, person] of people) {
      const shown = await as(person)
        .trainings.page(where)
        .then(
          ({ canEdit }) => canEdit,
          () => false,
        );
      const done = await as(person)
        .trainings.edit({ ...details, ...where, venue: randomUUID() })
        .then(
          () => true,
          () => false,
        );
      expect([state, name, shown]).toEqual([state, name, done]);
      if (shown) editors[state] = [...(editors[state] ?? []), name];
    }
  }

  const both = ['own trainer', 'coordinator'];
  expect(editors).toEqual(Object.fromEntries(states.slice(0, 7).map((state) => [state, both])));
});

test('what a partner shares can be read there and not be edited, by nobody', async () => {
  const own = await newNetwork();
  const partner = await newNetwork();
  const coordinator = await newPerson(own, 'coordinator');
  const other = await newPerson(partner, 'coordinator');
  const now = new Date();
  await acceptLink(null, { networkId: own.id, now }, { networkId: partner.id, now }, ['trainings']);
  const trainingId = await newTraining(own, coordinator);
  await as(coordinator).trainings.share({ network: own.code, trainingId, recipient: partner.code });

  const seen = await as(other).trainings.page({ network: partner.code, trainingId });

  expect([seen.isOwn, seen.canEdit]).toEqual([false, false]);
});

import { randomUUID } from 'node:crypto';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { fingerprintOf } from '@tessera/db/testing.server.ts';
import { expect, test } from 'vitest';
import { canaryWorld, type Ids, sealedCanary, someIds } from './canary.testing.server.ts';
import { linkToken } from './identity/secrets.server.ts';
import { joinNetwork } from './institutions/join.server.ts';
import { acceptLink } from './networks/links.server.ts';
import { roles } from './permissions.ts';
import { inputFor, procedures } from './procedures.testing.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  type TestPerson,
  useTestDatabase,
} from './testing.server.ts';

// Every procedure, with every role of one network, with the ids of another: nothing may come back, nothing may change.
// Procedures are found by themselves; an input that this walk cannot fill makes it fail until it gets a rule here.

const urls = await useTestDatabase();
const fingerprint = (networkId: string) => fingerprintOf(urls.adminUrl, networkId);

type Outcome = { answer: string; code: string };

async function probe(
  person: TestPerson | null,
  name: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const [noun = '', verb = ''] = name.split('.');
  const caller = as(person) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  try {
    const answer = await caller[noun]?.[verb]?.(input);
    // Pages and the public interface carry answers as JSON: one that JSON cannot hold fails here.
    return {
      answer: JSON.stringify(answer) ?? '',
      code: 'ok',
    };
  } catch (error) {
    const { message, cause, code } = error as { message: string; cause?: { code?: string }; code?: string };
    // An input that the schema refuses would prove nothing.
    if (code === 'BAD_REQUEST')
      throw new Error(`${name}: the walk made an input that does not fit: ${message}`);
    if (code === 'INTERNAL_SERVER_ERROR') throw new Error(`${name} crashed: ${message}`, { cause: error });
    return { answer: message, code: cause?.code ?? code ?? '' };
  }
}

test('no procedure gives or changes anything of another network, whoever asks and however', {
  timeout: 240_000,
}, async () => {
  const own = await canaryWorld('OWN');
  const other = await canaryWorld('OTHER');
  const partner = await newInstitution(own.network);
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['nobody', await newPerson(null, null)],
  ];
  for (const role of roles) {
    people.push([role, await newPerson(own.network, role, role === 'institution_manager' ? partner : null)]);
  }
  const before = await fingerprint(other.network.id);
  let probes = 0;

  for (const [name, procedure] of procedures) {
    for (const [role, person] of people) {
      const random = someIds();
      const ways: [string, Ids, string][] = [
        ['foreign ids in the own network', other.ids, own.network.code],
        ['foreign draft in the own network', other.draftIds, own.network.code],
        ['foreign network', other.ids, other.network.code],
        ['own ids in the foreign network', own.ids, other.network.code],
        ['foreign training, own institution', { ...other.ids, institutionId: partner }, own.network.code],
      ];
      const outcomes: Record<string, Outcome> = {};
      for (const [way, ids, code] of ways) {
        // The link of an invitation is a right in itself: here it must not be the right one.
        const input: Record<string, unknown> = { ...inputFor(procedure, ids, code) };
        if ('token' in input && 'invitationId' in input) input.token = linkToken('invitation', randomUUID());
        if (input.recipient !== undefined) input.recipient = other.network.code;
        const outcome = await probe(person, name, input);
        // The name of an active network is public; everything else that carries the word is not.
        const answer = outcome.answer.replaceAll(`Rețeaua ${other.canary}`, '');
        expect([name, role, way, answer.includes(other.canary)]).toEqual([name, role, way, false]);
        outcomes[way] = outcome;
        probes += 1;
      }
      const missing = await probe(person, name, {
        ...inputFor(procedure, { ...random, institutionId: partner }, own.network.code),
      });
      const foreign = outcomes['foreign training, own institution'];
      // Random and foreign look the same. (The link of an invitation differs by its token, which is wrong in both.)
      expect([name, role, foreign?.code]).toEqual([name, role, missing.code]);
      probes += 1;
    }
  }

  expect(await fingerprint(other.network.id)).toBe(before);
  console.info(
    `isolation: ${probes} probes over ${procedures.length} procedures and ${people.length} kinds of people, 0 leaks`,
  );
});

test('a confidential value comes back to nobody but who wrote it down, asked for it or has to arrange it, by no procedure', {
  timeout: 300_000,
}, async () => {
  const world = await canaryWorld('SPEC');
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['operator', operator],
    ['coordinator who asked', world.coordinator],
  ];
  for (const role of roles) {
    const institutionId = role === 'institution_manager' ? world.ids.institutionId : null;
    people.push([role, await newPerson(world.network, role, institutionId)]);
  }
  people.push(['recorder', world.mentor], ['leader', world.leader]);
  const returned: string[] = [];

  for (const [name, procedure] of procedures) {
    for (const [role, person] of people) {
      const { answer } = await probe(person, name, inputFor(procedure, world.ids, world.network.code));
      if (answer.includes(sealedCanary)) returned.push(`${name} ${role}`);
    }
  }

  expect(returned.toSorted()).toEqual([
    'consents.open recorder',
    // A plan that waits is read by who decides about it.
    'mentoring.approval coordinator',
    'mentoring.approval recorder',
    'mentoring.approvalForm recorder',
    'mentoring.entry recorder',
    'mentoring.logForm recorder',
    'mentoring.myself leader',
    'mentoring.relation leader',
    'mentoring.relation recorder',
    'mentoring.risk recorder',
    'mentoring.saveDraft recorder',
    'prerequisites.note coordinator',
    'privacy.everything leader',
    'privacy.everything recorder',
    'questions.open coordinator',
    'supervision.page recorder',
    'support.openSeat coordinator',
    'support.openSeat institution_manager',
    'support.openTraining coordinator',
  ]);
});

test('the walk would see a leak: a member of the network does see the word', async () => {
  const world = await canaryWorld('SEEN');

  const { answer } = await probe(world.coordinator, 'trainings.manage', {
    network: world.network.code,
    trainingId: world.ids.trainingId,
  });

  expect(answer).toContain(world.canary);
});

test('a training shared with a partner is read there, and gone at once when the share is revoked', async () => {
  const own = await newNetwork();
  const partner = await newNetwork();
  const coordinator = await newPerson(own, 'coordinator');
  const reader = await newPerson(partner, 'mentor');
  const trainingId = await newTraining(own, coordinator, { visibility: 'network' });
  const now = new Date();
  const titles = async () =>
    (await as(reader).trainings.catalogue({ network: partner.code })).trainings.map(({ id, isShared }) => [
      id,
      isShared,
    ]);
  const { sessions } = await as(coordinator).trainings.page({ network: own.code, trainingId });
  const sessionIds = sessions.map(({ id }) => id);
  const dates = async (kind: 'calendar' | 'feed' = 'calendar', who: TestPerson | null = reader) => {
    const range = { network: partner.code, from: new Date(), to: new Date(Date.now() + days(30)) };
    const found = await as(who).trainings[kind](range);
    return found.map((each) => [each.id, each.sharedBy, each.sessions.map(({ id }) => id)]);
  };

  expect(
    await probe(coordinator, 'trainings.share', { network: own.code, trainingId, recipient: partner.code }),
  ).toMatchObject({ code: 'link_not_accepted' });
  await acceptLink(null, { networkId: own.id, now }, { networkId: partner.id, now }, ['trainings']);
  await as(coordinator).trainings.share({ network: own.code, trainingId, recipient: partner.code });
  expect(await titles()).toEqual([[trainingId, true]]);
  expect(await dates()).toEqual([[trainingId, `Rețeaua ${own.tag}`, sessionIds]]);
  expect(await dates('feed')).toEqual(await dates());
  expect(await dates('feed', null)).toEqual([]);
  expect((await as(reader).trainings.page({ network: partner.code, trainingId })).isOwn).toBe(false);

  await as(coordinator).trainings.revokeShare({ network: own.code, trainingId, recipient: partner.code });
  expect([await titles(), await dates(), await dates('feed')]).toEqual([[], [], []]);
  expect(await probe(reader, 'trainings.page', { network: partner.code, trainingId })).toMatchObject({
    code: 'not_found',
  });
});

test('one institution in two networks: its manager here sees nothing of it there', async () => {
  const here = await newNetwork();
  const there = await newNetwork();
  const institutionId = await newInstitution(here);
  await joinNetwork(
    { actorId: null, now: new Date(), networkId: there.id },
    { institutionId, role: 'member', track: '', isGuest: true, joinedOn: null },
  );
  const manager = await newPerson(here, 'institution_manager', institutionId);
  const coordinator = await newPerson(there, 'coordinator');
  const trainingId = await newTraining(there, coordinator);
  await as(coordinator).seats.register({
    network: there.code,
    trainingId,
    institutionId,
    places: places('Leakova'),
    requestKey: randomUUID(),
  });

  expect(await probe(manager, 'seats.mine', { network: there.code })).toMatchObject({ code: 'not_found' });
  expect((await as(manager).seats.mine({ network: here.code })).seats).toEqual([]);
  expect((await as(null).institutions.list({ network: there.code })).institutions).toEqual([]);
});

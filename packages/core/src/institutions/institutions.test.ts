import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { joinNetwork } from './join.server.ts';

await useTestDatabase();

const word = () => `Q${randomUUID().slice(0, 8)}`;

async function oneNetwork() {
  const network = await newNetwork();
  return { network, coordinator: await newPerson(network, 'coordinator') };
}

type Card = Parameters<ReturnType<typeof as>['institutions']['create']>[0];

const card = (network: TestNetwork, name: string, changes: Partial<Card> = {}): Card => ({
  network: network.code,
  kind: 'ngo',
  texts: [{ language: 'ro', name }],
  country: 'RO',
  ...changes,
});

const create = async (coordinator: TestPerson, input: Card) =>
  (await as(coordinator).institutions.create(input)).institutionId;

async function found(network: TestNetwork, q: string, person: TestPerson | null = null) {
  const { institutions } = await as(person).institutions.list({ network: network.code, q });
  return institutions.map(({ name }) => name);
}

const page = (person: TestPerson | null, network: TestNetwork, institutionId: string) =>
  as(person).institutions.page({ network: network.code, institutionId });

test('a coordinator enters an institution; it lies where its place lies and its county has one form', async () => {
  const { network, coordinator } = await oneNetwork();
  const name = word();

  const id = await create(coordinator, card(network, name, { locality: 'Band', county: 'Mureş' }));
  const seen = await page(null, network, id);

  expect(seen).toMatchObject({
    name,
    county: 'Mureș / Maros',
    state: 'draft',
    keeper: { code: network.code, isHere: true },
  });
  expect([Math.round(seen.latitude ?? 0), Math.round(seen.longitude ?? 0)]).toEqual([47, 24]);
});

test.each([['Mureș'], ['Mureş'], ['mures'], ['Maros'], ['marosvasarhely'], ['Târgu Mureş']])(
  'UNW-13: %s is one place',
  async (q) => {
    const { network, coordinator } = await oneNetwork();
    const [here, there] = [word(), word()];
    await create(coordinator, card(network, here, { locality: 'Târgu Mureș', county: 'Mureș' }));
    await create(coordinator, card(network, there, { locality: 'Zetea', county: 'Harghita' }));

    expect(await found(network, q)).toEqual([here]);
  },
);

test('Hagita finds Harghita, and says that it is only similar; a sign of a pattern is a sign', async () => {
  const { network, coordinator } = await oneNetwork();
  const name = word();
  await create(coordinator, card(network, name, { locality: 'Zetea', county: 'Harghita' }));

  const answer = await as(null).institutions.list({ network: network.code, q: 'Hagita' });

  expect([answer.institutions.map((each) => each.name), answer.isAlike]).toEqual([[name], true]);
  expect(await found(network, '%')).toEqual([]);
  expect(await found(network, '_')).toEqual([]);
});

test('the directory comes in pages and says how many there are; an end that does not exist is empty', async () => {
  const { network, coordinator } = await oneNetwork();
  for (const letter of 'ABC')
    await create(coordinator, card(network, `${letter} ${word()}`, { locality: letter }));
  const ask = (number: number) =>
    as(null).institutions.list({ network: network.code, page: number, perPage: 2 });

  const [first, second, beyond] = [await ask(1), await ask(2), await ask(9)];

  expect([first, second, beyond].map(({ total, institutions }) => [total, institutions.length])).toEqual([
    [3, 2],
    [3, 1],
    [3, 0],
  ]);
  expect(first.institutions[0]?.name.startsWith('A')).toBe(true);
});

test('filters offer what the network has, and an unknown kind is refused', async () => {
  const { network, coordinator } = await oneNetwork();
  await create(
    coordinator,
    card(network, word(), { locality: 'Zetea', county: 'Hargita', languages: ['hu'] }),
  );
  await create(coordinator, card(network, word(), { kind: 'police', locality: 'Band', county: 'Maros' }));
  const ask = (filter: { kind?: 'police'; county?: string; speaks?: string }) =>
    as(null).institutions.list({ network: network.code, ...filter });

  const { choices } = await ask({});
  expect(choices).toEqual({
    kinds: ['ngo', 'police'],
    counties: ['Harghita / Hargita', 'Mureș / Maros'],
    languages: ['hu'],
  });
  expect((await ask({ kind: 'police' })).total).toBe(1);
  expect((await ask({ county: 'Mureș' })).total).toBe(1);
  expect((await ask({ speaks: 'hu' })).total).toBe(1);
  expect(await refusal(ask({ kind: 'castle' as 'police' }))).toBe('BAD_REQUEST');
  expect(await refusal(create(coordinator, card(network, word(), { kind: 'castle' as 'police' })))).toBe(
    'BAD_REQUEST',
  );
});

test('two of one name in one place are refused, however it is spelled; elsewhere the name is free', async () => {
  const { network, coordinator } = await oneNetwork();
  const name = `Școala ${word()}`;
  await create(coordinator, card(network, name, { locality: 'Band / Mezőbánd' }));

  const again = name.replace('Ș', 'Ş').toUpperCase();
  expect(await refusal(create(coordinator, card(network, again, { locality: 'Mezoband' })))).toBe(
    'institution_exists',
  );
  await create(coordinator, card(network, name, { locality: 'Deda' }));
  expect((await found(network, name)).length).toBe(2);
});

test('who press at once with one name make one institution', async () => {
  const { network, coordinator } = await oneNetwork();
  const name = word();

  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map(() => create(coordinator, card(network, name, { locality: 'Band' }))),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await found(network, name)).toEqual([name]);
});

test('an institution cannot be a part of itself, in any number of steps, also when all press at once', async () => {
  const { network, coordinator } = await oneNetwork();
  const cards = await Promise.all(
    [0, 1, 2].map(async () => {
      const input = card(network, word());
      return { input, institutionId: await create(coordinator, input) };
    }),
  );
  const put = (child: number, parent: number) =>
    as(coordinator).institutions.edit({
      ...(cards[child] as (typeof cards)[0]).input,
      institutionId: cards[child]?.institutionId ?? '',
      parentId: cards[parent]?.institutionId ?? '',
    });

  expect(await refusal(put(0, 0))).toBe('institution_cycle');
  const outcomes = await Promise.allSettled([put(0, 1), put(1, 2), put(2, 0)]);

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason.cause).toMatchObject({ code: 'institution_cycle', field: 'parentId' });
});

test('a card is changed by the network that keeps it and by its own manager, by nobody else', async () => {
  const { network, coordinator } = await oneNetwork();
  const other = await oneNetwork();
  const input = card(network, word());
  const institutionId = await create(coordinator, input);
  await as(other.coordinator).institutions.add({ network: other.network.code, institutionId });
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const stranger = await newPerson(
    network,
    'institution_manager',
    await create(coordinator, card(network, word())),
  );
  const mentor = await newPerson(network, 'mentor');
  const rename = (person: TestPerson, where: TestNetwork, shortName: string) =>
    as(person).institutions.edit({ ...input, network: where.code, institutionId, shortName });

  await rename(manager, network, 'one');
  expect(await refusal(rename(stranger, network, 'two'))).toBe('not_allowed');
  expect(await refusal(rename(mentor, network, 'three'))).toBe('not_allowed');
  expect(await refusal(rename(other.coordinator, other.network, 'four'))).toBe('institution_kept_elsewhere');
  expect(
    await refusal(
      as(other.coordinator).institutions.moveCard({
        network: other.network.code,
        institutionId,
        move: 'verify',
      }),
    ),
  ).toBe('institution_kept_elsewhere');
  expect((await page(null, other.network, institutionId)).shortName).toBe('one');
});

test('the history says which fields changed and none of their values', async () => {
  const { network, coordinator } = await oneNetwork();
  const input = card(network, word());
  const institutionId = await create(coordinator, input);
  await as(coordinator).institutions.edit({ ...input, institutionId, address: 'Strada Tainică 7' });
  await as(coordinator).institutions.moveCard({ network: network.code, institutionId, move: 'verify' });

  const { events, state } = await page(coordinator, network, institutionId);

  expect(state).toBe('verified');
  expect(events.map(({ kind }) => kind)).toEqual([
    'institution.moved',
    'institution.changed',
    'institution.joined',
    'institution.created',
  ]);
  expect(events[1]?.payload).toEqual({ fields: ['address'] });
  expect((await page(null, network, institutionId)).events).toEqual([]);
});

test('one institution in two networks: staff, focal point, note and history of one are not in the other', async () => {
  const [here, there] = [await oneNetwork(), await oneNetwork()];
  const institutionId = await create(here.coordinator, card(here.network, word()));
  await as(there.coordinator).institutions.add({ network: there.network.code, institutionId });
  const secret = word();
  const manager = await newPerson(here.network, 'institution_manager', institutionId);
  await as(here.coordinator).institutions.editMembership({
    network: here.network.code,
    institutionId,
    role: 'partner',
    track: '',
    focalPointId: manager.personId,
    note: secret,
  });

  const own = await page(here.coordinator, here.network, institutionId);
  const elsewhere = await page(there.coordinator, there.network, institutionId);
  const visitor = await page(null, here.network, institutionId);

  expect([own.note, own.focalPoint?.personId, own.staff?.length]).toEqual([secret, manager.personId, 1]);
  expect(elsewhere.staff).toEqual([]);
  for (const seen of [elsewhere, visitor]) {
    const text = JSON.stringify(seen);
    expect([text.includes(secret), text.includes(manager.email), seen.focalPoint]).toEqual([
      false,
      false,
      null,
    ]);
  }
  expect(elsewhere.elsewhere.map(({ code }) => code)).toEqual([here.network.code]);
});

test('the focal point is someone of the institution', async () => {
  const { network, coordinator } = await oneNetwork();
  const institutionId = await create(coordinator, card(network, word()));
  const mentor = await newPerson(network, 'mentor');

  expect(
    await refusal(
      as(coordinator).institutions.editMembership({
        network: network.code,
        institutionId,
        role: 'member',
        focalPointId: mentor.personId,
      }),
    ),
  ).toBe('focal_point_not_staff');
});

test('who leaves loses the roles for that institution at once and is no longer listed', async () => {
  const { network, coordinator } = await oneNetwork();
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const move = (name: 'suspend' | 'leave' | 'review' | 'readmit') =>
    as(coordinator).institutions.moveMembership({ network: network.code, institutionId, move: name });

  expect(await refusal(move('review'))).toBe('state_changed');
  await move('suspend');
  expect((await as(null).institutions.list({ network: network.code })).total).toBe(0);
  expect(await refusal(page(null, network, institutionId))).toBe('not_found');
  const outcomes = await Promise.allSettled([move('leave'), move('leave'), move('leave')]);

  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await refusal(as(manager).seats.mine({ network: network.code }))).toBe('not_found');
  const { events } = await page(coordinator, network, institutionId);
  expect(events.filter(({ kind }) => kind === 'membership.moved').map(({ payload }) => payload)).toEqual([
    { from: 'suspended', to: 'left', endedRoles: 1 },
    { from: 'active', to: 'suspended', endedRoles: 0 },
  ]);
  await move('readmit');
  expect((await as(null).institutions.list({ network: network.code })).total).toBe(1);
});

test('a card goes to the next network when its keeper leaves', async () => {
  const [first, second] = [await oneNetwork(), await oneNetwork()];
  const input = card(first.network, word());
  const institutionId = await create(first.coordinator, input);
  await as(second.coordinator).institutions.add({ network: second.network.code, institutionId });

  await as(first.coordinator).institutions.moveMembership({
    network: first.network.code,
    institutionId,
    move: 'leave',
  });
  await as(second.coordinator).institutions.edit({
    ...input,
    network: second.network.code,
    institutionId,
    shortName: 'Z',
  });

  expect((await page(null, second.network, institutionId)).keeper?.code).toBe(second.network.code);
});

test('the register finds what some network shows, with typing errors, and nothing that is hidden', async () => {
  const [here, there] = [await oneNetwork(), await oneNetwork()];
  const name = `Fundația ${word()}`;
  const institutionId = await create(there.coordinator, card(there.network, name, { locality: 'Deda' }));
  const search = async (q: string) =>
    (await as(here.coordinator).institutions.register({ network: here.network.code, q })).institutions.map(
      ({ id }) => id,
    );

  expect(await search(name.replace('ț', 't').toLowerCase())).toEqual([institutionId]);
  expect(await search('Fu')).toEqual([]);
  await as(there.coordinator).institutions.moveMembership({
    network: there.network.code,
    institutionId,
    move: 'suspend',
  });
  expect(await search(name)).toEqual([]);
  expect(
    await refusal(as(here.coordinator).institutions.add({ network: here.network.code, institutionId })),
  ).toBe('not_found');
});

async function twins() {
  const { network, coordinator } = await oneNetwork();
  const [winner, loser] = [await newInstitution(network), await newInstitution(network)];
  const pair = { network: network.code, institutionId: winner, otherInstitutionId: loser };
  return { network, coordinator, winner, loser, pair };
}

test('a merge moves people, registrations and seats, and the old address leads to the card that stays', async () => {
  const { network, coordinator, winner, loser, pair } = await twins();
  const manager = await newPerson(network, 'institution_manager', loser);
  const trainingId = await newTraining(network, coordinator);
  await as(manager).seats.register({
    network: network.code,
    trainingId,
    places: places('Pop', 'Rus'),
    requestKey: randomUUID(),
  });
  await as(coordinator).institutions.editMembership({
    network: network.code,
    institutionId: loser,
    role: 'member',
    focalPointId: manager.personId,
    note: 'from the other file',
  });

  const { counts, loser: side } = await as(coordinator).institutions.mergePreview(pair);
  await as(coordinator).institutions.merge({ ...pair, names: 'loser' });

  expect(counts).toMatchObject({ staff: 1, registrations: 1, seats: 2, participants: 2, moves: 0 });
  const seen = await page(coordinator, network, loser);
  expect([seen.id, seen.name]).toEqual([winner, side.texts[0]?.name]);
  expect([seen.note, seen.focalPoint?.personId]).toEqual(['from the other file', manager.personId]);
  const { seats } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  expect(seats.map(({ institutionId }) => institutionId)).toEqual([winner, winner]);
  expect((await as(manager).seats.mine({ network: network.code })).seats).toHaveLength(2);
  expect((await as(null).institutions.list({ network: network.code })).total).toBe(1);
});

test('a merge run many times at once happens once, and both ways at once only one way', async () => {
  const { network, coordinator, pair, winner, loser } = await twins();
  const back = { network: network.code, institutionId: loser, otherInstitutionId: winner };

  const outcomes = await Promise.allSettled(
    [pair, pair, back, pair, back].map((each) => as(coordinator).institutions.merge(each)),
  );

  const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
  expect([2, 3]).toContain(done);
  const { events } = await page(coordinator, network, winner);
  expect(events.filter(({ kind }) => kind === 'institution.merged')).toHaveLength(1);
  const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect([...new Set(refused.map(({ reason }) => reason.cause?.code))]).toEqual(['institution_merged']);
});

test('a person whom both institutions named is one afterwards; two living seats in one training stop the merge', async () => {
  const { network, coordinator, winner, loser, pair } = await twins();
  const manager = await newPerson(network, 'institution_manager', loser);
  await inNetwork(network.id, (tx) =>
    tx.prisma.roleAssignment.create({
      data: {
        id: randomUUID(),
        networkId: network.id,
        personId: manager.personId,
        role: 'institution_manager',
        institutionId: winner,
        validFrom: new Date(0),
      },
    }),
  );
  const trainingId = await newTraining(network, coordinator);
  const seatOf = (institutionId: string) =>
    as(manager).seats.register({
      network: network.code,
      trainingId,
      institutionId,
      places: [{ givenName: 'Ana', familyName: 'Same', email: manager.email }],
      requestKey: randomUUID(),
    });
  await seatOf(loser);
  await seatOf(winner);
  const participants = await inNetwork(network.id, (tx) =>
    tx.prisma.participant.findMany({ where: { networkId: network.id }, select: { id: true } }),
  );
  await inNetwork(network.id, (tx) =>
    tx.prisma.participant.updateMany({
      where: { networkId: network.id, id: { in: participants.map(({ id }) => id) } },
      data: { personId: manager.personId },
    }),
  );

  expect(participants).toHaveLength(2);
  expect(await refusal(as(coordinator).institutions.merge(pair))).toBe('merge_seats_clash');
  const { seats } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const gone = seats.find(({ institutionId }) => institutionId === loser);
  await as(coordinator).seats.cancel({ network: network.code, seatId: gone?.id ?? '' });
  await as(coordinator).institutions.merge(pair);

  const after = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  expect(new Set(after.seats.map(({ institutionId }) => institutionId))).toEqual(new Set([winner]));
  const { staff } = await page(coordinator, network, winner);
  expect(staff?.map(({ roles }) => roles)).toEqual([['institution_manager']]);
});

test('another network keeps its member under the card that stays, with its rows; one that has both stops the merge', async () => {
  const { network, coordinator, winner, loser, pair } = await twins();
  const other = await oneNetwork();
  await as(other.coordinator).institutions.add({ network: other.network.code, institutionId: loser });
  const staff = await newPerson(other.network, 'institution_manager', loser);
  const both = await oneNetwork();
  for (const institutionId of [winner, loser])
    await as(both.coordinator).institutions.add({ network: both.network.code, institutionId });

  expect(await refusal(as(coordinator).institutions.merge(pair))).toBe('merge_held_by_both');
  expect((await page(null, both.network, loser)).id).toBe(loser);
  expect(
    await refusal(as(other.coordinator).institutions.merge({ ...pair, network: other.network.code })),
  ).toBe('not_found');
  await inNetwork(both.network.id, (tx) =>
    tx.prisma.membership.deleteMany({ where: { networkId: both.network.id, institutionId: loser } }),
  );
  await as(coordinator).institutions.merge(pair);

  const there = await page(other.coordinator, other.network, loser);
  expect([there.id, there.staff?.map(({ personId }) => personId)]).toEqual([winner, [staff.personId]]);
  expect(there.events.map(({ kind }) => kind)).toContain('institution.merged');
  expect((await page(coordinator, network, winner)).events[0]?.payload).toMatchObject({ otherNetworks: 1 });
});

test('what was merged cannot be merged, joined or changed again, and cannot be merged with itself', async () => {
  const { network, coordinator, winner, loser, pair } = await twins();
  const other = await oneNetwork();
  const third = await newInstitution(network);
  expect(
    await refusal(as(coordinator).institutions.mergePreview({ ...pair, otherInstitutionId: winner })),
  ).toBe('merge_with_itself');
  await as(coordinator).institutions.merge(pair);

  expect(
    await refusal(
      as(coordinator).institutions.merge({
        network: network.code,
        institutionId: third,
        otherInstitutionId: loser,
      }),
    ),
  ).toBe('institution_merged');
  expect(
    await refusal(
      joinNetwork(
        { actorId: null, now: new Date(), networkId: other.network.id },
        { institutionId: loser, role: 'member', track: '', isGuest: false, joinedOn: null },
      ),
    ),
  ).toBe('institution_merged');
});

test('a merge that would put an institution inside itself changes nothing', async () => {
  const { network, coordinator } = await oneNetwork();
  const inputs = [0, 1, 2].map(() => card(network, word()));
  const [top = '', middle = '', low = ''] = await Promise.all(
    inputs.map((each) => create(coordinator, each)),
  );
  const put = (index: number, institutionId: string, parentId: string) =>
    as(coordinator).institutions.edit({ ...(inputs[index] as Card), institutionId, parentId });
  await put(1, middle, top);
  await put(2, low, middle);

  expect(
    await refusal(
      as(coordinator).institutions.merge({
        network: network.code,
        institutionId: low,
        otherInstitutionId: top,
      }),
    ),
  ).toBe('institution_cycle');
  expect((await page(coordinator, network, top)).id).toBe(top);
  await as(coordinator).institutions.merge({
    network: network.code,
    institutionId: top,
    otherInstitutionId: middle,
  });
  expect((await page(coordinator, network, low)).parent?.id).toBe(top);
});

import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { insertMessages, insertNotices } from '@tessera/db/messages.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { pdfOf } from '@tessera/files/document.testing.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createCaller } from './api.server.ts';
import { type Ids, newOwnAccount, oneFile, someIds } from './canary.testing.server.ts';
import { newCardTeam, newPublishedCard } from './cards/cards.testing.server.ts';
import { recordEvent } from './events/record.server.ts';
import { infoTopics } from './headcounts/rules.ts';
import { openSession } from './identity/sessions.server.ts';
import { newStory } from './initiatives/initiatives.testing.server.ts';
import { joinNetwork, registerInstitution } from './institutions/join.server.ts';
import { newReplacement, newResource } from './library/library.testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring/mentoring.testing.server.ts';
import { acceptLink } from './networks/links.server.ts';
import { addPhase } from './networks/phases.server.ts';
import { registerAreas } from './privacy/processing/areas.ts';
import { inputFor, procedures } from './procedures.testing.server.ts';
import {
  as,
  countStatements,
  days,
  hours,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  requestOf,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from './testing.server.ts';

// Whatever is read asks the database as often for one row of everything as for several. Procedures find themselves.

const urls = await useTestDatabase();

const queries = procedures.filter(([, { _def }]) => _def.type === 'query');

const quotaKinds = ['municipality', 'ngo', 'police'];
const budgetKinds = ['total', 'grant', 'other'] as const;

type World = { network: TestNetwork; ids: Ids; people: [string, TestPerson | null][] };

/** A network with `count` rows of every kind, for everybody who can list them. */
async function worldOf(count: number): Promise<World> {
  const network = await newNetwork();
  const { code } = network;
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const operators = { id: platformNetworkId, code: 'platform', tag: '' };
  const operator = await newPerson(operators, 'platform_admin');
  const people: World['people'] = Object.entries({ coordinator, trainer, manager, operator });
  const register = (trainingId: string, at: Date, ...names: (string | null)[]) =>
    as(manager, at).seats.register({
      network: code,
      trainingId,
      places: places(...names).map((place, index) => ({
        ...place,
        wheelchair: true,
        interpreter: (['uk', 'ar', 'fa'] as const)[index],
      })),
      requestKey: randomUUID(),
    });
  const now = new Date();
  const sessionsAt = (start: number) =>
    Array.from({ length: count }, (_, index) => ({
      startsAt: new Date(start + hours(index * 5)),
      endsAt: new Date(start + hours(index * 5 + 3)),
      halfDay: 'am' as const,
      capacity: 99,
    }));
  const texts = [
    {
      language: 'ro',
      title: 'Curs',
      outcomes: Array.from({ length: count }, (_, index) => `Rezultat ${index}`),
    },
  ];
  const trainerIds = [trainer.personId];
  const names = Array.from({ length: count }, (_, index) => `Pop${index}`);
  const ids: Ids = { institutionId, personId: coordinator.personId };

  for (const name of names) {
    ids.applicationId = await newApplication(network, name);
    const child = await newNetwork({ parentCode: code, kind: 'county' });
    for (const [, person] of people) {
      if (!person) continue;
      await openSession(person.personId, 'test');
      await join(child, person);
    }
    ids.child = child.code;
    Object.assign(ids, await newOwnAccount(network, coordinator, coordinator, randomUUID()));
    await newPerson(network, 'institution_manager', institutionId);
    const other = await newInstitution(network);
    await newPerson(network, 'institution_manager', other);
    await newPerson(network, 'trainer');
    await acceptLink(null, { networkId: network.id, now }, { networkId: child.id, now }, ['trainings']);
    const abroad = await newPerson(child, 'coordinator');
    const shared = await newTraining(child, abroad);
    await as(abroad).trainings.share({ network: child.code, trainingId: shared, recipient: code });
    await as(abroad).closing.ask({ network: child.code, code: child.code, reason: 'It has come to its end' });
    await addPhase(network.id, {
      title: name,
      startsOn: now,
      endsOn: now,
      note: '',
      participantForm: 'none',
      funders: names.map((each) => ({ name: each })),
      budget: budgetKinds.slice(0, count).map((kind) => ({ kind, amountMinor: 100n, currency: 'EUR' })),
    });
    const [phase] = (await as(coordinator).phases.list({ network: code })).phases;
    ids.phaseId = phase?.id ?? '';
    const { invitationId } = await as(coordinator).members.invite({
      network: code,
      email: `${randomUUID()}@demo.example`,
      role: 'trainer',
    });

    const coming = { texts, trainerIds, sessions: sessionsAt(Date.now() + days(34)), capacity: 2 * count };
    await as(coordinator).trainings.create(trainingDetails(network, coming));
    await as(manager).trainings.create(trainingDetails(network, coming));
    const index = names.indexOf(name);
    const counted = await newTraining(network, coordinator, {
      ...coming,
      kind: 'information_session',
      sessions: sessionsAt(Date.now() - days(400 * (index + 1))),
    });
    const figures = {
      total: 6,
      women: 6,
      men: 0,
      otherGender: 0,
      under18: 0,
      from18: 6,
      from30: 0,
      from55: 0,
    };
    await as(coordinator).headCounts.record({
      network: code,
      trainingId: counted,
      topic: infoTopics[index] ?? 'other',
      languages: ['ro', 'hu', 'ar'].slice(0, index + 1),
      ...figures,
    });
    const open = await newTraining(network, coordinator, { ...coming, promotion: 'offer' });
    await as(coordinator).trainings.share({ network: code, trainingId: open, recipient: child.code });
    await register(open, now, ...names, ...names.map(() => null));
    await register(open, now, ...names.map((each) => `${each}W`));
    const { seats } = await as(coordinator).trainings.manage({ network: code, trainingId: open });
    const [first = ''] = seats.map(({ id }) => id);
    await as(manager).seats.cancel({ network: code, seatId: first });

    const over = await newTraining(network, coordinator, {
      ...coming,
      sessions: sessionsAt(Date.now() - days(3)),
    });
    await as(coordinator).trainings.changeCapacity({
      network: code,
      trainingId: over,
      capacity: 2 * count,
      quotas: quotaKinds.slice(0, count).map((key) => ({ scope: 'institution_kind', key, size: 99 })),
    });
    await register(over, new Date(Date.now() - days(5)), ...names);
    await as(manager, new Date(Date.now() - days(5))).seats.register({
      network: code,
      trainingId: over,
      places: [{ givenName: 'Ion', familyName: 'Manager', email: manager.email }],
      requestKey: randomUUID(),
    });
    const sheet = await as(coordinator).attendance.sheet({ network: code, trainingId: over });
    for (const { id } of sheet.sessions) {
      await as(coordinator).attendance.mark({
        network: code,
        trainingId: over,
        sessionId: id,
        marks: sheet.rows.map(({ seatId }) => ({ seatId, state: 'present' })),
      });
    }
    for (const each of names) {
      const { evidenceId } = await as(coordinator).attendance.keepList({
        network: code,
        trainingId: over,
        sessionId: sheet.sessions[0]?.id ?? '',
        name: each,
        content: oneFile(pdfOf(each)),
      });
      ids.evidenceId = evidenceId;
    }
    await as(coordinator).certificates.issue({ network: code, trainingId: over });
    const unmarked = await newTraining(network, coordinator, {
      ...coming,
      sessions: sessionsAt(Date.now() - days(2)),
    });
    await register(unmarked, new Date(Date.now() - days(5)), ...names, null);

    const messageId = await sentMessage(network, coordinator);
    const [certificate] = await as(coordinator).certificates.list({ network: code, trainingId: over });
    const certificateId = certificate?.id ?? '';
    const seatId = sheet.rows[0]?.seatId ?? '';
    const sessionId = sheet.sessions[0]?.id ?? '';
    Object.assign(ids, { trainingId: over, sessionId, seatId, certificateId, invitationId, messageId });
  }
  await invitedRows(network, ids.trainingId ?? '', names);
  await evaluationRows(network, coordinator, trainer, institutionId, ids.trainingId ?? '', names);
  await exchangeRows(network, coordinator, manager, ids.trainingId ?? '', names);
  await questionRows(network, coordinator, ids, names);
  Object.assign(ids, await libraryRows(network, coordinator, names));
  Object.assign(ids, await cardRows(network, coordinator, names));
  ids.cardId = await pictureCards(network, coordinator, names);
  Object.assign(ids, await mentoringRows(network, coordinator, trainer, manager, names));
  Object.assign(ids, await memberRows(network, coordinator, names));
  await privacyRows(network, coordinator, operator, names);
  // One file for each, the last with as many wrong rows.
  for (const _ of names) {
    const { importId } = await as(coordinator).imports.upload({
      network: code,
      kind: 'people',
      name: 'people.csv',
      content: oneFile(
        `family name;given name;email\n${names.map((each) => `${each};Ion;nowhere\n`).join('')}`,
      ),
    });
    Object.assign(ids, { importId });
  }
  Object.assign(ids, { runId: await copyRows(network.id, names) });
  await fail(network, true);
  return { network, ids: { ...someIds(), ...ids }, people: [...people, ['visitor', null]] };
}

/** Copies of another network, the last with as many things. */
async function copyRows(networkId: string, names: readonly string[]): Promise<string> {
  const at = new Date();
  const ids = names.map(() => newId());
  const run = { networkId, sourceId: platformNetworkId, kinds: ['library'], state: 'done', isOffered: false };
  const runId = ids.at(-1) ?? '';
  const item = { networkId, runId, kind: 'library', position: 0, outcome: 'skipped' };
  await inNetwork(networkId, async ({ prisma }) => {
    await prisma.patternRun.createMany({
      data: ids.map((id) => ({ ...run, id, createdAt: at, changedAt: at })),
    });
    await prisma.patternItem.createMany({
      data: names.map((title) => ({ ...item, sourceKey: newId(), title })),
    });
  });
  return runId;
}

/** Questionnaires of one training that are closed, and of others of several themes that wait for an answer. */
async function evaluationRows(
  network: TestNetwork,
  coordinator: TestPerson,
  reader: TestPerson,
  institutionId: string,
  closedId: string,
  names: string[],
): Promise<void> {
  const { id: networkId, code } = network;
  const now = new Date();
  for (const [index, name] of names.entries()) {
    const theme = (['leadership', 'campaigns', 'safeguarding'] as const)[index] ?? 'other';
    const trainingId = await newTraining(network, coordinator, { theme });
    await as(coordinator).seats.register({
      network: code,
      trainingId,
      institutionId,
      places: [{ givenName: 'Ana', familyName: name, email: reader.email }],
      requestKey: randomUUID(),
    });
    const { seats } = await as(coordinator).trainings.manage({ network: code, trainingId });
    const closed = (['reaction', 'after', 'behaviour'] as const)[index] ?? 'before';
    const run = { networkId, openedAt: now, closesAt: new Date(now.getTime() + days(9)) };
    const counted = { networkId, trainingId: closedId, stage: closed };
    await inNetwork(networkId, async ({ prisma }) => {
      await prisma.evaluation.create({ data: { ...run, trainingId, stage: 'before' } });
      await prisma.evaluationRequest.create({
        data: { networkId, trainingId, stage: 'before', seatId: seats[0]?.id ?? '', askedAt: now },
      });
      await prisma.evaluation.create({ data: { ...run, ...counted, closedAt: now, answerCount: 5 } });
      await prisma.evaluationTally.createMany({
        data: ['overall', 'knowledge', 'changed'].map((question) => ({
          ...counted,
          question,
          choice: '',
          answers: 5,
        })),
      });
    });
  }
}

/** Questions of a training that are answered, and other trainings that ask some. */
async function questionRows(network: TestNetwork, coordinator: TestPerson, ids: Ids, names: string[]) {
  const code = { network: network.code };
  const question = { ...code, kind: 'yes_no' as const, texts: { ro: { text: 'Da?' } } };
  for (const name of names) {
    await as(coordinator).questions.save({
      ...question,
      trainingId: ids.trainingId ?? '',
      name: name.toLowerCase(),
    });
    const trainingId = await newTraining(network, coordinator);
    await as(coordinator).questions.save({ ...question, trainingId });
  }
  const answers = Object.fromEntries(names.map((name) => [name.toLowerCase(), ['yes']]));
  await as(coordinator).questions.answer({ ...code, seatId: ids.seatId ?? '', answers });
}

/** Resources, the last one shared with a partner for each name. */
async function libraryRows(network: TestNetwork, coordinator: TestPerson, names: string[]): Promise<Ids> {
  const now = new Date();
  let resourceId = '';
  let replacementId = '';
  for (const name of names) {
    resourceId = await newResource(network, coordinator);
    replacementId = await newReplacement(network, coordinator, resourceId, name);
  }
  for (const _ of names) {
    const partner = await newNetwork();
    await acceptLink(null, { networkId: network.id, now }, { networkId: partner.id, now }, ['resources']);
    await as(coordinator).library.share({ network: network.code, resourceId, recipient: partner.code });
  }
  const { items } = await as(coordinator).library.one({ network: network.code, resourceId });
  return { resourceId, itemId: items[0]?.id ?? '', replacementId, ownerCode: network.code };
}

/** Guests of a partner in a training, what its institutions took home, and seats of the own people in a partner's training. */
async function exchangeRows(
  network: TestNetwork,
  coordinator: TestPerson,
  manager: TestPerson,
  trainingId: string,
  names: string[],
): Promise<void> {
  const now = new Date();
  const partner = await newNetwork();
  const abroad = await newPerson(partner, 'coordinator');
  const guest = await newPerson(partner, 'institution_manager', await newInstitution(partner));
  await acceptLink(null, { networkId: network.id, now }, { networkId: partner.id, now }, ['trainings']);
  const theirs = await newTraining(partner, abroad, { capacity: 30 });
  await as(abroad).trainings.share({
    network: partner.code,
    trainingId: theirs,
    recipient: network.code,
    takesGuests: true,
  });
  await as(coordinator).trainings.share({
    network: network.code,
    trainingId,
    recipient: partner.code,
    takesGuests: true,
  });
  for (const name of names) {
    for (const [person, { code }, training, at] of [
      [manager, network, theirs, now],
      [guest, partner, trainingId, new Date(now.getTime() - days(5))],
    ] as const) {
      await as(person, at).exchange.register({
        network: code,
        trainingId: training,
        places: places(name),
        requestKey: randomUUID(),
      });
    }
    await as(manager, new Date(now.getTime() + days(30))).exchange.recordTakeaway({
      network: network.code,
      trainingId,
      learned: name,
    });
  }
}

/** The network's card in more languages, an institution with several names, and networks that could stand beneath. */
async function cardRows(network: TestNetwork, coordinator: TestPerson, names: string[]): Promise<Ids> {
  const { code, tag } = network;
  const caller = as(coordinator);
  const inLanguages = names.map((name, index) => ({
    language: ['de', 'bg', 'sl'][index] ?? 'en',
    name: `${name} ${tag}`,
  }));
  await caller.networks.saveTexts({ network: code, texts: [{ language: 'ro', name: tag }, ...inLanguages] });
  const { institutionId } = await caller.institutions.create({
    network: code,
    kind: 'municipality',
    texts: inLanguages,
  });
  for (const name of names) {
    await newInstitution(network, `${tag} ${name}`);
    const other = await newNetwork({ kind: 'county' });
    await caller.networks.requestMove({ network: code, as: 'parent', other: other.code });
  }
  return { otherInstitutionId: institutionId };
}

/** Everyone who was invited to an event. */
async function invitedRows({ id: networkId }: TestNetwork, trainingId: string, names: string[]) {
  const at = new Date();
  const row = {
    networkId,
    trainingId,
    invitedName: '',
    language: 'ro',
    createdAt: at,
    sentAt: at,
    expiresAt: at,
  };
  await inNetwork(networkId, ({ prisma }) =>
    prisma.seatInvitation.createMany({
      data: names.map((name) => ({ ...row, id: randomUUID(), email: `${name.toLowerCase()}@demo.example` })),
    }),
  );
}

/** A member with several roles and capabilities, of whom and of whose like the network asks several things. */
async function memberRows(network: TestNetwork, coordinator: TestPerson, names: string[]): Promise<Ids> {
  const code = { network: network.code };
  const caller = as(coordinator);
  const { personId } = await newPerson(network, 'mentor');
  await newPerson(network, 'mentor');
  const [first] = (await caller.members.person({ ...code, personId })).roles;
  const assignmentId = first?.id ?? '';
  const ids: Ids = { personId, assignmentId };
  for (const [index, name] of names.entries()) {
    const institutionId = await newInstitution(network);
    await caller.members.giveRole({ ...code, personId, role: 'institution_manager', institutionId });
    await caller.members.grantCapability({
      ...code,
      assignmentId,
      capability: 'interpreter',
      inLanguage: ['ar', 'fa', 'ps'][index],
    });
    const { kindId } = await caller.prerequisites.require({
      ...code,
      kind: 'other',
      name,
      roles: ['mentor'],
    });
    await caller.prerequisites.record({
      ...code,
      personId,
      kindId,
      issuedOn: '2020-01-01',
      evidenceNote: name,
    });
  }
  const { prerequisites } = await caller.members.person({ ...code, personId });
  return { ...ids, recordId: prerequisites[0]?.recordId ?? '' };
}

/** Cards in the deck of one language, and each in as many others as there are names. */
async function pictureCards(network: TestNetwork, coordinator: TestPerson, names: string[]): Promise<string> {
  const others = (['ps', 'uk', 'fa'] as const).slice(0, names.length);
  const team = await newCardTeam(network, ['ar', ...others], coordinator);
  let cardId = '';
  for (const name of names) {
    cardId = await newPublishedCard(network, team, { conceptKey: name.toLowerCase(), language: 'ar' });
    const where = { network: network.code, cardId };
    for (const language of others) {
      await as(team.translator).cards.write({ ...where, language, text: name, isReady: true });
      await as(team.verifiers[0]).cards.approve({ ...where, language, version: 1 });
      const seen = { testedOn: '2026-01-05', shown: 4, understood: 3 };
      await as(team.translator).cards.test({ ...where, ...seen, language });
    }
  }
  return cardId;
}

/** Programmes in each of which the same mentor has a group, and the same leader is in all of them. */
async function mentoringRows(
  network: TestNetwork,
  coordinator: TestPerson,
  mentor: TestPerson,
  leader: TestPerson,
  names: string[],
): Promise<Ids> {
  const code = { network: network.code };
  const caller = as(coordinator).mentoring;
  await join(network, mentor, 'mentor');
  await join(network, leader, 'community_leader');
  const mentorId = await newMentor(network, coordinator, mentor, 20);
  const ids: Ids = { mentorId };
  const supervised = [mentorId];
  for (const name of names) {
    supervised.push(await newMentor(network, coordinator, await newPerson(network, 'mentor')));
    const programmeId = await newProgramme(network, coordinator, { maxMentees: 20, planApproval: true });
    await caller.addCohort({ ...code, programmeId, name });
    const add = async (alias: string, personId: string | null = null) =>
      (await caller.addMentee({ ...code, programmeId, alias, personId, meetingLimits: name })).menteeId;
    const own = await add('Own', leader.personId);
    const answeredFor = await Promise.all(names.map((each) => add(each)));
    const menteeIds = [own, ...answeredFor];
    const people = { programmeId, mentor, mentorId, menteeIds, answering: [leader], answeredFor };
    await caller.savePlan({
      ...code,
      programmeId,
      tasks: names.map((title) => ({
        taskId: newId(),
        titles: [{ language: 'ro', title }],
        owner: 'mentor',
        days: 1,
      })),
    });
    const relationId = await newRelation(network, coordinator, people);
    for (const [index, confidentiality] of names.entries()) {
      const language = (['ro', 'en', 'de'] as const)[index] ?? 'hu';
      const rules = { places: name, hours: name, gifts: name, ending: name };
      await caller.saveAgreement({ ...code, programmeId, language, confidentiality, ...rules });
    }
    for (const [seen, each] of names.entries()) {
      const change = { ...code, relationId, nonce: randomUUID(), seen, reason: each };
      await as(mentor).mentoring.setRisk({ ...change, level: 'high' });
      const goal = { ...code, relationId, menteeId: own, text: each };
      const { goalId } = await as(mentor).mentoring.setGoal(goal);
      await as(mentor).mentoring.reviewGoal({
        ...code,
        goalId,
        progress: 1,
        state: 'in_progress',
        note: each,
      });
      const session = heldSession(network, relationId, menteeIds);
      const said = { ...session, summary: each, privateNote: each };
      const { sessionId: entryId } = await as(mentor).mentoring.logSession(said);
      Object.assign(ids, { goalId, entryId });
    }
    const meeting = { ...code, day: '2026-01-05', kind: 'group' as const, mentorIds: supervised };
    const said = { nonce: randomUUID(), themes: name, isNoName: true };
    Object.assign(ids, await as(coordinator).supervision.record({ ...meeting, ...said }));
    await as(mentor).mentoring.askAsMentor({ ...code, relationId, what: 'more_time' });
    const { asks } = await caller.standing({ ...code, relationId });
    Object.assign(ids, { askId: asks[0]?.id ?? '' });
    const goals = (await as(mentor).mentoring.approvalForm({ ...code, relationId, kind: 'plan' })).seen;
    for (const words of names) {
      const request = { ...code, relationId, words, nonce: randomUUID() };
      const closing = await as(mentor).mentoring.requestApproval({ ...request, kind: 'closing' });
      await caller.decideApproval({ ...code, ...closing, decision: 'sent_back', words });
    }
    const plan = { ...code, relationId, kind: 'plan' as const, nonce: randomUUID(), seen: goals };
    Object.assign(ids, await as(mentor).mentoring.requestApproval(plan));
    const surveyId = randomUUID();
    const asked = { relationId, dueOn: new Date('2026-01-05'), askedAt: new Date() };
    await inNetwork(network.id, ({ prisma }) =>
      prisma.mentoringSurvey.create({
        data: { id: surveyId, networkId: network.id, personId: mentor.personId, ...asked },
      }),
    );
    Object.assign(ids, { surveyId });
    const concern = { ...code, nonce: randomUUID(), category: 'other' as const, text: name };
    const { concernId } = await as(mentor).concerns.raise(concern);
    Object.assign(ids, { programmeId, relationId, concernId, menteeId: await add('Free') });
    Object.assign(ids, await initiativeRows(network, coordinator, leader, { programmeId, menteeIds }, names));
  }
  return ids;
}

/** An initiative with a public story; what belongs to it once for each name. */
async function initiativeRows(
  network: TestNetwork,
  coordinator: TestPerson,
  leader: TestPerson,
  team: { programmeId: string; menteeIds: string[] },
  names: string[],
): Promise<Ids> {
  const initiativeId = await newStory(network, coordinator, leader, {
    ...team,
    title: names[0] ?? '',
    amounts: names.map(() => '10'),
  });
  const where = { network: network.code, initiativeId };
  const photos = [];
  for (const name of names) {
    const picture = { ...where, name, content: oneFile(pngOf(4, 4)) };
    photos.push({ ...(await as(leader).initiatives.keepPhoto(picture)), words: name });
  }
  const texts = [{ language: 'ro' as const, title: 'Paine', body: 'Au venit.' }];
  await as(leader).initiatives.writeStory({ ...where, texts, photos });
  const give = { ...where, version: 2, answer: 'give' } as const;
  await as(leader).initiatives.answerStory(give);
  for (const menteeId of team.menteeIds.slice(1))
    await as(coordinator).initiatives.answerStoryFor({ ...give, menteeId });
  await as(coordinator).initiatives.publish(where);
  return { initiativeId, photoId: photos[0]?.photoId ?? '' };
}

/** Purposes of the network's own, consents to them, and people who asked to read and to be forgotten. */
async function privacyRows(
  network: TestNetwork,
  coordinator: TestPerson,
  operator: TestPerson,
  names: string[],
): Promise<void> {
  const code = { network: network.code };
  const caller = as(coordinator);
  const mentor = await newPerson(network, 'mentor');
  const reason = 'There was a complaint';
  const areas = [...registerAreas];
  for (const name of names) {
    const purpose = name.toLowerCase();
    await caller.consents.newWording({
      ...code,
      purpose,
      texts: [{ language: 'ro', title: name, text: name }],
    });
    const { consentId } = await as(mentor).consents.record({
      ...code,
      purpose,
      language: 'ro',
      subject: name,
      givenHow: 'signature',
      answer: 'give',
    });
    await caller.privacy.decideProcessing({ ...code, area: areas.pop() ?? 'seats', basis: 'c' });
    await caller.privacy.askAccess({ ...code, consentId, reason });
    await as(operator).privacy.askAccessAsOperator({ ...code, consentId, reason });
    await as(await newPerson(network, 'volunteer')).privacy.requestErasure();
  }
}

/** A mail in the log that was sent again, and a notice. */
async function sentMessage({ id: networkId, code }: TestNetwork, coordinator: TestPerson): Promise<string> {
  const { events } = await as(coordinator).events.history({ network: code });
  const id = newId();
  const { personId, email } = coordinator;
  const row = { id, kind: 'seat-promoted', email, personId, language: 'ro' };
  const notice = { id: newId(), kind: row.kind, personId, topic: 'own', params: {} };
  await inNetwork(networkId, async (tx) => {
    await tx.run(insertNotices(networkId, events[0]?.id ?? '', JSON.stringify([notice])));
    await tx.run(insertMessages(networkId, events[0]?.id ?? '', JSON.stringify([row])));
    await recordEvent(tx, {
      networkId,
      kind: 'message.resent',
      object: ['message', id],
      actorId: personId,
      at: new Date(),
    });
  });
  return id;
}

type Reading = { statements: number; code: string; rows: number };

async function read(name: string, input: object, person: TestPerson | null): Promise<Reading> {
  const caller = createCaller(requestOf(person)) as unknown as Record<
    string,
    Record<string, (input: object) => Promise<unknown>>
  >;
  const [noun = '', verb = ''] = name.split('.');
  let code = 'ok';
  let answer: unknown;
  const statements = await countStatements(async () => {
    try {
      answer = await caller[noun]?.[verb]?.(input);
    } catch (error) {
      code = (error as { code: string }).code;
    }
  });
  return { statements, code, rows: rowsIn(answer) };
}

/** How many entries all lists of an answer have together. */
function rowsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((sum: number, each) => sum + rowsIn(each), own);
}

// Failed jobs are listed for the operator of all networks.
async function fail({ id }: TestNetwork, hasFailed: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: urls.adminUrl });
  await admin.connect();
  await admin.query(
    'update domain_event set failed_at = case when $2::boolean then now() end where network_id = $1',
    [id, hasFailed],
  );
  await admin.end();
}

/** Everything that can be read in a world, by everybody, of one training and of all. */
async function readAll({ network, ids, people }: World): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  // Without a name the register gives nothing, the first page of all events is full of other tests', and no phase of this
  // world holds what was counted.
  const wishes: Record<string, object> = {
    'institutions.register': { q: network.tag },
    'catalogue.search': { host: network.code },
    'headCounts.report': { phaseId: null },
    'headCounts.table': { phaseId: null },
  };
  for (const [name, procedure] of queries) {
    const { trainingId, ...input } = { ...inputFor(procedure, ids, network.code), ...wishes[name] };
    for (const [role, person] of people) {
      const ofAll = await read(name, input, person);
      // Where a training has to be named, there is nothing to read of all.
      if (ofAll.code !== 'BAD_REQUEST') readings.set(`${name} ${role}`, ofAll);
      if (trainingId === undefined) continue;
      readings.set(`${name} ${role} one training`, await read(name, { ...input, trainingId }, person));
    }
  }
  return readings;
}

/** An institution that asks to join, and one of the register that is like it. */
async function newApplication({ id: networkId, code }: TestNetwork, name: string): Promise<string> {
  const id = newId();
  const place = { locality: `Town ${code}`, county: '', country: 'RO', website: '' };
  const card = { ...place, kind: 'ngo' as const, name: `Office ${name} ${code}` };
  const at = new Date();
  const { name: text, ...registered } = card;
  const texts = [{ language: 'ro', name: text }];
  const institutionId = await registerInstitution({ ...registered, languages: [], texts }, at);
  const membership = { institutionId, role: 'member' as const, track: '', isGuest: false, joinedOn: null };
  await joinNetwork({ networkId, actorId: null, now: at }, membership);
  const contact = {
    givenName: 'Ion',
    familyName: name,
    nameOrder: 'given_first',
    jobTitle: '',
    language: 'ro',
  };
  const row = {
    ...card,
    ...contact,
    id,
    networkId,
    nameLanguage: 'ro',
    message: '',
    askedAt: at,
    confirmedAt: at,
  };
  const email = `${name.toLowerCase()}@example.org`;
  await inNetwork(networkId, (tx) => tx.prisma.membershipApplication.create({ data: { ...row, email } }));
  return id;
}

// These tell of one thing, or of a set that is the same in every network. Every other procedure must answer with more rows in the larger world: one that does not
// was not compared, and the world lacks what it lists.
const withoutLists = [
  'attendance.evidenceFile',
  'attendance.pass',
  'attendance.passByLink',
  'attendance.presencePage',
  'attendance.signingPage',
  'calendars.key',
  'calendars.personal',
  'cards.pictogram',
  'cards.recording',
  'care.thresholds',
  'catalogue.widgetSetup',
  'certificates.badge',
  'certificates.badgeIssuer',
  'certificates.badgeStatus',
  'certificates.byLink',
  'certificates.templates',
  'certificates.verify',
  'closing.operatorOne',
  'closing.page',
  'concerns.form',
  'concerns.page',
  'concerns.summary',
  'evaluations.forms',
  'evaluations.questionnaire',
  'exchange.awaySeat',
  'headCounts.one',
  'identity.checkReset',
  'identity.demoLogins',
  'imports.one',
  'initiatives.figures',
  'initiatives.photo',
  'institutions.publicPage',
  'joining.confirmation',
  'joining.page',
  'library.file',
  'library.preview',
  'library.publicOne',
  'members.invitation',
  'members.role',
  'mentoring.ask',
  'mentoring.indicators',
  'mentoring.mentee',
  'mentoring.menteeSeats',
  'mentoring.programme',
  'messages.choices',
  'messages.one',
  'networks.child',
  'networks.shell',
  'networks.start',
  'operator.health',
  'operator.patterns',
  'ownAccounts.agreement',
  'ownAccounts.provider',
  'patterns.choices',
  'phases.logo',
  'prerequisites.note',
  'privacy.board',
  'privacy.ownProcessing',
  'privacy.processing',
  'questions.ofLink',
  'registering.invitation',
  'registering.linkPage',
  'registering.requestPage',
  'seats.leavePage',
  'seats.one',
  'secondStep.key',
  'secondStep.own',
  'settings.page',
  'supervision.cancellable',
  'supervision.next',
  'support.ofSeat',
  'support.period',
  'trainings.defaults',
  'trainings.joinLink',
  'translations.next',
  'translations.one',
  'translations.tree',
  'translators.checkFile',
  'translators.file',
  'translators.files',
  'translators.machine',
];

test('every reading procedure asks as often for one row of everything as for three', {
  timeout: 120_000,
}, async () => {
  const small = await worldOf(1);
  const one = await readAll(small);
  const large = await worldOf(3);
  const three = await readAll(large);
  await Promise.all([fail(small.network, false), fail(large.network, false)]);

  const asked = (readings: Map<string, Reading>) =>
    Object.fromEntries(
      [...readings]
        // Asks each network of its reader, all in one message; its own test counts them.
        .filter(([which]) => !which.startsWith('needs.own '))
        .map(([which, { code, statements }]) => [which, `${code} ${statements}`]),
    );
  expect(asked(three)).toEqual(asked(one));
  const isLonger = (name: string) =>
    [...one].some(
      ([which, { rows }]) => which.startsWith(`${name} `) && (three.get(which)?.rows ?? 0) > rows,
    );
  const same = queries.map(([name]) => name).filter((name) => !isLonger(name));
  expect(same.sort()).toEqual(withoutLists);
  console.info(
    `statements: ${one.size} readings of ${queries.length} procedures, ${queries.length - same.length} of them lists`,
  );
});

test('the comparison would see one statement for each row', async () => {
  const network = await newNetwork();
  const rows = async (count: number) => {
    for (let index = 0; index < count; index++)
      await inNetwork(network.id, (tx) => tx.prisma.training.count({ where: { networkId: network.id } }));
  };

  expect([await countStatements(() => rows(1)), await countStatements(() => rows(3))]).toEqual([1, 3]);
});

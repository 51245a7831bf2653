import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { insertMessages, insertNotices } from '@tessera/db/messages.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { pdfOf } from '@tessera/files/document.testing.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import { wavOf } from '@tessera/files/sound.testing.ts';
import { newStory } from './initiatives/initiatives.testing.server.ts';
import { newFile, newReplacement, newResource } from './library/library.testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring/mentoring.testing.server.ts';
import { acceptLink } from './networks/links.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
} from './testing.server.ts';

export type Ids = Record<string, string>;
export type World = {
  network: TestNetwork;
  coordinator: TestPerson;
  mentor: TestPerson;
  leader: TestPerson;
  canary: string;
  manager: TestPerson;
  ids: Ids;
  draftIds: Ids;
};

/** Stands in every confidential field of a world. */
export const sealedCanary = 'SEALED';

/** A network with a row of every kind, each of them carrying a word that must never leave it. */
export async function canaryWorld(name: string): Promise<World> {
  const canary = `KANARI${name}${randomUUID().slice(0, 8)}`;
  const network = await newNetwork({ tag: canary });
  const institutionId = await newInstitution(network, `Guest ${canary}`);
  await inNetwork(network.id, (tx) =>
    tx.prisma.membership.updateMany({ where: { networkId: network.id }, data: { isPublic: false } }),
  );
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const start = Date.now() - days(2);
  const secret = {
    texts: [{ language: 'ro', title: `Secret ${canary}`, summary: canary }],
    venue: canary,
    visibility: 'network' as const,
  };
  const at = new Date(start - days(3));
  const trainingId = await newTraining(network, coordinator, {
    ...secret,
    sessions: [
      { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am', room: canary },
    ],
  });
  await as(manager, at).seats.register({
    network: network.code,
    trainingId,
    places: places(canary, `${canary}zwei`, null).map((place) => ({
      ...place,
      interpreter: 'uk' as const,
      dietary: `${sealedCanary}${canary}`,
    })),
    requestKey: randomUUID(),
    note: canary,
  });
  const { seats, training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const sessionId = training.sessions[0]?.id ?? '';
  const seatId = seats[0]?.id ?? '';
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId,
    marks: [{ seatId, state: 'present' }],
  });
  const { evidenceId } = await as(coordinator).attendance.keepList({
    network: network.code,
    trainingId,
    sessionId,
    name: `${canary}.pdf`,
    content: oneFile(pdfOf(canary)),
  });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  await evaluationRows(network, coordinator, trainingId, canary);
  await exchangeRows(network, coordinator, manager, trainingId, at, canary);
  const [certificate] = await as(coordinator).certificates.list({ network: network.code });
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email: `${canary}@demo.example`,
    role: 'trainer',
  });
  const { mentor, ...privacyIds } = await privacyRows(network, coordinator, canary);
  const draft = await as(coordinator).trainings.create(trainingDetails(network, secret));
  const { needs } = await as(coordinator).support.openTraining({ network: network.code, trainingId });
  const { events } = await as(coordinator).events.history({ network: network.code });
  const { logoId } = await as(coordinator).phases.keepLogo({
    network: network.code,
    name: `${canary}.png`,
    content: oneFile(pngOf(4, 4)),
  });
  const ids: Ids = {
    trainingId,
    sessionId,
    seatId,
    evidenceId,
    registrationId: seats[0]?.registrationId ?? '',
    needId: needs.find((need) => need.seatId === seatId)?.id ?? '',
    institutionId,
    questionId: await questionRows(network, coordinator, trainingId, seatId, canary),
    certificateId: certificate?.id ?? '',
    invitationId,
    personId: coordinator.personId,
    eventId: events[0]?.id ?? '',
    logoId,
    phaseId: (
      await as(coordinator).phases.add({
        network: network.code,
        title: `Phase ${canary}`,
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        note: canary,
        funders: [{ name: canary, logoId }],
        total: '100,00',
      })
    ).phaseId,
    ...(await messageRows(network, coordinator, events[0]?.id ?? '', canary)),
    ...(await peopleRows(network, coordinator, canary)),
    ...(await guestRows(network, trainingId, canary)),
    ...(await neighbours(network)),
    ...(await applicationRows(network, canary)),
    ...(await cardRows(network, coordinator, canary)),
    ...privacyIds,
    importId: await newImport(network, coordinator, canary),
    runId: await newCopy(network.id, canary),
    like: network.code,
    ...(await libraryRows(network, coordinator, canary)),
  };
  const { leader, ...mentoringIds } = await mentoringRows(
    network,
    coordinator,
    mentor,
    ids.kindId ?? '',
    trainingId,
    canary,
  );
  Object.assign(ids, mentoringIds, await newOwnAccount(network, coordinator, mentor, canary));
  return {
    network,
    coordinator,
    mentor,
    leader,
    manager,
    canary,
    ids,
    draftIds: { ...ids, trainingId: draft.trainingId },
  };
}

/** What came of a training, and a questionnaire that shows what somebody wrote. */
async function evaluationRows(
  network: TestNetwork,
  coordinator: TestPerson,
  trainingId: string,
  canary: string,
): Promise<void> {
  const { id: networkId, code } = network;
  const run = { networkId, trainingId, stage: 'reaction' };
  await as(coordinator).evaluations.plan({
    network: code,
    trainingId,
    levels: ['reaction'],
    resultText: canary,
  });
  await inNetwork(networkId, async ({ prisma }) => {
    await prisma.evaluation.updateMany({ where: run, data: { closedAt: new Date(), answerCount: 5 } });
    await prisma.evaluationText.create({
      data: { ...run, id: randomUUID(), question: 'better', words: canary },
    });
  });
}

/** A card that nobody has published, with a recording, and a word to point at beneath another one. */
async function cardRows(network: TestNetwork, coordinator: TestPerson, canary: string): Promise<Ids> {
  const { cardId } = await as(coordinator).cards.create({
    network: network.code,
    situation: 'threat',
    conceptKey: 'canary',
    side: 'helper_to_person',
    text: canary,
    instruction: canary,
  });
  const where = { network: network.code, cardId, language: 'ro' as const };
  await as(coordinator).cards.record({ ...where, version: 1, content: oneFile(wavOf(1)) });
  const { texts } = await as(coordinator).cards.one(where);
  const beside = { network: network.code, side: 'both' as const, text: canary, instruction: canary };
  const { cardId: answerId } = await as(coordinator).cards.create({
    ...beside,
    situation: 'answers',
    conceptKey: 'canary_answer',
  });
  const { cardId: pointingId } = await as(coordinator).cards.create({
    ...beside,
    situation: 'threat',
    conceptKey: 'canary_pointing',
    answer: 'point_list',
  });
  await as(coordinator).cards.choose({ ...beside, cardId: pointingId, answerIds: [answerId], seenIds: [] });
  return { cardId, answerId, recordingId: texts[0]?.recording?.id ?? '' };
}

/** A question that everybody sees and one whose answer lies sealed, both answered. */
async function questionRows(
  network: TestNetwork,
  coordinator: TestPerson,
  trainingId: string,
  seatId: string,
  canary: string,
): Promise<string> {
  const code = { network: network.code };
  const question = { ...code, trainingId, kind: 'text' as const, texts: { ro: { text: canary } } };
  const { questionId } = await as(coordinator).questions.save({ ...question, name: 'open' });
  await as(coordinator).questions.save({ ...question, name: 'closed', isSealed: true });
  const answers = { open: [canary], closed: [`${sealedCanary}${canary}`] };
  await as(coordinator).questions.answer({ ...code, seatId, answers });
  return questionId;
}

/** Guests from elsewhere, seats of the own people elsewhere, and what an institution takes home. */
async function exchangeRows(
  network: TestNetwork,
  coordinator: TestPerson,
  manager: TestPerson,
  trainingId: string,
  at: Date,
  canary: string,
): Promise<void> {
  const now = new Date();
  const partner = await newNetwork();
  const abroad = await newPerson(partner, 'coordinator');
  const guest = await newPerson(partner, 'institution_manager', await newInstitution(partner));
  await acceptLink(null, { networkId: network.id, now }, { networkId: partner.id, now }, ['trainings']);
  const theirs = await newTraining(partner, abroad, { visibility: 'network' });
  for (const [host, owner, visitors, person, training, when] of [
    [partner, abroad, network, manager, theirs, now],
    [network, coordinator, partner, guest, trainingId, at],
  ] as const) {
    await as(owner).trainings.share({
      network: host.code,
      trainingId: training,
      recipient: visitors.code,
      takesGuests: true,
    });
    await as(person, when).exchange.register({
      network: visitors.code,
      trainingId: training,
      places: places(`${canary}gast`),
      requestKey: randomUUID(),
    });
  }
  await as(manager).exchange.recordTakeaway({ network: network.code, trainingId, learned: canary });
}

/** A mail that stands in the log, and a notice that the coordinator was given. */
async function messageRows(
  network: TestNetwork,
  { personId }: TestPerson,
  eventId: string,
  canary: string,
): Promise<Ids> {
  const [messageId, noticeId] = [newId(), newId()];
  const kind = 'seat-promoted';
  const email = `${canary}@demo.example`;
  const message = { id: messageId, kind, email, personId: null, language: 'ro' };
  const notice = { id: noticeId, kind, personId, topic: 'own', params: {} };
  await inNetwork(network.id, async (tx) => {
    await tx.run(insertMessages(network.id, eventId, JSON.stringify([message])));
    await tx.run(insertNotices(network.id, eventId, JSON.stringify([notice])));
  });
  return { messageId, noticeId };
}

/** A member with a capability, and what the network asks of mentors, met with a note. */
async function peopleRows(network: TestNetwork, coordinator: TestPerson, canary: string): Promise<Ids> {
  const code = { network: network.code };
  const mentor = await newPerson(network, 'mentor');
  const page = () => as(coordinator).members.person({ ...code, personId: mentor.personId });
  const [role] = (await page()).roles;
  const assignmentId = role?.id ?? '';
  await as(coordinator).members.grantCapability({
    ...code,
    assignmentId,
    capability: 'interpreter',
    inLanguage: 'ar',
  });
  const { kindId } = await as(coordinator).prerequisites.require({
    ...code,
    kind: 'other',
    name: canary,
    roles: ['mentor'],
  });
  await as(coordinator).prerequisites.record({
    ...code,
    personId: mentor.personId,
    kindId,
    issuedOn: '2020-01-01',
    evidenceNote: `${sealedCanary}${canary}`,
  });
  const { roles: withCapability, prerequisites } = await page();
  return {
    assignmentId,
    capabilityId: withCapability[0]?.capabilities[0]?.id ?? '',
    kindId,
    recordId: prerequisites[0]?.recordId ?? '',
  };
}

/** An institution that asks to join. */
async function applicationRows(network: TestNetwork, canary: string): Promise<Ids> {
  const applicationId = newId();
  const at = new Date();
  await inNetwork(network.id, ({ prisma }) =>
    prisma.membershipApplication.create({
      data: {
        id: applicationId,
        networkId: network.id,
        name: canary,
        nameLanguage: 'ro',
        kind: 'ngo',
        country: 'RO',
        county: canary,
        locality: canary,
        website: '',
        givenName: canary,
        familyName: canary,
        nameOrder: 'given_first',
        email: `${canary}@demo.example`.toLowerCase(),
        jobTitle: canary,
        language: 'ro',
        message: canary,
        askedAt: at,
        confirmedAt: at,
      },
    }),
  );
  return { applicationId };
}

/** Somebody who asked by the public link and somebody who was invited. */
async function guestRows(network: TestNetwork, trainingId: string, canary: string): Promise<Ids> {
  const [seatRequestId, seatInvitationId] = [newId(), newId()];
  const at = new Date();
  const row = {
    networkId: network.id,
    trainingId,
    email: `${canary}@demo.example`.toLowerCase(),
    language: 'ro',
  };
  await inNetwork(network.id, async ({ prisma }) => {
    await prisma.seatRequest.create({
      data: {
        ...row,
        id: seatRequestId,
        givenName: canary,
        familyName: canary,
        nameOrder: 'given_first',
        askedAt: at,
      },
    });
    await prisma.seatInvitation.create({
      data: {
        ...row,
        id: seatInvitationId,
        invitedName: canary,
        createdAt: at,
        sentAt: at,
        expiresAt: new Date(at.getTime() + days(9)),
      },
    });
  });
  return { seatRequestId, seatInvitationId };
}

/** A relation that has begun, with a word in each of its texts, and a session to come. */
async function mentoringRows(
  network: TestNetwork,
  coordinator: TestPerson,
  mentor: TestPerson,
  kindId: string,
  trainingId: string,
  canary: string,
) {
  const code = { network: network.code };
  const words = `${sealedCanary}${canary}`;
  const leader = await newPerson(network, 'community_leader');
  const proof = { ...code, personId: mentor.personId, kindId, issuedOn: '2020-01-01' };
  await as(coordinator).prerequisites.record(proof);
  const programmeId = await newProgramme(network, coordinator, { title: canary, planApproval: true });
  const { cohortId } = await as(coordinator).mentoring.addCohort({ ...code, programmeId, name: canary });
  const mentorId = await newMentor(network, coordinator, mentor);
  const { menteeId } = await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    cohortId,
    alias: `Alias ${canary}`,
    personId: leader.personId,
    genderPreference: 'female',
    meetingLimits: words,
  });
  const people = { mentor, mentorId, menteeIds: [menteeId], answering: [leader], answeredFor: [] };
  const relationId = await newRelation(network, coordinator, { programmeId, ...people });
  const { goalId } = await as(mentor).mentoring.setGoal({
    ...code,
    relationId,
    menteeId,
    text: words,
    measure: words,
  });
  await as(mentor).mentoring.reviewGoal({ ...code, goalId, progress: 1, state: 'in_progress', note: words });
  const held = heldSession(network, relationId, [menteeId]);
  const said = { summary: words, nextSteps: words, privateNote: words };
  const { sessionId: entryId } = await as(mentor).mentoring.logSession({ ...held, ...said });
  const { sessionId: plannedId } = await as(mentor).mentoring.logSession({
    ...heldSession(network, relationId, [menteeId]),
    state: 'planned',
    day: new Date(Date.now() + days(20)).toISOString().slice(0, 10),
  });
  await as(mentor).mentoring.saveDraft({ ...code, relationId, version: 0, body: words });
  const initiative = await initiativeRows(network, coordinator, leader, { programmeId, menteeId }, canary);
  await as(mentor).mentoring.setRisk({
    ...code,
    relationId,
    nonce: newId(),
    seen: 0,
    level: 'high',
    reason: words,
  });
  const approvalId = await approvalRows(network, coordinator, mentor, { relationId, goalId }, words);
  const { flagId } = await as(coordinator).care.ask({ ...code, relationId, question: 'goals' });
  await as(leader).mentoring.askInWords({ ...code, relationId: '', what: 'help', words });
  const { askId } = await as(mentor).mentoring.askInWords({ ...code, relationId, what: 'help', words });
  await as(coordinator).mentoring.answerAsk({ ...code, askId, answer: 'done', words });
  const surveyId = newId();
  await inNetwork(network.id, ({ prisma }) =>
    prisma.mentoringSurvey.create({
      data: {
        id: surveyId,
        networkId: network.id,
        relationId,
        personId: mentor.personId,
        dueOn: new Date('2026-01-05'),
        askedAt: new Date(),
      },
    }),
  );
  const { supervisionId } = await as(coordinator).supervision.record({
    ...code,
    nonce: newId(),
    day: '2026-01-05',
    kind: 'group',
    mentorIds: [mentorId],
    themes: words,
  });
  const ofPlan = { programmeId, relationId, menteeId, taskId: initiative.taskId ?? '', trainingId };
  const plan = await planRows(network, coordinator, ofPlan, canary);
  const { concernId } = await as(mentor).concerns.raise({
    ...code,
    nonce: newId(),
    category: 'violence',
    about: words,
    text: words,
  });
  return {
    leader,
    programmeId,
    cohortId,
    mentorId,
    menteeId,
    relationId,
    goalId,
    plannedId,
    entryId,
    concernId,
    flagId,
    askId,
    approvalId,
    surveyId,
    supervisionId,
    ...initiative,
    ...plan,
  };
}

/** An initiative with a story that nobody has agreed to. */
/** A closing that was sent back, and a plan that waits; programmes of the world have both approved. */
async function approvalRows(
  network: TestNetwork,
  coordinator: TestPerson,
  mentor: TestPerson,
  { relationId, goalId }: { relationId: string; goalId: string },
  words: string,
): Promise<string> {
  const code = { network: network.code };
  const request = { ...code, relationId, words };
  const closing = await as(mentor).mentoring.requestApproval({ ...request, kind: 'closing', nonce: newId() });
  await as(coordinator).mentoring.decideApproval({ ...code, ...closing, decision: 'sent_back', words });
  const plan = { ...request, kind: 'plan' as const, nonce: newId(), seen: goalId };
  return (await as(mentor).mentoring.requestApproval(plan)).approvalId;
}

async function initiativeRows(
  network: TestNetwork,
  coordinator: TestPerson,
  leader: TestPerson,
  { programmeId, menteeId }: { programmeId: string; menteeId: string },
  canary: string,
): Promise<Ids> {
  const beginning = { programmeId, menteeIds: [menteeId], title: `Initiative ${canary}` };
  const initiativeId = await newStory(network, coordinator, leader, beginning);
  const where = { network: network.code, initiativeId };
  const { photoId } = await as(leader).initiatives.keepPhoto({
    ...where,
    name: `${canary}.png`,
    content: oneFile(pngOf(4, 4)),
  });
  await as(leader).initiatives.writeStory({
    ...where,
    texts: [{ language: 'ro', title: canary, body: canary }],
    photos: [{ photoId, words: canary }],
  });
  const { tasks } = await as(leader).initiatives.one(where);
  return { initiativeId, photoId, taskId: tasks[0]?.id ?? '' };
}

/** A copy of another network, with a wording that waits. */
async function newCopy(networkId: string, canary: string): Promise<string> {
  const id = newId();
  const at = new Date();
  const words = { purpose: 'photos', months: null, texts: [{ language: 'ro', title: canary, text: canary }] };
  await inNetwork(networkId, async ({ prisma }) => {
    await prisma.patternRun.create({
      data: {
        id,
        networkId,
        sourceId: platformNetworkId,
        kinds: ['consents'],
        state: 'done',
        isOffered: false,
        createdAt: at,
        changedAt: at,
      },
    });
    const item = { networkId, runId: id, position: 0, title: canary };
    await prisma.patternItem.createMany({
      data: [
        { ...item, kind: 'consents', sourceKey: 'photos', outcome: 'waiting', words },
        { ...item, kind: 'library', sourceKey: newId(), outcome: 'skipped', reason: 'there_already' },
      ],
    });
  });
  return id;
}

/** A resource with a file that it shows and one that nobody has taken yet. */
async function libraryRows(network: TestNetwork, coordinator: TestPerson, canary: string): Promise<Ids> {
  const resourceId = await newResource(network, coordinator, {
    texts: [{ language: 'ro', title: `Resource ${canary}`, description: canary }],
    licenceWords: canary,
    fileName: `${canary}.pdf`,
  });
  const replacementId = await newReplacement(network, coordinator, resourceId, canary);
  const { items } = await as(coordinator).library.one({ network: network.code, resourceId });
  const fileId = await newFile(network, coordinator, resourceId);
  return { resourceId, itemId: items[0]?.id ?? '', fileId, replacementId, ownerCode: network.code };
}

/** Modules with a list in which somebody without a login stands, and a plan that a relation follows. */
async function planRows(
  network: TestNetwork,
  coordinator: TestPerson,
  {
    programmeId,
    relationId,
    menteeId,
    taskId,
    trainingId,
  }: Record<'programmeId' | 'relationId' | 'menteeId' | 'taskId' | 'trainingId', string>,
  canary: string,
): Promise<Ids> {
  const code = { network: network.code };
  const caller = as(coordinator).mentoring;
  const titles = [{ language: 'ro' as const, title: canary }];
  const moduleId = newId();
  await caller.saveModules({
    ...code,
    programmeId,
    modules: [{ moduleId, titles }],
    trainings: [{ trainingId, moduleId }],
  });
  const { seats } = await caller.menteeSeats({ ...code, menteeId });
  const participantId = seats[0]?.participantId ?? '';
  await caller.saveMenteeSeats({ ...code, menteeId, participantIds: [participantId] });
  const { planId } = await caller.savePlan({
    ...code,
    programmeId,
    tasks: [{ taskId, titles, owner: 'mentor', days: 1, moduleId }],
  });
  await caller.applyPlan({ ...code, programmeId, planId, relationIds: [relationId] });
  return { moduleId, participantId, planId };
}

/** A network beneath, and a partner; an address names them by their codes. */
async function neighbours(network: TestNetwork): Promise<Ids> {
  const child = await newNetwork({ parentCode: network.code, kind: 'county' });
  const partner = await newNetwork();
  const now = new Date();
  await acceptLink(null, { networkId: network.id, now }, { networkId: partner.id, now }, ['trainings']);
  return { childId: child.code, partnerId: partner.code };
}

/** A consent with confidential words, a request to read it, and a person who asked to be forgotten. */
async function privacyRows(network: TestNetwork, coordinator: TestPerson, canary: string) {
  const mentor = await newPerson(network, 'mentor');
  const { consentId } = await as(mentor).consents.record({
    network: network.code,
    purpose: 'public_listing',
    language: 'ro',
    subject: `Subject ${sealedCanary}${canary}`,
    guardian: `Guardian ${sealedCanary}${canary}`,
    givenHow: 'signature',
    answer: 'give',
  });
  const { accessId } = await as(coordinator).privacy.askAccess({
    network: network.code,
    consentId,
    reason: `Because of ${canary}`,
  });
  await as(coordinator).privacy.decideProcessing({
    network: network.code,
    area: 'seats',
    basis: 'c',
    note: `Because of ${canary}`,
  });
  await as(mentor).privacy.requestErasure();
  const [erasure] = await as(coordinator).privacy.erasures({ network: network.code });
  return { mentor, consentId, accessId, requestId: erasure?.id ?? '' };
}

async function newImport(network: TestNetwork, coordinator: TestPerson, canary: string): Promise<string> {
  const { importId } = await as(coordinator).imports.upload({
    network: network.code,
    kind: 'people',
    name: `${canary}.csv`,
    content: oneFile(`family name;given name;email\n${canary};Ion;${canary}@demo.example\n`),
  });
  return importId;
}

/** The stream of an uploaded file. */
export async function* oneFile(content: string | Uint8Array) {
  yield Buffer.from(content);
}

/** Ids of nothing. */

/** A provider of accounts in a network, with one that is linked. Its name and its domains stand at the sign-in of a network. */
export async function newOwnAccount(
  network: TestNetwork,
  coordinator: TestPerson,
  { personId }: TestPerson,
  word: string,
): Promise<{ providerId: string; linkId: string }> {
  const { providerId } = await as(coordinator).ownAccounts.connect({
    network: network.code,
    name: 'Town',
    // Nobody is asked: what is not public is refused before.
    issuer: 'https://10.0.0.1/accounts',
    clientId: word,
    clientSecret: `${sealedCanary}${word}`,
    domains: `${word.toLowerCase()}.example`,
  });
  const linkId = newId();
  const link = { networkId: network.id, providerId, personId, subject: word, linkedAt: new Date() };
  await inNetwork(network.id, ({ prisma }) => prisma.accountLink.create({ data: { id: linkId, ...link } }));
  return { providerId, linkId };
}

export const someIds = (): Ids => ({
  evidenceId: newId(),
  trainingId: newId(),
  sessionId: newId(),
  seatId: newId(),
  registrationId: newId(),
  needId: newId(),
  questionId: newId(),
  institutionId: newId(),
  certificateId: newId(),
  invitationId: newId(),
  personId: newId(),
  eventId: newId(),
  assignmentId: newId(),
  capabilityId: newId(),
  kindId: newId(),
  recordId: newId(),
  consentId: newId(),
  accessId: newId(),
  requestId: newId(),
  importId: newId(),
  runId: newId(),
  like: 'no-such-network',
  providerId: newId(),
  linkId: newId(),
  childId: 'no-such-child',
  partnerId: 'no-such-partner',
  resourceId: newId(),
  replacementId: newId(),
  itemId: newId(),
  fileId: newId(),
  ownerCode: 'no-such-network',
  phaseId: newId(),
  logoId: newId(),
  messageId: newId(),
  noticeId: newId(),
  applicationId: newId(),
  seatRequestId: newId(),
  seatInvitationId: newId(),
  programmeId: newId(),
  cohortId: newId(),
  mentorId: newId(),
  menteeId: newId(),
  relationId: newId(),
  initiativeId: newId(),
  taskId: newId(),
  photoId: newId(),
  planId: newId(),
  moduleId: newId(),
  participantId: newId(),
  goalId: newId(),
  entryId: newId(),
  plannedId: newId(),
  concernId: newId(),
  flagId: newId(),
  surveyId: newId(),
  supervisionId: newId(),
  askId: newId(),
  approvalId: newId(),
  cardId: newId(),
  answerId: newId(),
  recordingId: newId(),
});

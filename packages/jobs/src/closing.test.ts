import { closeDatabase } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, person } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const reason = 'The project has ended and nobody goes on with it.';

test('a closing is told to those whom it concerns: once, in their language, and not to who did it', async () => {
  const { networkId, code, coordinator, address } = await makeWorld({ institutions: 1 });
  const second = await person(networkId, address('second'), 'coordinator', null);
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const { settings, list } = await openMailbox();
  const told = async (kind: string) => {
    const before = new Set((await list()).map((mail) => JSON.stringify(mail)));
    const { job } = await newestEvent(networkId, kind);
    for (let time = 0; time < 2; time++) await notify(job, { ...settings, realNow: new Date() });
    return (await list()).filter((mail) => !before.has(JSON.stringify(mail)));
  };
  const to = (mails: { to: { email: string } }[]) => mails.map((mail) => mail.to.email).sort();

  await coordinator.api.closing.ask({ network: code, code, reason });
  const asked = await told('closing.asked');
  await second.api.closing.confirm({ network: code });
  const confirmed = await told('closing.confirmed');
  await coordinator.api.closing.withdraw({ network: code });
  const withdrawn = await told('closing.withdrawn');

  expect(to(asked)).toEqual([address('second')]);
  expect(to(confirmed)).toContain(address('mentor'));
  expect(to(confirmed)).toContain(address('coordinator'));
  expect(to(confirmed)).not.toContain(address('second'));
  expect(to(withdrawn)).toContain(address('mentor'));
  expect(to(withdrawn)).not.toContain(address('coordinator'));
  const ofMentor = confirmed.find((mail) => mail.to.email === address('mentor'));
  expect(ofMentor?.text).toContain('https://t.example/account/privacy');
  expect(asked[0]?.text).toContain(`/n/${code}/settings/closing`);
  expect([...asked, ...confirmed, ...withdrawn].some(({ text }) => text.includes(reason))).toBe(false);
  expect(mentor.personId).not.toBe(second.personId);
});

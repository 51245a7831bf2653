import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  useTestDatabase,
} from '@tessera/core/testing.server.ts';
import { temporaryHome } from '@tessera/db/testing.server.ts';
import { hasTool } from '@tessera/documents/pdf-tools.ts';
import { paths } from '@tessera/paths/paths.ts';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { loggedPath } from './server/log.server.ts';
import { openPages, signIn } from './server/testing.server.ts';

// Calendars as a calendar program reads them that is not ours.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

async function entriesOf(path: string) {
  const answer = await ask({ path });
  if (answer.status !== 200) return answer.status;
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .map(({ summary, component }) => `${summary} ${component.getFirstPropertyValue('status')}`);
}

const texts = (title: string) => [{ language: 'ro', title }];

async function feedOf(person: Awaited<ReturnType<typeof newPerson>>): Promise<string> {
  await as(person).calendars.renewKey();
  const key = await as(person).calendars.key();
  if (!key) throw new Error('there is no address');
  return paths.ownCalendar(key.id, key.token);
}

test('a calendar of one’s own holds one’s seats, and for coordinators all events of their network', async () => {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainer = await newPerson(network, 'trainer');
  const first = await newTraining(network, coordinator, { texts: texts('Unu'), visibility: 'network' });
  const full = await newTraining(network, coordinator, { texts: texts('Doi'), capacity: 0 });
  await newTraining(network, coordinator, { texts: texts('Trei'), trainerIds: [trainer.personId] });
  for (const trainingId of [first, full]) {
    await as(manager).seats.register({
      network: network.code,
      trainingId,
      institutionId,
      places: [{ givenName: 'Ana', familyName: 'Pop', email: manager.email }],
      requestKey: randomUUID(),
    });
  }

  const halfDays = (...entries: string[]) => entries.flatMap((entry) => [entry, entry]);
  expect(await entriesOf(await feedOf(trainer))).toEqual(halfDays('Trei CONFIRMED'));
  expect(((await entriesOf(await feedOf(coordinator))) as string[]).toSorted()).toEqual(
    halfDays('Doi CONFIRMED', 'Trei CONFIRMED', 'Unu CONFIRMED'),
  );
  const own = (await entriesOf(await feedOf(manager))) as string[];
  expect(own.toSorted()).toEqual(halfDays('Doi TENTATIVE', 'Unu CONFIRMED'));
});

test('an address that was renewed or ended opens nothing, and no log holds one', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'coordinator');
  await newTraining(network, person, { texts: texts('Unu') });
  const cookie = await signIn(person);

  const first = await feedOf(person);
  const second = await feedOf(person);
  expect(await entriesOf(first)).toBe(404);
  expect(await entriesOf(second)).toHaveLength(2);
  expect(await entriesOf(second.replace(/[^/]+\.ics$/, 'AAAA.ics'))).toBe(404);
  expect(loggedPath(second)).toBe('/feeds/:hidden/:hidden');

  const ended = await ask({ path: paths.accountCalendar(), cookie, form: { change: 'end' } });
  expect(ended.status).toBe(302);
  expect(await entriesOf(second)).toBe(404);
});

test('the feed of a network is read by others’ programs with the zone of its place', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  await newTraining(network, coordinator, { texts: texts('Unu') });
  await newTraining(network, coordinator, { texts: texts('Ascuns'), visibility: 'network' });

  const answer = await ask({ path: paths.calendarFeed(network.code) });
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));

  expect(calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)).toEqual([
    'Unu',
    'Unu',
  ]);
  expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Bucharest');
});

test.skipIf(!hasTool('calcurse'))(
  'a calendar program of a desktop takes the feed in, hour by hour',
  async () => {
    const network = await newNetwork();
    const coordinator = await newPerson(network, 'coordinator');
    await newTraining(network, coordinator, {
      texts: texts('Așezări; locuire, etc.'),
      // Winter in Bucharest: two hours before UTC.
      sessions: [
        {
          startsAt: new Date('2027-01-12T07:00:00Z'),
          endsAt: new Date('2027-01-12T10:00:00Z'),
          halfDay: 'am',
          room: 'Sala 1',
        },
      ],
    });
    const answer = await ask({ path: await feedOf(coordinator) });
    const home = temporaryHome();
    const file = join(home, 'feed.ics');
    writeFileSync(file, await answer.text());

    execFileSync('calcurse', ['-D', home, '-q', '-i', file], { env: { ...process.env, TZ: 'UTC' } });

    expect(readFileSync(join(home, 'apts'), 'utf8')).toMatch(
      /^01\/12\/2027 @ 07:00 -> 01\/12\/2027 @ 10:00.*\|Așezări; locuire, etc\.$/m,
    );
  },
);

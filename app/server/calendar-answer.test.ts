import { expect, test } from 'vitest';
import { calendarAnswer } from './calendar-answer.server.ts';

Object.assign(process.env, { APP_URL: 'http://tessera.test' });

const training = {
  id: '019a0000-0000-7000-8000-000000000001',
  sharedBy: null,
  title: 'Planning',
  summary: 'About planning',
  venue: 'Hall',
  timeZone: 'Europe/Bucharest',
  state: 'published',
  sequence: 3,
  updatedAt: new Date('2026-05-01T08:00:00Z'),
  sessions: [
    {
      id: '019a0000-0000-7000-8000-000000000002',
      startsAt: new Date('2026-06-01T06:00:00Z'),
      endsAt: new Date('2026-06-01T09:00:00Z'),
      room: '',
    },
  ],
};

function ask(
  network: string,
  trainings: (Omit<typeof training, 'sharedBy'> & { sharedBy: string | null })[],
  known = '',
) {
  const request = new Request('http://tessera.test/', { headers: { 'If-None-Match': known } });
  const placed = trainings.map((each) => ({ ...each, path: `/n/${network}/trainings/${each.id}` }));
  const calendar = { name: network, fileName: network, language: 'en', trainings: placed } as const;
  return calendarAnswer(request, calendar);
}

const line = (text: string, name: string) =>
  new RegExp(`^${name}[:;](.*(?:\\r\\n .*)*)`, 'm').exec(text)?.[1]?.replace(/\r\n /g, '');

test('a shared training has the same UID in both feeds, and says there who shares it', async () => {
  const own = await ask('owner', [training]).text();
  const partner = await ask('partner', [{ ...training, sharedBy: 'Network of Mureș' }]).text();

  expect(line(partner, 'UID')).toBe(line(own, 'UID'));
  expect(line(own, 'DESCRIPTION')).not.toContain('Shared by');
  expect(line(partner, 'DESCRIPTION')).toContain('Shared by: Network of Mureș');
  expect(line(partner, 'DESCRIPTION')).toContain('/n/partner/trainings/');
});

test('a calendar program that knows the feed learns at once that a share is revoked', async () => {
  const other = { ...training, id: '019a0000-0000-7000-8000-000000000003', sessions: [] };
  const shared = ask('partner', [other, { ...training, sharedBy: 'Mureș' }]);
  const tag = shared.headers.get('ETag') ?? '';
  expect(ask('partner', [other, { ...training, sharedBy: 'Mureș' }], tag).status).toBe(304);

  const revoked = ask('partner', [other], tag);

  expect(revoked.status).toBe(200);
  expect(await revoked.text()).not.toContain('BEGIN:VEVENT');
});

test('a place that is not certain yet is tentative, and a calendar program learns when it is', async () => {
  const statusOf = async (seat: 'waiting' | 'confirmed') => {
    const answer = calendarAnswer(new Request('http://tessera.test/'), {
      name: 'Own',
      fileName: 'own',
      language: 'en',
      trainings: [{ ...training, path: '/n/own/trainings/x', seat }],
    });
    return [line(await answer.text(), 'STATUS'), answer.headers.get('ETag')];
  };

  const [waiting, confirmed] = [await statusOf('waiting'), await statusOf('confirmed')];

  expect([waiting[0], confirmed[0]]).toEqual(['TENTATIVE', 'CONFIRMED']);
  expect(waiting[1]).not.toBe(confirmed[1]);
});

import { useTestDatabase } from '@tessera/core/testing.server.ts';
import { hasTool, pdfText } from '@tessera/documents/pdf-tools.ts';
import { paths } from '@tessera/paths/paths.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openPages, signIn } from './server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());
const { ask } = await openPages();

type Half = { trainingId: string; sessionId: string; day: string; halfDay: 'am' | 'pm' };

test.skipIf(!hasTool('pdftotext'))(
  'UNW-09: the demo’s training prints a list in Romanian and Hungarian for each of its six half-days, with everybody who has a seat',
  async () => {
    const { rows: halves } = await admin.query<Half>(
      `select t.id as "trainingId", s.id as "sessionId", s.half_day as "halfDay",
         to_char(s.starts_at at time zone 'Europe/Bucharest', 'DD.MM.YYYY') as day
       from training t join network n on n.id = t.network_id and n.code = 'un' join training_session s on s.training_id = t.id
       where t.code = 'UN-T1' order by s.starts_at`,
    );
    const { rows: people } = await admin.query<{ name: string }>(
      `select p.family_name as name from seat s join participant p on p.id = s.participant_id
       where s.training_id = $1 and s.state = 'confirmed'`,
      [halves[0]?.trainingId],
    );
    const { rows: trainers } = await admin.query<{ personId: string }>(
      `select id as "personId" from person where email = 'trainer.un@demo.example'`,
    );
    const cookie = await signIn(trainers[0] ?? null);

    expect([halves.length, people.length]).toEqual([6, 36]);
    const seen = new Set<string>();
    for (const { trainingId, sessionId, day, halfDay } of halves) {
      const path = paths.attendanceList('un', trainingId, { session: sessionId });
      const answer = await ask({ path, cookie });
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
      const text = pdfText(new Uint8Array(await answer.arrayBuffer()));
      for (const words of ['Listă de prezență', 'Jelenléti ív', 'Semnătura', 'Aláírás', 'EEA Grants'])
        expect(text).toContain(words);
      expect(people.filter(({ name }) => !text.includes(name))).toEqual([]);
      seen.add(`${day} ${halfDay} ${text.slice(0, 400)}`);
    }
    // Each is a list of its own half-day.
    expect(seen.size).toBe(6);
    expect(
      (await ask({ path: paths.attendanceList('un', halves[0]?.trainingId ?? '', {}) })).status,
    ).not.toBe(200);
  },
);

import { refusal, useTestDatabase } from '@tessera/core/testing.server.ts';
import { readTable } from '@tessera/documents/table-read.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from '~/server/testing.server.ts';
import { idOf, persona, personIdOf } from './acceptance.testing.server.ts';

await useTestDatabase();
const { ask } = await openPages();

async function cellsOf(mailbox: string, path: string): Promise<string[]> {
  const answer = await ask({ path, cookie: await signIn({ personId: await personIdOf(mailbox) }) });
  expect(answer.status).toBe(200);
  const { rows } = await readTable(Buffer.from(await answer.arrayBuffer()), { maxRows: 1000 });
  return rows.flatMap(({ cells }) => cells).filter((cell) => cell !== '');
}

test.each([
  ['coord.un', 'un', 'UN-T1', /[șț]/, /ő/],
  ['coord.bg', 'bg-model', 'BG-T1-1', /[А-я]/, /[А-я]/],
])(
  'COM-12: %s exports members, institutions, registrations and attendance, each letter as it was written',
  async (mailbox, network, training, ...letters) => {
    const trainingId = await idOf(network, training);
    const files = (format: 'csv' | 'xlsx') => [
      paths.membersExport(network, format),
      paths.institutionsExport(network, format),
      paths.registrationsExport(network, format, trainingId),
      paths.attendanceExport(network, trainingId, format),
    ];

    const csv = await Promise.all(files('csv').map((path) => cellsOf(mailbox, path)));
    const xlsx = await Promise.all(files('xlsx').map((path) => cellsOf(mailbox, path)));

    expect(csv.map((cells) => cells.length > 10)).toEqual([true, true, true, true]);
    expect(xlsx.map((cells) => cells.length)).toEqual(csv.map((cells) => cells.length));
    for (const letter of letters) {
      expect(csv.flat().some((cell) => letter.test(cell))).toBe(true);
      expect(xlsx.flat().some((cell) => letter.test(cell))).toBe(true);
    }
    expect([...csv, ...xlsx].flat().filter((cell) => /[şţ\u{fffd}]/u.test(cell))).toEqual([]);
  },
);

test.each(['bg-model', 'un'])(
  'COM-09: a viewer sees figures and public content of %s, and no record about a person',
  async (network) => {
    const viewer = await persona('bga.viewer');
    const trainingId = await idOf(network, network === 'un' ? 'UN-T1' : 'BG-T1-1');

    const page = await viewer.networks.page({ network });
    const phases = await viewer.phases.list({ network });
    const refusals = await Promise.all([
      refusal(viewer.members.list({ network })),
      refusal(viewer.members.invitations({ network })),
      refusal(viewer.trainings.manage({ network, trainingId })),
      refusal(viewer.attendance.sheet({ network, trainingId })),
      refusal(viewer.exports.members({ network })),
      refusal(viewer.exports.registrations({ network })),
      refusal(viewer.messages.list({ network })),
      refusal(viewer.events.history({ network })),
      refusal(viewer.consents.list({ network })),
      refusal(viewer.privacy.erasures({ network })),
    ]);

    expect(page.code).toBe(network);
    expect(phases.phases.length).toBeGreaterThan(0);
    expect(new Set(refusals)).toEqual(new Set(['not_allowed']));
  },
);

import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import { expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import { purgeFiles } from '../files/purge.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

/** A training that ended yesterday, whose one participant earned a certificate, in a network with a funder. */
async function funded() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const call = as(coordinator);
  const code = { network: network.code };
  const keep = async (picture: Buffer) =>
    (await call.phases.keepLogo({ ...code, name: 'logo.png', content: oneFile(picture) })).logoId;
  const start = new Date(Date.now() - days(1));
  const year = start.getUTCFullYear();
  const phase = {
    ...code,
    title: 'Now',
    startsOn: `${year - 1}-01-01`,
    endsOn: `${year + 1}-12-31`,
    isPublic: true,
  };
  const logoId = await keep(pngOf(6, 3));
  const { phaseId } = await call.phases.add({
    ...phase,
    funders: [{ name: 'European Union', logoId }, { name: 'Town' }],
  });
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: start, endsAt: new Date(start.getTime() + hours(3)), halfDay: 'am' }],
  });
  const where = { ...code, trainingId };
  await as(coordinator, new Date(start.getTime() - days(1))).seats.register({
    ...where,
    institutionId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await call.attendance.sheet(where);
  await call.attendance.mark({
    ...where,
    sessionId: sessions[0]?.id ?? '',
    marks: rows.map(({ seatId }) => ({ seatId, state: 'present' })),
  });
  await call.certificates.issue(where);
  const [certificate] = await call.certificates.list(where);
  const paper = () => call.certificates.paper({ ...code, certificateId: certificate?.id ?? '' });
  return { network, call, keep, phase: { ...phase, phaseId }, logoId, where, paper };
}

test('a certificate prints the logo of its day, also when the funder has another one since', async () => {
  const { call, keep, phase, logoId, paper } = await funded();
  const before = await paper();

  await call.phases.edit({
    ...phase,
    funders: [{ name: 'European Union', logoId: await keep(pngOf(9, 9)) }, { name: 'Town' }],
  });
  await purgeFiles(new Date(Date.now() + days(2)));

  expect(before.funders).toEqual(['European Union', 'Town']);
  expect(before.logos).toEqual([{ name: 'European Union', logoId }]);
  expect(before.pictures).toEqual([
    { id: logoId, mime: 'image/png', width: 6, height: 3, base64: pngOf(6, 3).toString('base64') },
  ]);
  expect(await paper()).toEqual(before);
});

test('a picture that is gone stops no paper: the name of the funder stays', async () => {
  const { network, call, logoId, where } = await funded();
  await inNetwork(network.id, ({ prisma }) =>
    prisma.storedFile.updateMany({ where: { id: logoId }, data: { storageKey: `${network.id}/gone` } }),
  );

  const { certificates, pictures } = await call.certificates.papers(where);

  expect([certificates.map(({ funders }) => funders), pictures]).toEqual([[['European Union', 'Town']], []]);
});

import { inNetwork } from '@tessera/db/scope.server.ts';
import { pngOf, pngPart } from '@tessera/files/picture.testing.ts';
import { expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import { DomainError } from '../errors.ts';
import { purgeFiles } from '../files/purge.server.ts';
import { as, days, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();
const visitor = as(null);
const dates = { startsOn: '2026-01-01', endsOn: '2027-12-31' };

async function world() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = as(await newPerson(network, 'coordinator'));
  const keep = async (content: string | Uint8Array = pngOf(4, 4)) =>
    (await coordinator.phases.keepLogo({ ...code, name: 'logo.png', content: oneFile(content) })).logoId;
  const add = (logoId: string, more: object = {}) =>
    coordinator.phases.add({
      ...code,
      title: 'Phase',
      ...dates,
      isPublic: true,
      funders: [{ name: 'European Union', logoId }],
      ...more,
    });
  const shown = async (who = visitor) => (await who.networks.page(code)).phases[0]?.funders[0]?.logoId;
  return { network, code, coordinator, keep, add, shown };
}

/** The times at which the files of a network go. */
function ends(networkId: string) {
  return inNetwork(networkId, ({ prisma }) =>
    prisma.storedFile.findMany({
      where: { networkId, kind: 'logo' },
      orderBy: { id: 'asc' },
      select: { deleteAfter: true, removedAt: true, size: true },
    }),
  );
}

test('everyone gets the logo of a public funder, as a picture and nothing else', async () => {
  const { code, keep, add, shown } = await world();
  const logoId = await keep(pngOf(4, 4, pngPart('tEXt', Buffer.from('<script>alert(1)</script>'))));
  await add(logoId);

  expect(await shown()).toBe(logoId);
  expect(await visitor.phases.logo({ ...code, logoId })).toEqual({
    mime: 'image/png',
    isPublic: true,
    content: pngOf(4, 4).toString('base64'),
  });
});

test('a logo is replaced and removed; what is shown no more goes the next day', async () => {
  const { network, code, coordinator, keep, add, shown } = await world();
  const [first, second] = [await keep(), await keep()];
  const { phaseId } = await add(first);
  const edit = (funder: object) =>
    coordinator.phases.edit({
      ...code,
      phaseId,
      title: 'Phase',
      ...dates,
      isPublic: true,
      funders: [{ name: 'European Union', ...funder }],
    });
  const kept = async () => (await ends(network.id)).map(({ deleteAfter }) => deleteAfter === null);
  expect(await kept()).toEqual([true, false]);

  await edit({ logoId: second });
  expect([await shown(), await kept()]).toEqual([second, [false, true]]);
  expect(await refusal(visitor.phases.logo({ ...code, logoId: first }))).toBe('not_found');
  await edit({ logoId: first });
  expect([await shown(), await kept()]).toEqual([first, [true, false]]);
  await edit({ logoId: first, isLogoRemoved: true });
  expect([await shown(), await kept()]).toEqual([null, [false, false]]);

  await purgeFiles(new Date(Date.now() + days(2)));
  expect((await ends(network.id)).every(({ removedAt }) => removedAt !== null)).toBe(true);
  expect(await refusal(edit({ logoId: first }))).toBe('file_needed');
  expect(await refusal(coordinator.phases.logo({ ...code, logoId: first }))).toBe('not_found');
});

test('a logo that stands beside a funder outlives the night, and goes with its phase', async () => {
  const { network, code, coordinator, keep, add, shown } = await world();
  const logoId = await keep();
  const { phaseId } = await add(logoId);

  await purgeFiles(new Date(Date.now() + days(400)));
  expect(await shown()).toBe(logoId);
  await coordinator.phases.remove({ ...code, phaseId });

  expect((await ends(network.id)).map(({ deleteAfter }) => deleteAfter !== null)).toEqual([true]);
});

test('a logo of a hidden phase or of a draft is for those who may read phases', async () => {
  const { network, code, coordinator, keep, add } = await world();
  const logoId = await keep();
  const trainer = as(await newPerson(network, 'trainer'));
  const asked = { ...code, logoId };
  expect(await refusal(trainer.phases.logo(asked))).toBe('not_found');
  await add(logoId, { isPublic: false });

  expect(await refusal(visitor.phases.logo(asked))).toBe('not_found');
  expect(await refusal(trainer.phases.logo(asked))).toBe('not_found');
  expect((await coordinator.phases.logo(asked)).isPublic).toBe(false);
});

test('no network takes or shows the logo of another; a child shows what it inherits', async () => {
  const own = await world();
  const other = await world();
  const logoId = await own.keep();

  expect(await refusal(other.add(logoId))).toBe('file_needed');
  expect(await refusal(other.coordinator.phases.logo({ ...other.code, logoId }))).toBe('not_found');
  await own.add(logoId);
  expect(await refusal(other.coordinator.phases.logo({ ...other.code, logoId }))).toBe('not_found');
  const child = await newNetwork({ parentCode: own.network.code });
  const [phase] = (await visitor.networks.page({ network: child.code })).phases;
  expect(phase?.funders[0]?.logoId).toBe(logoId);
  expect((await visitor.phases.logo({ network: child.code, logoId })).isPublic).toBe(true);
});

test('a file that is none of these pictures, or too large, is refused beside the field', async () => {
  const { network, keep } = await world();
  const refused = async (content: string | Uint8Array) => {
    const error = await keep(content).catch((thrown: { cause: DomainError }) => thrown.cause);
    return error instanceof DomainError ? [error.code, error.field] : error;
  };

  expect(await refused('%PDF-1.7')).toEqual(['picture_type', 'logo']);
  expect(await refused('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')).toEqual([
    'picture_svg',
    'logo',
  ]);
  expect(await refused(pngOf(4, 4).subarray(0, 40))).toEqual(['picture_broken', 'logo']);
  expect(await refused(pngOf(4001, 1))).toEqual(['picture_too_wide', 'logo']);
  expect(await refused(Buffer.concat([pngOf(4, 4), Buffer.alloc(500_000)]))).toEqual([
    'picture_too_large',
    'logo',
  ]);
  expect(await ends(network.id)).toEqual([]);
});

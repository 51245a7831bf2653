import { emptyPdf } from '@tessera/files/document.testing.ts';
import { as, type TestNetwork, type TestPerson } from '../testing.server.ts';

type Details = Parameters<ReturnType<typeof as>['library']['create']>[0];

async function* piece(content: string | Uint8Array) {
  yield Buffer.from(content);
}

/** A file of a resource that no version has taken yet. */
export async function newFile(
  network: TestNetwork,
  person: TestPerson,
  resourceId: string,
  { name = 'Ghid.pdf', content = emptyPdf }: { name?: string; content?: string | Uint8Array } = {},
): Promise<string> {
  const file = { network: network.code, resourceId, name, content: piece(content) };
  return (await as(person).library.keepFile(file)).fileId;
}

/** A resource with a file, as a draft. */
export async function newDraft(
  network: TestNetwork,
  person: TestPerson,
  { fileName, ...changes }: Partial<Details> & { fileName?: string } = {},
): Promise<string> {
  const { resourceId } = await as(person).library.create({
    network: network.code,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts: [{ language: 'ro', title: 'Ghid' }],
    ...changes,
  });
  const fileId = await newFile(network, person, resourceId, fileName ? { name: fileName } : {});
  await as(person).library.revise({
    network: network.code,
    resourceId,
    files: [{ fileId }],
    filesLanguage: 'ro',
  });
  return resourceId;
}

/** Two links of a resource, one of which takes the place of another that was there before. */
export async function newReplacement(
  network: TestNetwork,
  coordinator: TestPerson,
  resourceId: string,
  label: string,
): Promise<string> {
  const oldUrl = `https://example.org/links/${resourceId}`;
  const links = [{ url: oldUrl }, { url: 'https://example.org/links/old' }].map((each) => ({
    ...each,
    label,
  }));
  await as(coordinator).library.revise({ network: network.code, resourceId, note: label, links });
  const newUrl = `${oldUrl}/new`;
  return (await as(coordinator).links.replace({ network: network.code, oldUrl, newUrl })).replacementId;
}

/** A published resource with a file. */
export async function newResource(
  network: TestNetwork,
  coordinator: TestPerson,
  changes: Parameters<typeof newDraft>[2] = {},
): Promise<string> {
  const resourceId = await newDraft(network, coordinator, changes);
  for (const move of ['submit', 'review', 'publish'] as const)
    await as(coordinator).library.move({ network: network.code, resourceId, move });
  return resourceId;
}

import { keepFile } from '@tessera/core/library/keep-file.server.ts';
import { moveResource } from '@tessera/core/library/move.server.ts';
import { reviseResource } from '@tessera/core/library/revise.server.ts';
import {
  Adoption,
  ResourceFields,
  ResourceShare,
  ResourceStep,
  Revision,
} from '@tessera/core/library/schema.ts';
import { reportAdoption, shareResource } from '@tessera/core/library/share.server.ts';
import { createResource } from '@tessera/core/library/write.server.ts';
import { renderPdf } from '@tessera/documents/typst.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { resources, type SeedResource } from './data/library.ts';
import { acting, networkOf, type World } from './world.server.ts';

/** What the networks wrote down for each other. What is there already is left as it is. */
export async function seedLibrary(world: World): Promise<number> {
  for (const resource of resources) {
    if ((await idOf(world, resource)) === null) await publish(world, resource);
    if (resource.adopted) await report(world, resource, resource.adopted);
  }
  return resources.length;
}

async function idOf(world: World, resource: SeedResource): Promise<string | null> {
  const { network, coordinator, sourceLanguage, texts } = resource;
  const { id: networkId, clock } = networkOf(world, network);
  const row = await acting(world, coordinator, network, clock.now).transaction(({ prisma }) =>
    prisma.resourceText.findFirst({
      where: { networkId, language: sourceLanguage, title: texts[sourceLanguage]?.title ?? '' },
      select: { resourceId: true },
    }),
  );
  return row?.resourceId ?? null;
}

async function publish(world: World, resource: SeedResource): Promise<void> {
  const {
    network,
    coordinator,
    publishedOn,
    reviewBy,
    links,
    shared = [],
    adopted: _adopted,
    texts,
    ...rest
  } = resource;
  const { clock } = networkOf(world, network);
  const ctx = acting(world, coordinator, network, clock.at(publishedOn, '10:00'));
  const { resourceId } = await createResource(
    ctx,
    ResourceFields.parse({
      ...rest,
      texts: Object.entries(texts).map(([language, { title, description }]) => ({
        language,
        title,
        description,
      })),
    }),
  );
  for (const [language, { title, paragraphs }] of Object.entries(texts)) {
    if (!paragraphs) continue;
    const { fileId } = await keepFile(ctx, {
      resourceId,
      name: `${title}.pdf`,
      content: inOnePiece(pageOf(language, title, paragraphs)),
    });
    await reviseResource(ctx, Revision.parse({ resourceId, files: [{ fileId }], filesLanguage: language }));
  }
  if (links) await reviseResource(ctx, Revision.parse({ resourceId, links }));
  const until = reviewBy && clock.day(reviewBy).toISOString().slice(0, 10);
  for (const move of ['submit', 'review', 'publish'] as const)
    await moveResource(
      ctx,
      ResourceStep.parse({ resourceId, move, reviewBy: move === 'publish' ? until : null }),
    );
  for (const { with: recipient, rights, creditedAs } of shared)
    await shareResource(ctx, ResourceShare.parse({ resourceId, recipient, rights, creditedAs }));
}

async function report(
  world: World,
  resource: SeedResource,
  { by, coordinator, on, outcome, word }: NonNullable<SeedResource['adopted']>,
): Promise<void> {
  const { id: networkId, clock } = networkOf(world, by);
  const ctx = acting(world, coordinator, by, clock.at(on, '15:20'));
  const resourceId = (await idOf(world, resource)) ?? '';
  const before = await ctx.transaction(({ prisma }) =>
    prisma.resourceAdoption.findFirst({ where: { networkId, resourceId }, select: { outcome: true } }),
  );
  if (!before)
    await reportAdoption(ctx, Adoption.parse({ resourceId, owner: resource.network, outcome, word }));
}

const template = `
#set page(paper: "a4", margin: 25mm)
#set par(leading: 0.8em, spacing: 1.4em)
#text(size: 20pt, weight: "bold", heading(level: 1, data.title))
#v(8mm)
#for paragraph in data.paragraphs [ #paragraph #parbreak() ]
`;

function pageOf(language: string, title: string, paragraphs: string[]): Uint8Array {
  return renderPdf({
    template,
    data: { title, paragraphs },
    language: isLanguage(language) ? language : 'en',
    title,
  });
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

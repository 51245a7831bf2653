import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { writeTextIn } from '../translations/text.server.ts';
import { planOf } from './check.server.ts';

type Given = Parameters<typeof writeTextIn>[2];

/**
 * Takes over what is ready in a file: all of it or nothing.
 * @throws DomainError not_found, translation_file_empty, translation_file_moved when somebody changed one of the texts just now
 */
export async function takeFile(ctx: Acting, { fileId }: { fileId: string }): Promise<{ texts: number }> {
  const { from, language, lines } = await planOf(ctx, fileId);
  const ready = lines.flatMap((line) =>
    line.outcome === 'ready' && line.place ? [{ ...line, place: line.place }] : [],
  );
  if (ready.length === 0) throw new DomainError('translation_file_empty');
  // In one order for everybody, so that two files wait for each other instead of standing in each other's way.
  ready.sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
  await ctx.transaction(async (tx) => {
    for (const { place, fields, origin } of ready) {
      const given = {
        kind: place.kind,
        id: place.id,
        language: language as Given['language'],
        fields: { ...fields },
        seenSourceVersion: place.sourceVersion,
        seenSourceLanguage: from as Given['seenSourceLanguage'],
        seenChange: place.change,
        origin,
      };
      await writeTextIn(tx, ctx, given).catch((error: unknown) => {
        throw error instanceof DomainError ? new DomainError('translation_file_moved') : error;
      });
    }
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'translation_file.taken',
      object: ['file', fileId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { count: ready.length, language },
    });
  });
  return { texts: ready.length };
}

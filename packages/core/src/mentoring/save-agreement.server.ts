import { createHash } from 'node:crypto';
import { newestAgreements } from '@tessera/db/agreements.server.ts';
import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { wordsOfAgreement } from './agreements.ts';
import { note } from './note.server.ts';
import { programmeState } from './programmes.server.ts';
import type { AgreementText } from './schema.ts';

/**
 * Writes the agreement of a programme in one language: a new version, unless the words are those of the newest. What was
 * signed stays as it was read.
 * @throws DomainError not_found
 */
export async function saveAgreement(
  ctx: Acting,
  { programmeId, language, ...words }: z.output<typeof AgreementText>,
): Promise<{ version: number }> {
  const networkId = ctx.network.id;
  const hash = createHash('sha256').update(wordsOfAgreement(language, words)).digest('hex');
  return ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    await programmeState(tx, networkId, programmeId);
    const texts = await tx.run(newestAgreements(networkId, programmeId));
    const newest = texts.find((text) => text.language === language);
    if (newest?.hash === hash) return { version: newest.version };
    const version = (newest?.version ?? 0) + 1;
    const { confidentiality, places, hours, gifts, ending } = words;
    await tx.prisma.mentoringAgreementText.create({
      data: {
        networkId,
        programmeId,
        language,
        version,
        confidentiality,
        places,
        hours,
        gifts,
        ending,
        hash,
        createdAt: ctx.now,
        createdById: ctx.actor.personId,
      },
    });
    await note(tx, ctx, 'mentoring.agreement_written', ['mentoring_programme', programmeId], {
      language,
      version,
    });
    return { version };
  });
}

import { certificateTemplates, insertTemplate } from '@tessera/db/certificates.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isSameTemplate, newTemplate, type TemplateWords } from './rules.ts';
import type { NewTemplate } from './schema.ts';

/** The words that the next certificates get, in each language of the network. */
export async function templates(ctx: Acting) {
  const rows = await ctx.transaction((tx) => tx.run(certificateTemplates(ctx.network.id)));
  return {
    networkName: ctx.network.name,
    country: ctx.network.country,
    timeZone: ctx.network.timeZone,
    now: ctx.now,
    templates: ctx.network.interfaceLanguages.filter(isLanguage).map((language) => {
      const row = rows.find((candidate) => candidate.language === language);
      return { ...newTemplate(ctx.network.accent), ...row, language };
    }),
  };
}

/**
 * Keeps words as the next version; the same words again are none. What was issued stays as it was printed.
 * @throws DomainError not_found for a language that the network does not speak, state_changed when somebody was faster
 */
export async function saveTemplate(
  ctx: Acting,
  { language, ...words }: z.output<typeof NewTemplate>,
): Promise<{ version: number }> {
  const networkId = ctx.network.id;
  if (!ctx.network.interfaceLanguages.includes(language)) throw new DomainError('not_found');
  return ctx.transaction(async (tx) => {
    const rows = await tx.run(certificateTemplates(networkId));
    const newest: TemplateWords & { version: number } =
      rows.find((row) => row.language === language) ?? newTemplate(ctx.network.accent);
    if (isSameTemplate(newest, words)) return { version: newest.version };
    const id = newId();
    const version = newest.version + 1;
    const [made] = await tx.run(
      insertTemplate(
        networkId,
        id,
        ctx.now,
        ctx.actor.personId,
        JSON.stringify({ ...words, language, version }),
      ),
    );
    if (!made) throw new DomainError('state_changed');
    await recordEvent(tx, {
      networkId,
      kind: 'certificate.template_changed',
      object: ['certificate_template', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { language, version },
    });
    return { version };
  });
}

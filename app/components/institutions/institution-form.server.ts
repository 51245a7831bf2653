import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { DomainError } from '@tessera/core/errors.ts';
import type { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { cardOf, InstitutionForm } from './institution-form-schema.ts';

/** What the form of a card offers to choose from in this network. */
export async function institutionChoices(args: LoaderFunctionArgs, own: string | null) {
  const where = networkParams(args);
  const call = api(args);
  const [shell, institutions] = await Promise.all([
    call.networks.shell(where),
    call.institutions.options(where),
  ]);
  return {
    nameLanguages: [...new Set([...shell.languages, 'en'])],
    languages: [...new Set([...shell.languages, ...shell.contentLanguages])],
    parents: institutions.filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, label: name })),
  };
}

/**
 * The round trip of a card's form. A refusal of a name comes back beside the name that was typed, though empty ones before
 * it were left out.
 */
export async function submitInstitution<Answer>(
  args: ActionFunctionArgs,
  save: (card: ReturnType<typeof cardOf>) => Promise<Answer>,
) {
  return submit(args, InstitutionForm, async (typed: z.output<typeof InstitutionForm>) => {
    try {
      return await save(cardOf(typed));
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      const index = Number(/^texts\[(\d+)\]/.exec(refusal?.field ?? '')?.[1]);
      if (!refusal || Number.isNaN(index)) throw thrown;
      const written = typed.texts.flatMap(({ name }, place) => (name === '' ? [] : [place]));
      throw new DomainError(refusal.code, refusal.params, `texts[${written[index] ?? 0}].name`);
    }
  });
}

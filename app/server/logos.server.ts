import type { ActionFunctionArgs } from '@remix-run/node';
import { DomainError } from '@tessera/core/errors.ts';
import { api } from './api.server.ts';
import { domainErrorOf, refuse } from './refusal.server.ts';

/**
 * What `submit` does with the logos in the form of a phase before it checks the form.
 * @throws a refusal, before the files are read, for who may not change a phase
 */
export async function withLogos(args: ActionFunctionArgs, where: { network: string }) {
  const { mayEdit } = await api(args).phases.list(where);
  if (!mayEdit) throw refuse('not_allowed');
  return { prepare: (form: FormData) => keepLogos(args, where, form) };
}

/**
 * Keeps the logos that a form brings and leaves their ids in it, so that a form that comes back has them still.
 * @throws DomainError at the field of the first file that is no logo
 */
async function keepLogos(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  where: { network: string },
  form: FormData,
): Promise<void> {
  const files = [...form].filter((entry): entry is [string, File] => entry[1] instanceof File);
  let first: unknown;
  for (const [field, file] of files) {
    form.delete(field);
    if (file.size === 0) continue;
    try {
      const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
      const name = file.name.slice(-200);
      const { logoId } = await api(args).phases.keepLogo({ ...where, name, content });
      form.set(`${field}Id`, logoId);
      form.delete(field.replace(/logo$/, 'isLogoRemoved'));
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      first ??= refusal?.field === 'logo' ? new DomainError(refusal.code, refusal.params, field) : thrown;
    }
  }
  if (first) throw first;
}

import type { DomainError } from '@tessera/core/errors.ts';
import { domainErrorOf, Refusals } from './refusal.server.ts';

/**
 * Keeps the files that a form brings and leaves their ids in it, so that a form that comes back has them still.
 * @throws Refusals with one for each file that cannot be kept
 */
export async function keepFiles(
  form: FormData,
  keep: (file: { name: string; content: AsyncIterable<Uint8Array> }) => Promise<string>,
): Promise<void> {
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0) as File[];
  form.delete('files');
  let place = [...form.keys()].filter((name) => /^files\[\d+\]/.test(name)).length;
  const refusals: DomainError[] = [];
  for (const file of files) {
    try {
      const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
      form.set(`files[${place}].fileId`, await keep({ name: file.name.slice(-500), content }));
      place += 1;
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      // What is not about a file has an answer of its own.
      if (!refusal?.field) throw thrown;
      refusals.push(refusal);
    }
  }
  if (refusals.length > 0) throw new Refusals(refusals);
}

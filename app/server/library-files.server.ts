import { domainErrorOf } from './refusal.server.ts';

/**
 * Keeps the files that a form brings and leaves their ids in it, so that a form that comes back has them still.
 * @throws DomainError of the first file that cannot be kept
 */
export async function keepFiles(
  form: FormData,
  keep: (file: { name: string; content: AsyncIterable<Uint8Array> }) => Promise<string>,
): Promise<void> {
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0) as File[];
  form.delete('files');
  let place = [...form.keys()].filter((name) => /^files\[\d+\]/.test(name)).length;
  let first: unknown;
  for (const file of files) {
    try {
      const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
      form.set(`files[${place}].fileId`, await keep({ name: file.name.slice(-500), content }));
      place += 1;
    } catch (thrown) {
      if (!domainErrorOf(thrown)) throw thrown;
      first ??= thrown;
    }
  }
  if (first) throw first;
}

import { DomainError } from '@tessera/core/errors.ts';
import { domainErrorOf, Refusals } from './refusal.server.ts';

type Pictures = {
  /** The last part of the name of a field that brings a picture; its id goes to the field `<field>Id` */
  field: string;
  /** The last part of the name of the tick that takes a picture away; a new one unticks it */
  removal: string;
  keep: (picture: { name: string; content: AsyncIterable<Uint8Array> }) => Promise<string>;
};

/**
 * Keeps the pictures that a form brings and leaves their ids in it, so that a form that comes back has them still.
 * @throws Refusals with one for each file that is no picture, at its field
 */
export async function keepPictures(form: FormData, { field, removal, keep }: Pictures): Promise<void> {
  const files = [...form].filter((entry): entry is [string, File] => entry[1] instanceof File);
  const refusals: DomainError[] = [];
  for (const [name, file] of files) {
    form.delete(name);
    if (file.size === 0) continue;
    try {
      const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
      form.set(`${name}Id`, await keep({ name: file.name.slice(-200), content }));
      form.delete(`${name.slice(0, -field.length)}${removal}`);
    } catch (thrown) {
      const refusal = domainErrorOf(thrown);
      if (!refusal?.field) throw thrown;
      const own = refusal.field === field ? name : refusal.field;
      refusals.push(new DomainError(refusal.code, refusal.params, own));
    }
  }
  if (refusals.length > 0) throw new Refusals(refusals);
}

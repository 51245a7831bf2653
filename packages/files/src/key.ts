/** There is no file under this key. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** @throws when a key could lead out of the store */
export function checked(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error('this is no key of a file');
  return key;
}

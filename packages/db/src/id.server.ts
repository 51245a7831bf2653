import { v7 } from 'uuid';

/** A new id: UUIDv7, made by the server process, rising with time. */
export function newId(): string {
  return v7();
}

import type { LaterKind, PlaceOfPerson } from '@tessera/db/needs.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import type { Actor, NetworkCard } from './context.server.ts';
import type { Grant } from './permissions.ts';

// What a session was when it was last here, so that its next request can guess what it will ask. Nothing is shown on the
// strength of it: each request finds out anew who it is.

/** Who a session was in one network. */
export type Standing = { actor: Actor; network: NetworkCard; grants: Grant[]; language: Language };

/** Where the person of a session was at home. */
export type Home = {
  actor: Actor;
  places: PlaceOfPerson[];
  language: Language;
  /** By network: of what something was there that might wait */
  later?: Map<string, LaterKind[]>;
};

/** The latest of each key; beyond a number the oldest are forgotten. */
class Latest<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const oldest = this.#values.keys().next();
    if (this.#values.size > this.#most && !oldest.done) this.#values.delete(oldest.value);
  }
}

/** By the stored id of the session and the code of the network, with a space between. */
export const standings = new Latest<Standing>(1000);

/** By the stored id of the session. */
export const homes = new Latest<Home>(1000);

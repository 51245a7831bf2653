import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting, NetworkCard } from '../context.server.ts';
import type { PatternReason } from './terms.ts';

/** The network that is copied, and how it is read: in its own name, by the right of the person who asked. */
export type Source = {
  network: NetworkCard;
  /** Offered to everybody by itself, or read by a coordinator of it */
  isOffered: boolean;
};

/** A copy that is under way. */
export type Copying = { runId: string; source: Source; target: Acting };

/** What a copy became: its row, and what was there before it. */
export type Made = {
  objectId?: string | null;
  before?: object;
  /** What else of it has to be said */
  notes?: readonly { title: string; reason: PatternReason }[];
};

/** One thing of the other network. */
export type Found = {
  key: string;
  title: string;
  /** Work outside of the database that may be done twice, before `copy` */
  prepare?: () => Promise<void>;
  /** Writes the copy, in a transaction of the new network. */
  copy?: (tx: Transaction) => Promise<Made>;
  /** What only waits until somebody says yes to it */
  words?: object;
  /** Why it is not copied */
  leftOut?: PatternReason;
};

/** One kind of thing that can come along. */
export type Part = {
  /** Whether the new network has something of the kind already, so that nothing is copied over it. */
  isThere: (tx: Transaction, target: Acting) => Promise<boolean>;
  /** What there is, read in a transaction in the name of the other network. A constant number of statements. */
  find: (tx: Transaction, copying: Copying) => Promise<Found[]>;
  /** The rows of a copy as they stand, for `markOf`; null when it is gone. */
  rows: (tx: Transaction, networkId: string, item: CopiedItem) => Promise<unknown>;
  /** Takes a copy back. */
  remove: (tx: Transaction, target: Acting, item: CopiedItem) => Promise<void>;
};

export type CopiedItem = { sourceKey: string; objectId: string | null; before: unknown };

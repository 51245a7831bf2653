import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { findSession, type SessionRow } from '@tessera/db/identity.server.ts';
import { type ResolvedNetwork, resolveNetwork } from '@tessera/db/networks.server.ts';
import { inScope, readInTurn, type Transaction } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Actor } from '../context.server.ts';
import type { Question } from '../reading.server.ts';

// The only file that knows Lucia. The cookie holds the session's id; the database holds its SHA-256.

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseUserAttributes: { name: string; email: string | null; language: string | null; unread: number };
    DatabaseSessionAttributes: { device: string };
  }
}

const stored = (sessionId: string) => hash('sha256', sessionId);
const identity = { door: 'identity' } as const;

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await sessionOf(sessionId);
    if (!row) return [null, null];
    const { personId, expiresAt, device, name, email, language, unread } = row;
    return [
      { id: sessionId, userId: personId, expiresAt, attributes: { device } },
      { id: personId, attributes: { name, email, language, unread } },
    ];
  },
  async getUserSessions(userId) {
    const rows = await inScope(identity, (tx) => tx.prisma.session.findMany({ where: { personId: userId } }));
    return rows.map(({ id, personId, expiresAt, device }) => ({
      id,
      userId: personId,
      expiresAt,
      attributes: { device },
    }));
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await inScope(identity, (tx) =>
      tx.prisma.session.create({
        data: { id: stored(id), personId: userId, expiresAt, device: attributes.device },
      }),
    );
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await inScope(identity, (tx) =>
      tx.prisma.session.updateMany({ where: { id: stored(sessionId) }, data: { expiresAt } }),
    );
  },
  async deleteSession(sessionId) {
    await inScope(identity, (tx) => tx.prisma.session.deleteMany({ where: { id: stored(sessionId) } }));
  },
  async deleteUserSessions(userId) {
    await inScope(identity, (tx) => tx.prisma.session.deleteMany({ where: { personId: userId } }));
  },
  async deleteExpiredSessions() {
    await inScope(identity, (tx) =>
      tx.prisma.session.deleteMany({ where: { expiresAt: { lte: new Date() } } }),
    );
  },
};

/** What is read in the same message as the session. */
export type Along = {
  /** The network in the request's address; null as language is the person's own. */
  network: { code: string; language: string | null } | null;
  /** What the page will ask, as far as it can be guessed of the session that is stored under this id. */
  guess: (storedId: string) => Question[];
};

/** A question that was guessed, with the rows of each of its statements. */
export type Ahead = { question: Question; answers: object[][] };

type Alongside = { along: Along; found: ResolvedNetwork | null; ahead: Ahead[] };

const alongside = new AsyncLocalStorage<Alongside>();

// One message for all: each way to the database costs more than what is read on it.
async function sessionOf(sessionId: string): Promise<SessionRow | undefined> {
  const now = new Date();
  const storedId = stored(sessionId);
  const session = findSession(storedId, now);
  const reading = alongside.getStore();
  if (!reading) return inScope(identity, async (tx) => (await tx.run(session))[0]);
  const { network, guess } = reading.along;
  const questions = guess(storedId);
  const who = network ? [session, resolveNetwork(network.code, now, network.language)] : [session];
  const [first = [], ...answers] = await readInTurn([{ scope: identity, statements: who }, ...questions]);
  const [[row], [found] = []] = first as [SessionRow[], ResolvedNetwork[]?];
  reading.found = found ?? null;
  reading.ahead = questions.map((question, index) => ({ question, answers: answers[index] ?? [] }));
  return row;
}

function makeLucia() {
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(2, 'w'),
    sessionCookie: {
      name: 'tessera_session',
      attributes: { secure: env().appUrl.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ name, email, language, unread }) => ({ name, email, language, unread }),
    getSessionAttributes: ({ device }) => ({ device }),
  });
}

let instance: ReturnType<typeof makeLucia> | undefined;
function lucia() {
  instance ??= makeLucia();
  return instance;
}

export type OpenSession = {
  sessionId: string;
  actor: Actor;
  setCookie: string | null;
  /** The network that was asked for, as it is for this person; null when there is none. */
  network: ResolvedNetwork | null;
  ahead: Ahead[];
};

/**
 * The session that a Cookie header carries, renewed when half of its time is over; null for a visitor.
 * @param along is read in the same message
 */
export async function readSession(cookieHeader: string | null, along: Along): Promise<OpenSession | null> {
  const sessionId = lucia().readSessionCookie(cookieHeader ?? '');
  if (!sessionId || sessionId.length > 100) return null;
  const reading: Alongside = { along, found: null, ahead: [] };
  const { session, user } = await alongside.run(reading, () => lucia().validateSession(sessionId));
  if (!session) return null;
  return {
    sessionId,
    network: reading.found,
    ahead: reading.ahead,
    actor: {
      personId: user.id,
      name: user.name,
      email: user.email,
      language: isLanguage(user.language) ? user.language : null,
      unread: user.unread,
    },
    setCookie: session.fresh ? lucia().createSessionCookie(session.id).serialize() : null,
  };
}

/** Opens a new session and gives the Set-Cookie header; the old cookie's session never becomes a signed-in one. */
export async function openSession(personId: string, device: string): Promise<string> {
  const session = await lucia().createSession(personId, { device: device.slice(0, 200) });
  return lucia().createSessionCookie(session.id).serialize();
}

/**
 * Opens a session that stays only if `mayStay` says so once it stands; what ends all sessions meanwhile has ended it too.
 * @returns the Set-Cookie header; null when it did not stay
 */
export async function openSessionIf(
  personId: string,
  device: string,
  mayStay: () => Promise<boolean>,
): Promise<string | null> {
  const session = await lucia().createSession(personId, { device: device.slice(0, 200) });
  if (await mayStay()) return lucia().createSessionCookie(session.id).serialize();
  await lucia().invalidateSession(session.id);
  return null;
}

/** Ends one session and gives the Set-Cookie header that removes the cookie. */
export async function endSession(sessionId: string | null): Promise<string> {
  if (sessionId) await lucia().invalidateSession(sessionId);
  return lucia().createBlankSessionCookie().serialize();
}

/** Ends every session of a person, on all devices. */
export async function endAllSessions(personId: string): Promise<void> {
  await lucia().invalidateUserSessions(personId);
}

/** Ends every session of a person but this one, in an open transaction with the door "identity". */
export async function endOtherSessions(
  { prisma }: Transaction,
  personId: string,
  sessionId: string | null,
): Promise<void> {
  await prisma.session.deleteMany({
    where: { personId, ...(sessionId ? { id: { not: stored(sessionId) } } : {}) },
  });
}

/** A short name of a session for lists; it cannot be used to sign in. */
export function sessionLabel(storedId: string): string {
  return storedId.slice(0, 16);
}

/** How the current session is stored, to mark it in a list. */
export function storedSessionId(sessionId: string): string {
  return stored(sessionId);
}

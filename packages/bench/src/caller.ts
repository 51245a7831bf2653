import { randomUUID } from 'node:crypto';
import { type Caller, createCaller } from '@tessera/core/api.server.ts';
import { Reading } from '@tessera/core/reading.server.ts';

/** The procedures in the name of a person, as one request would call them. */
export function callerOf(
  person: { personId: string; name: string; email: string },
  now = new Date(),
): Caller {
  return createCaller({
    actor: { ...person, language: 'en' },
    sessionId: null,
    now,
    language: 'en',
    requestId: randomUUID(),
    ip: '127.0.0.1',
    device: 'bench',
    setCookies: [],
    resolved: new Map(),
    reading: new Reading(),
  });
}

import type { DraftAnswer } from '@tessera/core/mentoring/drafts.server.ts';
import { enqueue, settle, type WaitingEntry, waitingEntries } from './device.ts';
import { parseEntry } from './entry.ts';

/** What a server says about an entry or a draft. `null`: no answer came. */
type Sent = { state: 'sent' } | { state: 'ended' } | { state: 'refused' };

/** Posts fields; says when no answer came, and when somebody has to sign in first. */
async function post<Answer>(address: string, fields: URLSearchParams): Promise<Answer | 'signed_out' | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body: fields, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return 'signed_out';
    // What is refused says so; any other failure is as if no answer had come.
    if (!answer.ok && answer.status !== 422) return null;
    const said = (await answer.json()) as Answer & { state?: unknown };
    return said.state === undefined ? null : said;
  } catch {
    return null;
  }
}

/** Sends a draft. */
export function postDraft(address: string, version: number, body: string) {
  return post<DraftAnswer | { state: 'ended' } | { state: 'refused' }>(
    address,
    new URLSearchParams({ version: String(version), body }),
  );
}

let sending: Promise<unknown> = Promise.resolve();

/**
 * Sends what waits on this phone, one after the other; an entry that is sent twice is one session, by its nonce.
 * @returns what stays, and how the last question ended
 */
export function sendWaiting(
  personId: string,
): Promise<{ left: WaitingEntry[]; isSignedOut: boolean; isOffline: boolean }> {
  const next = sending.then(async () => {
    for (const entry of await waitingEntries(personId)) {
      if (entry.refusal) continue;
      const answer = await post<Sent>(entry.address, fieldsOf(entry.body));
      if (answer === null || answer === 'signed_out') {
        const left = await waitingEntries(personId);
        return { left, isSignedOut: answer === 'signed_out', isOffline: answer === null };
      }
      if (answer.state === 'sent') await settle(entry.nonce);
      else await enqueue({ ...entry, refusal: answer.state });
    }
    return { left: await waitingEntries(personId), isSignedOut: false, isOffline: false };
  });
  sending = next.catch(() => {});
  return next;
}

function fieldsOf(body: string): URLSearchParams {
  const entry = parseEntry(body);
  const fields = new URLSearchParams();
  if (!entry) return fields;
  const { menteeIds, interpreterUsed, ...plain } = entry;
  for (const [name, value] of Object.entries(plain)) if (value !== '') fields.set(name, value);
  for (const id of menteeIds) fields.append('menteeIds', id);
  if (interpreterUsed) fields.set('interpreterUsed', 'on');
  fields.set('timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
  return fields;
}

import type { CheckInAnswer } from '@tessera/core/attendance/check-in.server.ts';
import type { CheckInResult } from '@tessera/core/attendance/rules.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  deviceId,
  dropOldLists,
  dropPeople,
  enqueue,
  keepPeople,
  keptPeople,
  type Person,
  settle,
  type WaitingScan,
  waitingScans,
} from './device.ts';
import { findPeople, looksLikeCode, withWaiting } from './find.ts';
import { signal } from './signal.ts';

export type Outcome = {
  id: number;
  result: CheckInResult | 'undone';
  hasConflict: boolean;
  person: Person | null;
  /** Whom a name could mean */
  choices: Person[];
};
type Addresses = { people: string; scans: string };
type Entry = { nonce: string; person: Person; isUndone: boolean };

const mostAtOnce = 50;
const everyMs = 20_000;

/**
 * The door on this device: the list of people, what was recorded here, and the line of scans that wait for network. What
 * is known on the device is answered at once where there is no network; where there is one, the server answers.
 */
export function useDoor(trainingId: string, sessionId: string, addresses: Addresses) {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [isOnline, setIsOnline] = useState(true);
  const [isSignedOut, setIsSignedOut] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [latest, setLatest] = useState<readonly Entry[]>([]);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const known = useRef(people);
  known.current = people;
  const { people: peopleAt, scans: scansAt } = addresses;

  const setThere = useCallback((seatId: string, session: string, isThere: boolean) => {
    setPeople((current) =>
      current.map((person) => {
        if (person.seatId !== seatId) return person;
        const others = person.sessionIds.filter((id) => id !== session);
        return { ...person, sessionIds: isThere ? [...others, session] : others };
      }),
    );
  }, []);

  /** Sends scans; null when no answer came. */
  const send = useCallback(
    async (scans: readonly WaitingScan[]): Promise<CheckInAnswer[] | null> => {
      const [first] = scans;
      if (!first) return [];
      const { device, sessionId: session } = first;
      const answer = await post(scansAt, { device, sessionId: session, scans });
      setIsOnline(answer !== null);
      if (answer === 'signed_out') setIsSignedOut(true);
      return Array.isArray(answer) ? answer : null;
    },
    [scansAt],
  );

  const flush = useCallback(() => {
    const next = sending.current.then(async () => {
      for (;;) {
        const all = await waitingScans(trainingId);
        setWaiting(all.length);
        const [first] = all;
        if (!first) return;
        const batch = all.filter((scan) => scan.sessionId === first.sessionId).slice(0, mostAtOnce);
        const answers = await send(batch);
        if (!answers) return;
        for (const { seatId, conflict, result } of answers)
          if (seatId && (conflict || result !== 'ok'))
            setThere(seatId, first.sessionId, result === 'already');
        await settle(batch.map(({ nonce }) => nonce));
      }
    });
    sending.current = next.catch(() => {});
    return sending.current;
  }, [send, setThere, trainingId]);

  const load = useCallback(async () => {
    const answer = await get(peopleAt);
    setIsOnline(answer !== null);
    if (answer === 'signed_out') {
      setIsSignedOut(true);
      setPeople([]);
      await dropPeople(trainingId);
      return;
    }
    if (!answer) return;
    const merged = withWaiting(answer.people, await waitingScans(trainingId));
    setPeople(merged);
    await keepPeople(trainingId, merged, answer.keptUntil);
  }, [peopleAt, trainingId]);

  useEffect(() => {
    let isOver = false;
    (async () => {
      await dropOldLists();
      const kept = await keptPeople(trainingId);
      if (kept && !isOver) setPeople(withWaiting(kept, await waitingScans(trainingId)));
      await flush();
      await load();
    })();
    const again = () => void flush().then(load);
    const offline = () => setIsOnline(false);
    const timer = setInterval(again, everyMs);
    window.addEventListener('online', again);
    window.addEventListener('offline', offline);
    return () => {
      isOver = true;
      clearInterval(timer);
      window.removeEventListener('online', again);
      window.removeEventListener('offline', offline);
    };
  }, [flush, load, trainingId]);

  function tell(result: Outcome['result'], more: Partial<Omit<Outcome, 'id' | 'result'>> = {}): void {
    setOutcome((last) => ({
      id: (last?.id ?? 0) + 1,
      result,
      hasConflict: false,
      person: null,
      choices: [],
      ...more,
    }));
    signal(result === 'ok' ? 'good' : result === 'already' || result === 'undone' ? 'calm' : 'bad');
  }

  async function scanOf(changes: Partial<WaitingScan>): Promise<WaitingScan> {
    return {
      nonce: crypto.randomUUID(),
      trainingId,
      sessionId,
      device: await deviceId(),
      kind: 'in',
      happenedAt: new Date().toISOString(),
      seatId: null,
      text: '',
      isAdmitted: false,
      ...changes,
    };
  }

  /** Records at once where there is network, else puts it in the line. */
  async function record(scan: WaitingScan): Promise<CheckInAnswer | null> {
    const isFirst = navigator.onLine && (await waitingScans(trainingId)).length === 0;
    const [answer] = (isFirst && (await send([scan]))) || [];
    if (answer) return answer;
    await enqueue({ ...scan, isAdmitted: scan.seatId !== null });
    setWaiting((await waitingScans(trainingId)).length);
    return null;
  }

  async function admit(person: Person): Promise<void> {
    if (person.sessionIds.includes(sessionId)) return tell('already', { person });
    const scan = await scanOf({ seatId: person.seatId });
    const answer = await record(scan);
    const result = answer?.result ?? 'ok';
    const hasConflict = Boolean(answer?.conflict);
    const isThere = (result === 'ok' && !hasConflict) || result === 'already';
    if (isThere) setThere(person.seatId, sessionId, true);
    if (result === 'ok')
      setLatest((all) => [{ nonce: scan.nonce, person, isUndone: false }, ...all].slice(0, 20));
    tell(result, { person, hasConflict });
  }

  return {
    total: people.length,
    present: people.filter(({ sessionIds }) => sessionIds.includes(sessionId)).length,
    waiting,
    isOnline,
    isSignedOut,
    outcome,
    latest,
    admit,
    /** A code from the camera, or what somebody typed. */
    async enter(text: string): Promise<void> {
      const found = await findPeople(text, known.current);
      const [first] = found;
      if (first && found.length === 1) return admit(first);
      if (found.length > 1) return tell('ambiguous', { choices: found.slice(0, 8) });
      if (!looksLikeCode(text)) return tell('unknown');
      // Somebody who registered after the list was loaded: the server knows more.
      const answer = await record(await scanOf({ text }));
      tell(answer?.result ?? 'unknown', { hasConflict: Boolean(answer?.conflict) });
      if (answer?.result === 'ok') await load();
    },
    async undo({ nonce, person }: Entry): Promise<void> {
      await record(await scanOf({ kind: 'undo', seatId: person.seatId }));
      setThere(person.seatId, sessionId, false);
      setLatest((all) => all.map((entry) => (entry.nonce === nonce ? { ...entry, isUndone: true } : entry)));
      tell('undone', { person });
    },
  };
}

type Roster = { people: Person[]; keptUntil: string };

async function get(address: string): Promise<Roster | 'signed_out' | null> {
  return answerOf<Roster>(fetch(address, { redirect: 'manual' }));
}

async function post(address: string, body: object): Promise<CheckInAnswer[] | 'signed_out' | null> {
  return answerOf<CheckInAnswer[]>(
    fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ batch: JSON.stringify(body) }),
      redirect: 'manual',
    }),
  );
}

// Who has to sign in again is sent elsewhere; a server that cannot answer is as good as no network.
async function answerOf<T>(coming: Promise<Response>): Promise<T | 'signed_out' | null> {
  try {
    const answer = await coming;
    if (answer.type === 'opaqueredirect' || answer.status === 403 || answer.status === 404)
      return 'signed_out';
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

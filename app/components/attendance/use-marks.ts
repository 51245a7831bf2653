import type { Caller } from '@tessera/core/api.server.ts';
import { useRef, useState } from 'react';

export type SheetRow = Awaited<ReturnType<Caller['attendance']['sheet']>>['rows'][number];
export type MarkState = 'present' | 'absent' | 'excused' | 'unmarked';
type Saving = 'saving' | 'saved' | 'lost';
type Own = { state: MarkState; saving: Saving };

export type AttendanceMarks = ReturnType<typeof useMarks>;

/**
 * The marks of one half-day, each saved when it is tapped. Where the line is bad, a tap that did not get through says so
 * in its row, and the page with everything else stays.
 * @param to the address that takes one mark
 */
export function useMarks(to: string, sessionId: string, rows: readonly SheetRow[]) {
  const [own, setOwn] = useState<ReadonlyMap<string, Own>>(new Map());
  const under = useRef<{ rows: readonly SheetRow[]; sessionId: string }>({ rows, sessionId });
  const lines = useRef(new Map<string, Promise<void>>());

  // What the server says anew is newer than what was tapped before.
  if (under.current.rows !== rows || under.current.sessionId !== sessionId) {
    under.current = { rows, sessionId };
    if (own.size > 0) setOwn(new Map());
  }

  function note(seatId: string, entry: Own) {
    setOwn((current) => new Map(current).set(seatId, entry));
  }

  function stateOf(row: SheetRow): MarkState {
    return own.get(row.seatId)?.state ?? row.marks[sessionId] ?? 'unmarked';
  }

  return {
    stateOf,
    savingOf: (row: SheetRow) => own.get(row.seatId)?.saving,
    save(row: SheetRow, state: MarkState) {
      const { seatId } = row;
      const before = stateOf(row);
      note(seatId, { state, saving: 'saving' });
      // One after the other, so that the last tap on a row is what stays.
      const sent = (lines.current.get(seatId) ?? Promise.resolve()).then(async () => {
        const isSaved = await send(to, { sessionId, seatId, state });
        if (lines.current.get(seatId) !== sent || under.current.sessionId !== sessionId) return;
        note(seatId, isSaved ? { state, saving: 'saved' } : { state: before, saving: 'lost' });
      });
      lines.current.set(seatId, sent);
    },
  };
}

async function send(to: string, mark: Record<string, string>): Promise<boolean> {
  try {
    // An answer that leads elsewhere (to sign in again) is no success.
    const answer = await fetch(to, {
      method: 'POST',
      body: new URLSearchParams(mark),
      redirect: 'error',
      keepalive: true,
    });
    return answer.ok;
  } catch {
    return false;
  }
}

import type { Caller } from '@tessera/core/api.server.ts';
import { useRef, useState } from 'react';

type Sheet = Awaited<ReturnType<Caller['attendance']['sheet']>>;
export type SheetRow = Sheet['rows'][number];
export type SheetSession = Pick<Sheet['sessions'][number], 'id' | 'length' | 'evidence'>;
export type MarkState = 'present' | 'partial' | 'absent' | 'excused' | 'unmarked';
/** `open`: a half-day in part that still lacks its minutes, and is not sent */
type Saving = 'open' | 'saving' | 'saved' | 'lost';
type Mark = { state: MarkState; minutes?: number | null };
type Own = Mark & { saving: Saving };
/** What was typed in a form that came back, by seat */
export type Typed = ReadonlyMap<string, Mark>;

export type AttendanceMarks = ReturnType<typeof useMarks>;

/**
 * The marks of one half-day, each saved when it is tapped. Where the line is bad, a tap that did not get through says so
 * in its row, and the page with everything else stays.
 * @param to the address that takes one mark
 * @param typed marks that a form brought back because something was wrong
 */
export function useMarks(to: string, sessionId: string, rows: readonly SheetRow[], typed: Typed) {
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

  function savedOf(row: SheetRow): Mark {
    return { state: row.marks[sessionId] ?? 'unmarked', minutes: row.details[sessionId]?.minutes ?? null };
  }

  function markOf(row: SheetRow): Mark {
    return own.get(row.seatId) ?? typed.get(row.seatId) ?? savedOf(row);
  }

  return {
    markOf,
    savedOf,
    stateOf: (row: SheetRow) => markOf(row).state,
    detailOf: (row: SheetRow) => row.details[sessionId],
    savingOf: (row: SheetRow) => own.get(row.seatId)?.saving,
    save(row: SheetRow, state: MarkState, minutes: number | null = null) {
      const { seatId } = row;
      const before = markOf(row);
      if (state === 'partial' && !minutes) return note(seatId, { state, minutes, saving: 'open' });
      note(seatId, { state, minutes, saving: 'saving' });
      // One after the other, so that the last tap on a row is what stays.
      const sent = (lines.current.get(seatId) ?? Promise.resolve()).then(async () => {
        const isSaved = await send(to, {
          sessionId,
          seatId,
          state,
          ...(minutes && { minutes: String(minutes) }),
        });
        if (lines.current.get(seatId) !== sent || under.current.sessionId !== sessionId) return;
        note(seatId, isSaved ? { state, minutes, saving: 'saved' } : { ...before, saving: 'lost' });
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

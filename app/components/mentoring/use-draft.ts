import { useNavigate } from '@remix-run/react';
import { longestSteps, longestText } from '@tessera/core/mentoring/limits.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, enqueue, keepDraft, keptDraft, settle } from './device.ts';
import { type Entry, hasWords, joined, parseEntry, readEntry, writeEntry } from './entry.ts';
import { postDraft, sendWaiting } from './send.ts';

export type DraftState =
  | 'empty'
  | 'notKept'
  | 'kept'
  | 'saved'
  | 'offline'
  | 'sending'
  | 'sent'
  | 'signedOut'
  | 'ended';
/** What was written here and on another device, and the version that the choice goes on from. */
export type Conflict = { here: Entry; there: Entry; version: number };

type Options = {
  formId: string;
  personId: string;
  relationId: string;
  /** The draft that the server has; null when it has none. */
  stored: { version: number; body: string } | null;
  /** The page is the one that the phone kept: what the server has is not known. */
  isBlank: boolean;
  now: Date;
  addresses: { draft: string; sending: string; after: string };
};

const quietMs = 1000;
const againMs = 10_000;

/**
 * Keeps a form while somebody writes: on the phone with each key, on the server when the keys rest. What a former visit
 * left is there again. Sending puts the entry in the line of the phone first, so that it goes once and is never lost.
 */
export function useDraft(options: Options) {
  const { formId, personId, relationId, addresses } = options;
  const navigate = useNavigate();
  const [state, setState] = useState<DraftState>('empty');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const version = useRef(options.stored?.version ?? 0);
  const isResting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(state);
  latest.current = state;
  const first = useRef(options);

  const keep = useCallback(
    (body: string, isDirty: boolean) =>
      keepDraft(personId, relationId, { body, version: version.current, isDirty }),
    [personId, relationId],
  );

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const next = saving.current.then(async () => {
      const form = formOf(formId);
      if (!form || isResting.current) return;
      const entry = readEntry(form);
      const body = JSON.stringify(entry);
      const answer = await postDraft(addresses.draft, version.current, body);
      if (isResting.current) return;
      if (answer === null) return setState(latest.current === 'notKept' ? 'notKept' : 'offline');
      if (answer === 'signed_out') return setState('signedOut');
      if (answer.state === 'ended') return setState('ended');
      if (answer.state === 'refused') return;
      if (answer.state === 'conflict') {
        const there = parseEntry(answer.stored.body);
        if (!there) return;
        isResting.current = true;
        return setConflict({ here: readEntry(form), there, version: answer.stored.version });
      }
      version.current = answer.version;
      const now = JSON.stringify(readEntry(form));
      await keep(now, now !== body).catch(() => {});
      if (now === body) setState('saved');
    });
    saving.current = next.catch(() => {});
    return saving.current;
  }, [formId, addresses.draft, keep]);

  const changed = useCallback(() => {
    const form = formOf(formId);
    if (!form || isResting.current) return;
    keep(JSON.stringify(readEntry(form)), true).then(
      () => setState('kept'),
      () => setState('notKept'),
    );
    clearTimeout(timer.current);
    timer.current = setTimeout(save, quietMs);
  }, [formId, keep, save]);

  const send = useCallback(
    async (form: HTMLFormElement) => {
      const entry = readEntry(form);
      const long = tooLong(form, entry);
      if (long) return long.focus();
      // What the server has to explain it explains on the page itself.
      if (entry.menteeIds.length === 0 || !entry.day) return form.submit();
      isResting.current = true;
      clearTimeout(timer.current);
      await saving.current;
      setState('sending');
      const body = JSON.stringify(entry);
      const address = addresses.sending;
      const kept = await enqueue({ nonce: entry.nonce, personId, address, body, refusal: null }).then(
        () => true,
        () => false,
      );
      if (!kept) return form.submit();
      const { left, isSignedOut } = await sendWaiting(personId);
      const own = left.find(({ nonce }) => nonce === entry.nonce);
      if (own?.refusal) {
        await settle(entry.nonce);
        if (own.refusal === 'ended') return setState('ended');
        return form.submit();
      }
      await dropDraft(personId, relationId);
      if (!own) {
        setState('sent');
        return navigate(addresses.after);
      }
      form.reset();
      prepare(form, first.current.now);
      form.dispatchEvent(new Event('restored'));
      isResting.current = false;
      setState(isSignedOut ? 'signedOut' : 'offline');
      window.dispatchEvent(new Event('entrywaits'));
    },
    [personId, relationId, addresses.sending, addresses.after, navigate],
  );

  useEffect(() => {
    const form = formOf(formId);
    if (!form) return;
    const { stored, isBlank, now } = first.current;
    // What was typed before the scripts came.
    const isEarly = [...form.querySelectorAll('textarea')].some((area) => area.value !== area.defaultValue);
    const early = readEntry(form);
    prepare(form, stored ? null : now);
    const submit = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      void send(form);
    };
    const again = () => {
      // The entry that waits is not in the form any more; an empty one would begin a draft of nothing.
      if (!hasWords(readEntry(form))) return;
      if (['offline', 'notKept', 'signedOut'].includes(latest.current)) void save();
    };
    form.addEventListener('submit', submit, true);
    form.addEventListener('input', changed);
    window.addEventListener('online', again);
    const interval = setInterval(again, againMs);
    (async () => {
      const kept = await keptDraft(personId, relationId).catch(() => null);
      const local = kept && parseEntry(kept.body);
      if (local && kept.isDirty && hasWords(local)) {
        const there = stored && stored.version !== kept.version ? parseEntry(stored.body) : null;
        // It was sent or thrown away elsewhere: what was written after that is another entry.
        if (!stored && !isBlank && kept.version > 0) local.nonce = crypto.randomUUID();
        else version.current = kept.version;
        const here = isEarly ? joined(local, early) : local;
        writeEntry(form, here);
        if (stored && there && stored.body !== kept.body) {
          isResting.current = true;
          return setConflict({ here, there, version: stored.version });
        }
        if (stored) version.current = stored.version;
        return changed();
      }
      if (isEarly) return changed();
      if (isBlank && local && hasWords(local)) {
        version.current = kept.version;
        writeEntry(form, local);
        return setState('kept');
      }
      if (stored) setState('saved');
      else if (kept && !isBlank) await dropDraft(personId, relationId);
    })();
    return () => {
      clearTimeout(timer.current);
      clearInterval(interval);
      form.removeEventListener('submit', submit, true);
      form.removeEventListener('input', changed);
      window.removeEventListener('online', again);
    };
  }, [formId, personId, relationId, changed, save, send]);

  /** Goes on with one of two texts, or with both. */
  function choose(entry: Entry): void {
    const form = formOf(formId);
    if (!form || !conflict) return;
    version.current = conflict.version;
    writeEntry(form, { ...entry, nonce: conflict.there.nonce || entry.nonce });
    isResting.current = false;
    setConflict(null);
    changed();
  }

  return { state, conflict, choose };
}

const formOf = (id: string) => {
  const form = document.getElementById(id);
  return form instanceof HTMLFormElement ? form : null;
};

// Each entry has a number of its own, and its day is the one where the phone is.
function prepare(form: HTMLFormElement, now: Date | null): void {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const set = (name: string, value: string) => {
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = value;
  };
  set('timeZone', timeZone);
  const day = form.elements.namedItem('day');
  if (now) {
    set('nonce', crypto.randomUUID());
    const today = dayIn(now, timeZone);
    if (day instanceof HTMLInputElement && day.value === day.max) day.value = today;
    if (day instanceof HTMLInputElement) day.max = today;
  }
}

const dayIn = (now: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

function tooLong(form: HTMLFormElement, entry: Entry): HTMLElement | null {
  const limits = { summary: longestText, nextSteps: longestSteps, privateNote: longestText };
  for (const [name, most] of Object.entries(limits)) {
    const field = form.elements.namedItem(name);
    if (entry[name as keyof typeof limits].length > most && field instanceof HTMLElement) return field;
  }
  return null;
}

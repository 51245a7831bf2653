import { useRevalidator } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { settle, type WaitingEntry } from './device.ts';
import { parseEntry, wordsOf } from './entry.ts';
import { sendWaiting } from './send.ts';

const everyMs = 15_000;

/** Entries that wait on this phone, sent by themselves as soon as there is network; what cannot be sent stays to be copied. */
export function WaitingEntries({ personId }: { personId: string }) {
  const { t } = useTranslation('mentoring');
  const [entries, setEntries] = useState<readonly WaitingEntry[]>([]);
  const [isSignedOut, setIsSignedOut] = useState(false);
  const { revalidate } = useRevalidator();
  const known = useRef(0);
  const flush = useCallback(async () => {
    const { left, isSignedOut: isOut } = await sendWaiting(personId);
    setEntries(left);
    setIsSignedOut(isOut);
    // The message that came with the answer is shown, and the page says what is new.
    if (left.length < known.current) revalidate();
    known.current = left.length;
  }, [personId, revalidate]);
  useEffect(() => {
    const again = () => void flush().catch(() => {});
    again();
    const timer = setInterval(again, everyMs);
    window.addEventListener('online', again);
    window.addEventListener('entrywaits', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
      window.removeEventListener('entrywaits', again);
    };
  }, [flush]);

  const waiting = entries.filter(({ refusal }) => refusal === null);
  const refused = entries.filter(({ refusal }) => refusal !== null);
  return (
    <div role="status" className="space-y-4 [&:not(:empty)]:mb-8">
      {waiting.length > 0 && (
        <Notice
          tone="warning"
          title={t('draft.waiting', { count: waiting.length })}
          actions={
            isSignedOut && (
              <LinkButton
                look="primary"
                reloadDocument
                to={paths.signIn({ next: window.location.pathname + window.location.search })}
              >
                {t('draft.signIn')}
              </LinkButton>
            )
          }
        >
          {t(isSignedOut ? 'draft.signedOutText' : 'draft.waitingText')}
        </Notice>
      )}
      {refused.map((entry) => (
        <Refused key={entry.nonce} entry={entry} onRemoved={flush} />
      ))}
    </div>
  );
}

function Refused({ entry, onRemoved }: { entry: WaitingEntry; onRemoved: () => Promise<void> }) {
  const { t } = useTranslation('mentoring');
  const id = `refused-${entry.nonce}`;
  const read = parseEntry(entry.body);
  return (
    <Notice tone="danger" title={t(entry.refusal === 'ended' ? 'log.ended' : 'draft.refused')}>
      <p>{t('draft.refusedText')}</p>
      <label htmlFor={id} className="mt-3 block font-semibold">
        {t('log.keptText')}
      </label>
      <textarea
        id={id}
        readOnly
        dir="auto"
        rows={4}
        className="control mt-1"
        value={read ? wordsOf(read) : ''}
      />
      <Button
        type="button"
        size="small"
        className="mt-2"
        onClick={() => void settle(entry.nonce).then(onRemoved)}
      >
        {t('draft.remove')}
      </Button>
    </Notice>
  );
}

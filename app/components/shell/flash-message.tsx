import { useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import X from 'lucide-react/icons/x';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ToneIcon } from '~/ui/notice.tsx';

/** One message after a redirect, in the reader's language. */
export type Flash = { id: string; text: string; tone: 'success' | 'info' | 'warning' | 'danger' };

/** The region is always there, so that screen readers hear what appears in it. The message goes with the next page. */
export function FlashMessage({ flash }: { flash: Flash | null }) {
  const { t } = useTranslation('shell');
  const { key } = useLocation();
  const shownOn = useRef<{ id: string; key: string } | null>(null);
  const [closed, setClosed] = useState<string | null>(null);

  if (flash && shownOn.current?.id !== flash.id) shownOn.current = { id: flash.id, key };
  const isShown = flash !== null && closed !== flash.id && shownOn.current?.key === key;

  // A message that came with its document stands at the top already; whoever has scrolled on since stays there.
  const isAwake = useRef(false);
  useEffect(() => {
    isAwake.current = true;
  }, []);
  const bringIntoSight = useCallback((line: HTMLElement | null) => {
    if (line && isAwake.current) window.scrollTo({ top: 0 });
  }, []);

  return (
    <div role="status" data-print="no">
      {isShown && (
        <div key={flash.id} ref={bringIntoSight} className="border-b border-rule bg-raised">
          <div className="mx-auto flex max-w-[80rem] items-center gap-3 px-4 py-2 sm:px-8">
            <ToneIcon tone={flash.tone} className="size-5.5" />
            <p className="flex-1 font-semibold">{flash.text}</p>
            <button
              type="button"
              onClick={() => setClosed(flash.id)}
              className="grid size-11 place-items-center rounded-tile hover:bg-sunk"
            >
              <X aria-hidden className="size-5" />
              <span className="sr-only">{t('flash.close')}</span>
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

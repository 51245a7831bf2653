import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import X from 'lucide-react/icons/x';
import { type MouseEvent, type ReactNode, useId, useRef } from 'react';

/**
 * A question in front of the page. Its trigger is a link to a page that asks the same, so it works without scripts and
 * in a new tab; with scripts the native dialog opens instead.
 */
export function DialogLink({
  to,
  trigger,
  className = 'link',
  title,
  children,
}: {
  to: string;
  trigger: ReactNode;
  className?: string;
  title: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !dialog.current) return;
    event.preventDefault();
    dialog.current.showModal();
  }

  return (
    <>
      <Link to={to} onClick={open} className={className} aria-haspopup="dialog">
        {trigger}
      </Link>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(36rem,calc(100vw-2rem))] rounded-tile border border-edge bg-raised p-0"
      >
        <div className="flex items-start justify-between gap-4 border-b border-rule px-6 py-4">
          <h2 id={titleId} className="text-lg font-bold">
            {title}
          </h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="-me-2 grid size-11 shrink-0 place-items-center rounded-tile hover:bg-sunk"
          >
            <X aria-hidden className="size-5" />
            <span className="sr-only">{t('close')}</span>
          </button>
        </div>
        <div className="px-6 py-5">{children}</div>
      </dialog>
    </>
  );
}

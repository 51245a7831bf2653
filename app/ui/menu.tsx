import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from './class-names.ts';
import { useNewPage } from './use-new-page.ts';

/** A drawer under a word. Opens without scripts; with them it closes on Escape, outside clicks and new pages. */
export function Menu({
  summary,
  label,
  align = 'end',
  className,
  children,
}: {
  summary: ReactNode;
  /** Says what opens when the summary is only a picture or an abbreviation. */
  label?: string;
  align?: 'start' | 'end';
  className?: string;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useNewPage(key, () => menu.current?.removeAttribute('open'));

  useEffect(() => {
    function closeOutside(event: Event) {
      if (!menu.current?.contains(event.target as Node)) menu.current?.removeAttribute('open');
    }
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      menu.current.removeAttribute('open');
      menu.current.querySelector('summary')?.focus();
    }
    document.addEventListener('click', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('click', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return (
    <details ref={menu} className={cx('relative', className)}>
      <summary className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-tile px-2.5 font-semibold hover:bg-sunk">
        {summary}
        {label && <span className="sr-only">{label}</span>}
      </summary>
      <div
        className={cx(
          'absolute z-30 mt-1 max-h-[75vh] min-w-56 overflow-y-auto rounded-tile border border-edge bg-raised p-2 shadow-[0_6px_24px_rgb(0_0_0/0.14)]',
          align === 'end' ? 'end-0' : 'start-0',
        )}
      >
        {children}
      </div>
    </details>
  );
}

/** The look of a link or button inside a menu. */
export function menuItem(isCurrent = false): string {
  return cx(
    'flex min-h-11 w-full items-center gap-2.5 rounded-tile px-3 py-2 text-start hover:bg-sunk',
    isCurrent && 'font-semibold text-accent',
  );
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-3 pt-2 pb-1 text-xs font-semibold text-muted">{children}</p>;
}

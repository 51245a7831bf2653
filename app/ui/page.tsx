import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** The head of a page: where one is, what it is called, what it is about, what one can do. Focus moves to its heading. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  actions,
  children,
}: {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-10 border-b border-rule pb-8 [&:has(+:is(section,.empty))]:border-0 [&:has(+:is(section,.empty))]:pb-0">
      {eyebrow && (
        <p className="mb-3 flex items-center gap-2.5 text-sm font-semibold text-accent">
          <span aria-hidden className="tile size-2.5 shrink-0 bg-accent" />
          {eyebrow}
        </p>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
        <h1
          tabIndex={-1}
          className="max-w-[22ch] wrap-anywhere hyphens-auto text-display font-bold tracking-[-0.022em]"
        >
          {title}
        </h1>
        {actions && (
          <div className="flex flex-wrap gap-3" data-print="no">
            {actions}
          </div>
        )}
      </div>
      {lead && <p className="mt-5 max-w-[44rem] text-lg text-muted">{lead}</p>}
      {children}
    </header>
  );
}

/**
 * A part of a page under a thin rule. `aside` puts the heading beside the content on wide screens, as in a printed
 * report; `full` leaves the whole width to a table.
 */
export function Section({
  title,
  id,
  lead,
  layout = 'aside',
  isForScreen = false,
  actions,
  children,
}: {
  title: ReactNode;
  id?: string;
  lead?: ReactNode;
  layout?: 'aside' | 'full';
  /** Only something to press is in it: not on paper. */
  isForScreen?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const isAside = layout === 'aside';
  return (
    <section
      id={id}
      aria-labelledby={id && `${id}-title`}
      data-print={isForScreen ? 'no' : undefined}
      className={cx(
        'mt-12 border-t-2 border-ink pt-5 first:mt-0',
        isAside && 'lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-12',
      )}
    >
      <div className={cx('mb-5', !isAside && 'flex flex-wrap items-end justify-between gap-x-8 gap-y-3')}>
        <div>
          <h2 id={id && `${id}-title`} className="text-xl font-bold tracking-[-0.01em]">
            {title}
          </h2>
          {lead && <p className="mt-1.5 max-w-[38rem] text-sm text-muted">{lead}</p>}
        </div>
        {actions && (
          <div className={cx('flex flex-wrap gap-3', isAside && 'mt-4')} data-print="no">
            {actions}
          </div>
        )}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** Running text with a width that reads well. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-[42rem] space-y-4 [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-4">
      {children}
    </div>
  );
}

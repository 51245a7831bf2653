import { Link, type LinkProps } from '@remix-run/react';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Look = 'primary' | 'quiet' | 'danger';
type Shared = { look?: Look; size?: 'normal' | 'small'; icon?: ReactNode };

const looks: Record<Look, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-ink hover:bg-ink hover:text-paper',
  quiet: 'border-edge bg-transparent text-ink hover:border-ink hover:bg-sunk',
  danger: 'border-danger bg-transparent text-danger hover:bg-danger hover:text-on-danger',
};

/** A step that changes something. While `isPending` it keeps its width, says so, and cannot be pressed twice. */
export function Button({
  look = 'quiet',
  size = 'normal',
  icon,
  isPending = false,
  children,
  className,
  type = 'submit',
  ...rest
}: Shared & { isPending?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || undefined}
      onClick={isPending ? (event) => event.preventDefault() : rest.onClick}
      className={cx(shape(look, size), className)}
    >
      {isPending ? <LoaderCircle aria-hidden className="spin size-5" /> : icon}
      {children}
    </button>
  );
}

/** A way to another page that deserves the weight of a button. */
export function LinkButton({
  look = 'quiet',
  size = 'normal',
  icon,
  children,
  className,
  ...rest
}: Shared & LinkProps) {
  return (
    <Link data-print="no" {...rest} className={cx(shape(look, size), 'no-underline', className)}>
      {icon}
      {children}
    </Link>
  );
}

/** Buttons of one step, the main one first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3" data-print="no">
      {children}
    </div>
  );
}

function shape(look: Look, size: 'normal' | 'small'): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-tile border font-semibold leading-tight transition-colors',
    'disabled:border-rule disabled:bg-sunk disabled:text-muted aria-disabled:opacity-80 [&_svg]:shrink-0',
    size === 'small'
      ? 'min-h-9 px-3 py-1 text-sm [&_svg]:size-4'
      : 'min-h-11 px-5 py-2 text-base [&_svg]:size-5',
    looks[look],
  );
}

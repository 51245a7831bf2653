import { Link } from '@remix-run/react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { TaskLine } from './task-words.ts';

/** What waits, one line each, in the given order; each line is a link to where it is done. */
export function TaskList({ lines }: { lines: readonly TaskLine[] }) {
  return (
    <ul className="mt-2 border-t border-rule">
      {lines.map(({ to, title, text }) => (
        <li key={`${to} ${text} ${title}`} className="border-b border-rule">
          <Link to={to} className="group flex min-h-11 items-center gap-3 py-2.5">
            <span className="min-w-0 flex-1">
              <span className="block font-semibold text-accent underline-offset-4 group-hover:underline">
                {text}
              </span>
              <span className="block text-sm">{title}</span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-muted rtl:rotate-180" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

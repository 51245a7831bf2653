import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * A part of a form that unfolds. It is open at first where `isOpen` says so, and opens when that becomes true: what is
 * wrong must be seen. Nothing but the reader folds it, who may have unfolded it before the scripts ran.
 */
export function Folded({
  isOpen,
  summary,
  className,
  summaryClass = headline,
  children,
}: {
  isOpen: boolean;
  summary: ReactNode;
  className?: string;
  summaryClass?: string;
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [isOpenAtFirst] = useState(isOpen);
  useEffect(() => {
    if (isOpen && fold.current) fold.current.open = true;
  }, [isOpen]);
  return (
    <details ref={fold} open={isOpenAtFirst} className={className}>
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  );
}

const headline =
  "flex min-h-11 items-center gap-2 font-semibold before:w-3 before:content-['+'] in-open:before:content-['–']";

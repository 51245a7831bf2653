import { useEffect, useLayoutEffect, useRef } from 'react';

// On the server neither runs, and React complains about the second one only.
const useWithPage = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Does something in the same moment in which another page is shown, before its reader can do anything there. The page
 * that came with the document is no new one: its reader may have begun before the scripts came.
 * @param page what tells one page from another
 */
export function useNewPage(page: string, then: () => void): void {
  const previous = useRef(page);

  useWithPage(() => {
    if (previous.current === page) return;
    previous.current = page;
    then();
  });
}

import { useEffect, useRef } from 'react';

/** Puts the focus into the first field of the newest entry of a growing list, so that a person goes on typing there. */
export function useFocusOnGrowth(length: number) {
  const list = useRef<HTMLOListElement>(null);
  const previous = useRef(length);
  useEffect(() => {
    if (length > previous.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
    previous.current = length;
  }, [length]);
  return list;
}

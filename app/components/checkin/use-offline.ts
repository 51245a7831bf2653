import { useEffect, useState } from 'react';
import { canKeepPages, keepPage } from '../offline/keep-page.ts';
import { reader } from './camera.tsx';

/**
 * Keeps this page on the device, with what reads codes.
 * @returns whether the page opens without network; null where the browser cannot do that
 */
export function useOffline(page: string): boolean | null {
  const [isReady, setIsReady] = useState<boolean | null>(false);
  useEffect(() => {
    if (!canKeepPages()) return setIsReady(null);
    reader()
      .then(() => keepPage(page, 'tessera-check-in'))
      .then(
        () => setIsReady(true),
        // Without network it stays as it was kept before.
        () => setIsReady(navigator.serviceWorker.controller !== null),
      );
  }, [page]);
  return isReady;
}

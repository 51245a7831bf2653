import { useEffect, useState } from 'react';
import { reader } from './camera.tsx';

/**
 * Keeps this page and everything it is made of on the device, under a service worker that knows this page alone.
 * @returns whether the page opens without network; null where the browser cannot do that
 */
export function useOffline(page: string): boolean | null {
  const [isReady, setIsReady] = useState<boolean | null>(false);
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !window.isSecureContext) return setIsReady(null);
    keep(page).then(
      () => setIsReady(true),
      // Without network it stays as it was kept before.
      () => setIsReady(navigator.serviceWorker.controller !== null),
    );
  }, [page]);
  return isReady;
}

async function keep(page: string): Promise<void> {
  await navigator.serviceWorker.register('/check-in-worker.js', { scope: page });
  await reader();
  const cache = await caches.open('tessera-check-in');
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(
      (name) => new URL(name).origin === location.origin && new URL(name).pathname.startsWith('/assets/'),
    );
  const scripts = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]'),
  ];
  await cache.addAll([...new Set([page, ...parts, ...scripts.map(({ href }) => href)])]);
}

/** Whether this browser can keep pages. */
export function canKeepPages(): boolean {
  return 'serviceWorker' in navigator && window.isSecureContext;
}

/**
 * Keeps a page and everything it is made of on the device, under a service worker whose scope is that page alone.
 * @param page its address, as a path
 * @param store the name of the store, which is emptied by signing out
 * @param from where its content comes from, when it is not the page as it stands
 * @param credentials `omit` for a page that is kept as a visitor sees it, whoever is signed in
 */
export async function keepPage(
  page: string,
  store: string,
  from = page,
  credentials: RequestCredentials = 'same-origin',
): Promise<void> {
  await navigator.serviceWorker.register(`/page-worker.js?${new URLSearchParams({ kept: store })}`, {
    scope: page,
  });
  const answer = await fetch(from, { redirect: 'error', credentials });
  if (!answer.ok) throw new Error('the page did not come');
  const cache = await caches.open(store);
  const parts = new Set([...partsOf(await answer.clone().text()), ...loadedParts()]);
  const missing = await Promise.all(
    [...parts].map(async (part) => ((await cache.match(part)) ? [] : [part])),
  );
  await cache.addAll(missing.flat());
  await cache.put(page, answer);
}

/** Whether a page was kept after a moment. */
export async function wasKeptSince(page: string, store: string, moment: number): Promise<boolean> {
  const kept = await (await caches.open(store)).match(page);
  return Date.parse(kept?.headers.get('Date') ?? '') > moment;
}

function partsOf(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w./-]+\.(?:js|css|woff2)/g))];
}

function loadedParts(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}

// Keeps the check-in page of one training and what it is made of, so that it opens without network. Its scope is that
// page alone; data about people never comes through here.
const kept = 'tessera-check-in';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(part(request));
});

async function page(request, url) {
  try {
    return await fetch(request);
  } catch (failure) {
    const found = await (await caches.open(kept)).match(url.pathname);
    if (found) return found;
    throw failure;
  }
}

async function part(request) {
  const found = await (await caches.open(kept)).match(request.url);
  return found ?? fetch(request);
}

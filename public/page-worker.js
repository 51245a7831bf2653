// Keeps single pages and what they are made of, so that they open without network. Its scope is one page alone, and the
// page says in which store it is kept; data that a page asks for later never comes through here.
const kept = new URL(self.location.href).searchParams.get('kept');

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

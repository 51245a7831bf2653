/** A path on this site, or `fallback`: what a form or a link says about where to go next is not believed. */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || !/^\/[^\s\\]*$/.test(value) || value.length > 2000) return fallback;
  if (!URL.canParse(value, 'http://tessera.invalid')) return fallback;
  const url = new URL(value, 'http://tessera.invalid');
  const isHere = url.host === 'tessera.invalid' && !url.pathname.startsWith('//');
  return isHere ? url.pathname + url.search + url.hash : fallback;
}

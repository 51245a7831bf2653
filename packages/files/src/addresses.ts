/**
 * Whether a person may follow a link of a document: to a web page, a mail address, a telephone, or a place beside the document or
 * in it. What lies on a computer or in its network is none: it can be a program, and asking for it tells who asks.
 */
export function isOrdinaryLink(address: string): boolean {
  const plain = seen(address);
  if (/^(\\\\|\/\/|\\\/|\/\\)/.test(plain)) return false;
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(plain) ?? [];
  return ['', 'http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase());
}

/** Whether something that a document shows lies outside of it and of the reader's own disk. */
export function isAway(address: string): boolean {
  const plain = seen(address);
  if (/^(\\\\|\/\/)/.test(plain)) return true;
  return /^[a-z][a-z0-9+.-]+:/i.test(plain) && !/^(cid|data):/i.test(plain) && !isOnDisk(plain);
}

// On the disk of whoever opens the document: `C:\\…`, `file:///C:/…` or `file:///home/…`; with a name before the path it is a server.
const isOnDisk = (plain: string) =>
  /^[a-z]:[\\/](?![\\/])/i.test(plain) || /^file:\/\/\/(?![\\/%])/i.test(plain);

// Readers leave out what is not seen: before an address, and within it.
const seen = (address: string) => address.replace(/^[\s\0]+|[\t\r\n\0]/g, '').trim();

/** The first that something finds in several values. */
export function first<Value, Found>(values: readonly Value[], find: (value: Value) => Found | null) {
  for (const value of values) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}

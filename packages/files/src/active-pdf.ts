import type { ActiveCode } from './active.server.ts';
import { isOrdinaryLink } from './addresses.ts';
import { isDict, isRef, isText, type PdfDict, type PdfValue, pdfObjects } from './pdf-objects.ts';

/**
 * What in a PDF does more than show pages: looked for in all that its root leads to, in the form in which PDFium writes it.
 * A place in the document and a link to a web page or a mail address that a person follows are nothing of the kind.
 * @throws RangeError when it is written in another way
 */
export function activeInPdf(written: Buffer): ActiveCode | null {
  const { root, at } = pdfObjects(written);
  const seen = new Set<number>();
  const read = (value: PdfValue | undefined) => (isRef(value) ? at(value) : value) ?? null;
  const left: PdfValue[] = [root];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (isRef(value)) {
      if (seen.has(value.ref)) continue;
      seen.add(value.ref);
      const meant = at(value);
      if (meant !== null) left.push(meant);
    } else if (Array.isArray(value)) for (const each of value) left.push(each);
    else if (isDict(value)) {
      const active = activeInDict(value, read);
      if (active) return active;
      for (const each of value.entries.values()) left.push(each);
    }
  }
  return null;
}

type Read = (value: PdfValue | undefined) => PdfValue | null;

// ISO 32000-2, 12.6.4: what an action does. Showing a place, a page, a layer or hiding a field is not listed.
const actions: Record<string, ActiveCode> = {
  '/JavaScript': 'file_active',
  '/Launch': 'file_launches',
  '/GoToR': 'file_launches',
  '/GoToE': 'file_launches',
  '/GoToDp': 'file_launches',
  '/SubmitForm': 'file_sends',
  '/ImportData': 'file_sends',
  '/Rendition': 'file_media',
  '/Movie': 'file_media',
  '/Sound': 'file_media',
  '/GoTo3DView': 'file_media',
  '/RichMediaExecute': 'file_media',
};
const things: Record<string, ActiveCode> = {
  '/FileAttachment': 'file_holds_files',
  '/EmbeddedFile': 'file_holds_files',
  '/RichMedia': 'file_media',
  '/Movie': 'file_media',
  '/Sound': 'file_media',
  '/Screen': 'file_media',
  '/3D': 'file_media',
};

function activeInDict({ entries, isStream }: PdfDict, read: Read): ActiveCode | null {
  const of = (key: string) => read(entries.get(key));
  const does = of('S');
  const kind = of('Subtype');
  const type = of('Type');
  if (does !== null && of('JS') !== null) return 'file_active';
  if (typeof does === 'string' && actions[does]) return actions[does];
  if (typeof kind === 'string' && things[kind]) return things[kind];
  if (type === '/EmbeddedFile' || holdsFile(of('EF'), read)) return 'file_holds_files';
  if (of('XFA') !== null) return 'file_active';
  if (isScripts(of('JavaScript'))) return 'file_active';
  if (does === '/URI' && !isOrdinary(of('URI'))) return 'file_launches';
  // What all links of a document begin with.
  const links = of('URI');
  if (isDict(links) && !isOrdinary(read(links.entries.get('Base')))) return 'file_launches';
  if (does === '/Thread' && of('F') !== null) return 'file_launches';
  // What a stream shows can lie in another file.
  if (isStream && (isText(of('F')) || isDict(of('F')))) return 'file_fetches';
  if (runs(of('OpenAction'), read)) return 'file_active';
  const own = of('AA');
  return isDict(own) && [...own.entries.values()].some((each) => runs(read(each), read))
    ? 'file_active'
    : null;
}

const holdsFile = (value: PdfValue | null, read: Read) =>
  isDict(value) &&
  ['F', 'UF', 'DOS', 'Mac', 'Unix'].some((key) => {
    const file = read(value.entries.get(key));
    return isDict(file) && file.isStream;
  });

// The tree of names of scripts that run when the document opens.
const isScripts = (value: PdfValue | null) =>
  isDict(value) && (value.entries.has('Names') || value.entries.has('Kids'));

// What happens by itself may only go to a place in the same document.
function runs(action: PdfValue | null, read: Read, depth = 0): boolean {
  if (!isDict(action) || !action.entries.has('S')) return false;
  if (read(action.entries.get('S')) !== '/GoTo' || depth > 20) return true;
  const next = read(action.entries.get('Next'));
  return (Array.isArray(next) ? next.map((each) => read(each)) : [next]).some((each) =>
    runs(each, read, depth + 1),
  );
}

const isOrdinary = (address: PdfValue | null) => !isText(address) || isOrdinaryLink(address.text);

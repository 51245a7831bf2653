import type { ActiveCode } from './active.server.ts';
import { type Element, elementsIn } from './active-xml.ts';
import { first, isAway, isOrdinaryLink } from './addresses.ts';
import { beginningOf, contentOf, DocumentRefused, type Entry, entriesOf } from './document.ts';
import { fieldsOf } from './fields.ts';
import { formulasOf } from './formulas.ts';

/** What the parts that are looked into may unpack to, all together. */
const mostUnpacked = 200_000_000;
/** A chart brings its table as a package in the package. */
const deepest = 3;

type Rule = (element: Element) => ActiveCode | null;

/**
 * What in an office package does more than show: macros, controls, objects of other programs, commands, and what is fetched from
 * elsewhere. Links that a person follows are nothing of the kind, nor is the table behind a chart.
 * @throws DocumentRefused file_broken
 */
export function activeInPackage(file: Buffer): ActiveCode | null {
  let left = mostUnpacked;
  return inPackage(file, 1);

  function inPackage(bytes: Buffer, depth: number): ActiveCode | null {
    const entries = entriesOf(bytes);
    for (const { name } of entries) {
      const active = named.find(([pattern]) => pattern.test(name));
      if (active) return active[1];
    }
    for (const entry of entries) {
      if (isMedia(entry) && !isNoMedia(beginningOf(bytes, entry))) continue;
      const content = unpacked(bytes, entry);
      const active = isXml(entry)
        ? inXml(content, entry.name)
        : isMarkup(content)
          ? inMarkup(content, entry.name)
          : inInner(content, depth);
      if (active) return active;
    }
    return null;
  }

  function unpacked(bytes: Buffer, entry: Entry): Buffer {
    const content = contentOf(bytes, entry, left);
    left -= content.length;
    return content;
  }

  function inInner(content: Buffer, depth: number): ActiveCode | null {
    const starts = content.toString('latin1', 0, 4);
    if (starts === compoundFile) return 'file_holds_files';
    if (starts !== packageStart) return null;
    return depth < deepest ? inPackage(content, depth + 1) : 'file_unchecked';
  }
}

const named: [RegExp, ActiveCode][] = [
  [/vbaProject|vbaData|(^|\/)(activeX|macrosheets|dialogsheets)\//i, 'file_active'],
  [/(^|\/)(Scripts|Basic|Dialogs)\/./i, 'file_active'],
];
/** How files of older office programs, and objects of other programs, begin. */
const compoundFile = '\xd0\xcf\x11\xe0';
const packageStart = 'PK\x03\x04';

// Which part is what, a list of the package says; names are usage. So what a part begins with counts as well.
// Data of the author's office need not be read to show the document.
const isXml = ({ name }: Entry) => /\.(xml|rels|rdf)$/i.test(name) && !/^customXml\/(?!_rels\/)/i.test(name);
const isMedia = ({ name }: Entry) =>
  /\.(png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|wdp|ico|mp3|mp4|m4a|wav|mov|avi|ttf|otf|odttf|fntdata|woff2?)$/i.test(
    name,
  );
const isMarkup = (content: Buffer) =>
  /^(\ufeff|\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*(<|$)/.test(content.toString('latin1', 0, 512));
const isNoMedia = (content: Buffer) =>
  isMarkup(content) || [compoundFile, packageStart].includes(content.toString('latin1', 0, 4));
const isRelations = (name: string) => /\.rels$/i.test(name);

// Drawings of older programs are no whole XML, and other parts may be anything.
function inMarkup(content: Buffer, name: string): ActiveCode | null {
  try {
    return inXml(content, name);
  } catch (error) {
    if (error instanceof BrokenAfter) return error.active;
    if (error instanceof DocumentRefused) return null;
    throw error;
  }
}

class BrokenAfter extends DocumentRefused {
  readonly active: ActiveCode | null;

  constructor(active: ActiveCode | null) {
    super('file_broken');
    this.active = active;
  }
}

function inXml(content: Buffer, name: string): ActiveCode | null {
  let isInConnections = false;
  const rules: Rule[] = isRelations(name)
    ? [inRelationship]
    : /^\[Content_Types\]\.xml$/i.test(name)
      ? [inContentType]
      : [inOfficeElement, inOpenElement];
  const fields = fieldsOf();
  const formulas = formulasOf();
  let active: ActiveCode | null = null;
  try {
    elementsIn(content, {
      opened: (element) => {
        active ??=
          first(rules, (rule) => rule(element)) ?? fields.opened(element) ?? formulas.opened(element);
        isInConnections ||= element.local === 'connections';
        if (isInConnections && element.local === 'connection') active ??= 'file_fetches';
      },
      text: (text) => {
        fields.text(text);
        formulas.text(text);
      },
      closed: (local) => {
        fields.closed(local);
        active ??= formulas.closed(local);
      },
    });
  } catch (error) {
    if (error instanceof DocumentRefused) throw new BrokenAfter(active);
    throw error;
  }
  return active ?? fields.ended();
}

// ISO/IEC 29500-2, 6.5: what one part needs of others, or of what lies elsewhere.
function inRelationship({ local, valuesOf }: Element): ActiveCode | null {
  if (local !== 'Relationship') return null;
  const types = valuesOf('Type').map((type) => (type.split('/').at(-1) ?? '').toLowerCase());
  const targets = valuesOf('Target');
  const isOne = (...names: string[]) => types.some((type) => names.includes(type));
  const isOnly = (name: string) => types.length > 0 && types.every((type) => type === name);
  if (
    isOne('vbaproject', 'wordvbadata', 'control', 'activexcontrolbinary', 'xlmacrosheet', 'xlintlmacrosheet')
  )
    return 'file_active';
  // The second brings in another whole document.
  if (isOne('oleobject', 'afchunk')) return 'file_holds_files';
  if (!valuesOf('TargetMode').some((mode) => mode.toLowerCase() === 'external')) return null;
  if (isOnly('hyperlink')) return targets.every(isOrdinaryLink) ? null : 'file_launches';
  // Word notes where the template of its author lay; whoever has none there notices nothing.
  return isOnly('attachedtemplate') && !targets.some(isAway) ? null : 'file_fetches';
}

function inContentType({ valuesOf }: Element): ActiveCode | null {
  return valuesOf('ContentType').some((type) => /macroEnabled|vbaProject|activeX/i.test(type))
    ? 'file_active'
    : null;
}

const ofOffice: Record<string, ActiveCode> = {
  OLEObject: 'file_holds_files',
  oleObject: 'file_holds_files',
  oleObj: 'file_holds_files',
  oleLink: 'file_launches',
  ddeLink: 'file_launches',
};

function inOfficeElement({ local, valuesOf }: Element): ActiveCode | null {
  const active = first(valuesOf('action'), (action): ActiveCode | null => {
    if (/^\s*ppaction:\/\/macro/i.test(action)) return 'file_active';
    return /^\s*ppaction:\/\/(program|ole)/i.test(action) ? 'file_launches' : null;
  });
  return active ?? ofOffice[local] ?? null;
}

const ofOpen: Record<string, ActiveCode> = {
  script: 'file_active',
  applet: 'file_active',
  'object-ole': 'file_holds_files',
  'dde-source': 'file_launches',
  'dde-connection-decl': 'file_launches',
  'encryption-data': 'file_locked',
};
/** Where an address is followed by a person, or only noted: the template of an author. */
const ofLinks = /^(a|event-listener)$/;
const noted = /^(template|hyperlink-behaviour)$/;

// OASIS OpenDocument 1.3, part 3. An empty list of scripts stands in every document.
function inOpenElement({ local, valuesOf }: Element): ActiveCode | null {
  if (ofOpen[local]) return ofOpen[local];
  const hrefs = valuesOf('href');
  // In presentations most of these only turn pages.
  if (local === 'event-listener') {
    const actions = valuesOf('action');
    if (actions.length === 0) return 'file_active';
    if (actions.some((action) => /^(execute|verb)$/.test(action))) return 'file_launches';
  }
  if (hrefs.some((href) => /^\s*(vnd\.sun\.star\.script|macro|javascript):/i.test(href)))
    return 'file_active';
  if (ofLinks.test(local)) return hrefs.every(isOrdinaryLink) ? null : 'file_launches';
  // A form without an address gets one beside the document.
  if (local === 'form') return hrefs.some(isAway) ? 'file_sends' : null;
  return hrefs.some(noted.test(local) ? isAway : isOutside) ? 'file_fetches' : null;
}

// Above the document are its neighbours on the disk, and pictures lie in the address itself.
const isOutside = (href: string) =>
  /^\s*([a-z][a-z0-9+.-]*:|\/|\\|\.\.\/)/i.test(href) && !/^\s*(vnd\.sun\.star\.Package|data):/i.test(href);

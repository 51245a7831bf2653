// One entry about a session as a form holds it, as text: what a phone keeps and a draft stores.

const singles = ['state', 'day', 'minutes', 'mode', 'placeKind', 'mood', 'plannedId', 'nonce'] as const;
const texts = ['summary', 'nextSteps', 'privateNote'] as const;

type Plain = Record<(typeof singles)[number] | (typeof texts)[number], string>;
export type Entry = Plain & {
  menteeIds: string[];
  interpreterUsed: boolean;
};

/** Fills what a stored text lacks; null for what is no entry. */
export function parseEntry(body: string): Entry | null {
  try {
    const found: unknown = JSON.parse(body);
    if (typeof found !== 'object' || found === null) return null;
    const read = (name: string): unknown => (found as Record<string, unknown>)[name];
    const text = (name: string) => (typeof read(name) === 'string' ? String(read(name)) : '');
    const ids = read('menteeIds');
    return {
      ...plainOf(text),
      menteeIds: Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [],
      interpreterUsed: read('interpreterUsed') === true,
    };
  } catch {
    return null;
  }
}

/** The entry that a form holds now. */
export function readEntry(form: HTMLFormElement): Entry {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? '').replaceAll('\r\n', '\n');
  return {
    ...plainOf(value),
    menteeIds: data.getAll('menteeIds').map(String),
    interpreterUsed: data.has('interpreterUsed'),
  };
}

function plainOf(read: (name: string) => string): Plain {
  return Object.fromEntries([...singles, ...texts].map((name) => [name, read(name)])) as Plain;
}

/** Puts an entry into a form. Mentees who are no longer there stay out. */
export function writeEntry(form: HTMLFormElement, entry: Entry): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      field.checked = entry[field.name as keyof Entry] === field.value;
    } else if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked =
        field.name === 'menteeIds' ? entry.menteeIds.includes(field.value) : entry.interpreterUsed;
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const value = entry[field.name as keyof Entry];
      if (typeof value === 'string') field.value = value;
    }
  }
  form.dispatchEvent(new Event('restored'));
}

/** The words of an entry, for whoever compares or copies them. */
export function wordsOf(entry: Entry): string {
  return texts
    .map((name) => entry[name])
    .filter(Boolean)
    .join('\n\n');
}

/** Whether somebody wrote words in it. */
export const hasWords = (entry: Entry): boolean => wordsOf(entry) !== '';

/** Both texts in one entry: what stands in only one of them stays, what differs stands one after the other. */
export function joined(one: Entry, other: Entry): Entry {
  const both = Object.fromEntries(
    texts.map((name) => {
      const [a, b] = [one[name], other[name]];
      const text = a.includes(b) ? a : b.includes(a) ? b : `${a}\n\n${b}`;
      return [name, text];
    }),
  );
  return { ...one, ...both };
}

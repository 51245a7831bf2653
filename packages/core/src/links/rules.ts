export const linkStates = ['new', 'works', 'moved', 'failing', 'broken'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkReasons = [
  'gone',
  'refused',
  'server_error',
  'no_answer',
  'no_host',
  'not_public',
  'certificate',
  'too_many_redirects',
] as const;
export type LinkReason = (typeof linkReasons)[number];

/** What one look found; `unknown` says nothing about the link: this house has no way out at the moment. */
export type Finding =
  | { kind: 'works' }
  | { kind: 'moved'; to: string }
  | { kind: 'fails'; reason: LinkReason }
  | { kind: 'unknown' };

/** Whether nobody was reached: the host is gone, or this house has no way out, and one look alone cannot tell which. */
export function isUnreached(finding: Finding): boolean {
  if (finding.kind !== 'fails') return finding.kind === 'unknown';
  return finding.reason === 'no_host' || finding.reason === 'no_answer';
}

/** Whether a host outside said something, whatever it was; one that may not be asked was not. */
export function isAnswer(finding: Finding): boolean {
  return !isUnreached(finding) && !(finding.kind === 'fails' && finding.reason === 'not_public');
}

const hour = 3_600_000;
const day = 24 * hour;
/** How long what works is believed. */
const trustMs = 7 * day;

/** What a status says of an address. A server that wants a name, or fewer questions, is there. */
export function findingOf(status: number): Finding {
  if (status < 400 || [401, 403, 407, 429, 451].includes(status)) return { kind: 'works' };
  if (status === 404 || status === 410) return { kind: 'fails', reason: 'gone' };
  return { kind: 'fails', reason: status < 500 ? 'refused' : 'server_error' };
}

export type Look = {
  state: LinkState;
  reason: LinkReason | '';
  movedTo: string;
  failingSince: Date | null;
  dueAt: Date;
};

/**
 * How a link stands after a look. It is broken when it fails a day after it failed first, without having worked between:
 * a server that restarts makes no broken link.
 */
export function afterLook(
  failingSince: Date | null,
  finding: Exclude<Finding, { kind: 'unknown' }>,
  now: Date,
): Look {
  const at = (ms: number) => new Date(now.getTime() + ms);
  if (finding.kind !== 'fails') {
    const movedTo = finding.kind === 'moved' ? finding.to : '';
    return { state: finding.kind, reason: '', movedTo, failingSince: null, dueAt: at(trustMs) };
  }
  const since = failingSince ?? now;
  const isBroken = now.getTime() - since.getTime() >= day;
  const { reason } = finding;
  return { state: isBroken ? 'broken' : 'failing', reason, movedTo: '', failingSince: since, dueAt: at(day) };
}

/** When to try again what nobody could look at. */
export function nextTry(now: Date): Date {
  return new Date(now.getTime() + hour);
}

/** What was looked at so lately is not looked at again when somebody asks. */
export function freshSince(now: Date): Date {
  return new Date(now.getTime() - hour / 4);
}

/** As many redirects as a browser's reader would have patience for. */
export const mostRedirects = 5;
export const mostListed = 200;

type Change = { oldUrl: string; newUrl: string };

/**
 * A text with another address in the place of one, and the letters of the new text at which the new one begins.
 * @param links all addresses that it names, in its order
 */
export function withLink(
  words: string,
  links: readonly string[],
  { oldUrl, newUrl }: Change,
): { description: string; places: number[] } {
  let description = '';
  let rest = words;
  const places: number[] = [];
  for (const link of links) {
    // The first address that is left begins where its letters stand first, because anything before would be an address as well.
    const begin = rest.indexOf(link);
    description += rest.slice(0, begin);
    if (link === oldUrl) places.push(description.length);
    description += link === oldUrl ? newUrl : link;
    rest = rest.slice(begin + link.length);
  }
  return { description: description + rest, places };
}

/** The text from which `withLink` made these words. */
export function withoutLink(words: string, places: readonly number[], { oldUrl, newUrl }: Change): string {
  let [description, end] = ['', 0];
  for (const place of places) {
    description += words.slice(end, place) + oldUrl;
    end = place + newUrl.length;
  }
  return description + words.slice(end);
}

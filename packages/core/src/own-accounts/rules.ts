/** How long the way to a provider and back may take, and how long the person may take to agree afterwards. */
export const journeyMinutes = 10;
/** What a provider is given for one answer. */
export const patienceMs = 5000;
/** No answer of a provider is longer. */
export const mostBytes = 1_000_000;

/** What is wrong with a provider, as the coordinator reads it. */
export const troubles = [
  'not_https',
  'not_public',
  'no_host',
  'no_answer',
  'certificate',
  'not_found',
  'not_a_provider',
  'other_issuer',
] as const;
export type Trouble = (typeof troubles)[number];

/** The domain of an e-mail address, lower case; null for what is none. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at > 0 && at < email.length - 1 ? email.slice(at + 1).toLowerCase() : null;
}

/** Whether a provider may speak for an address: its own domains only, and none below them that were not named. */
export function speaksFor(domains: readonly string[], email: string): boolean {
  const domain = domainOf(email);
  return domain !== null && domains.includes(domain);
}

/** The domains in what somebody typed: one a line, or with commas or blanks between them; a leading "@" is forgiven. */
export function domainsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^@/, ''))
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** Whether a word can be a domain of e-mail addresses. */
export function isDomain(word: string): boolean {
  return (
    word.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(word)
  );
}

/** The issuer in what somebody copied: many providers show the address of their description, which ends like this. */
export function issuerIn(address: string): string {
  return address.trim().replace(/\/\.well-known\/openid-configuration\/?$/, '');
}

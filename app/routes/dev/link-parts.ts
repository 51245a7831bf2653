/** A piece of a text; `url` where it is an address. */
export type LinkPart = { key: number; text: string; url?: string };

/** Takes a text apart at its web addresses. A full stop or bracket after an address is not part of it. */
export function linkParts(text: string): LinkPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, key) => (key % 2 === 1 ? { key, text: part, url: part } : { key, text: part }))
    .filter((part) => part.text !== '');
}

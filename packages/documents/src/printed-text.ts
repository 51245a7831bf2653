/** Lets a word of more than 24 letters break anywhere, by zero-width spaces; ordinary words stay whole. */
export function breakLongWords(text: string): string {
  return text.replace(/[^\s\-‐–/.,;:]{25,}/gu, (word) => [...word].join('\u200b'));
}

/** `K7Q2M9XWB4TZ` becomes `K7Q2 M9XW B4TZ`, so that it can be read aloud and typed; a code with its own groups stays. */
export function groupCode(code: string): string {
  return /^[\p{L}\p{N}]+$/u.test(code) ? code.replace(/.{4}(?=.)/gu, '$& ') : code;
}

/**
 * The colour itself when text in it is readable on white (WCAG contrast 4.5 : 1), else a darker shade of it.
 * Anything but `#rrggbb` gives the ink of the page.
 */
export function readableOnWhite(hex: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return '#1f2933';
  let channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  while (1.05 / (luminance(channels) + 0.05) < 4.5) channels = channels.map((channel) => channel * 0.94);
  return `#${channels.map((channel) => Math.floor(channel).toString(16).padStart(2, '0')).join('')}`;
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

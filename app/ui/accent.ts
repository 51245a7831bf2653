/** The paper and the raised paper of both modes, as in app.css: an accent is read as text on each of them. */
const grounds = {
  light: ['#faf6ee', '#fffdf9', '#f2ecdf'],
  dark: ['#181511', '#221e18', '#2a251e'],
} as const;
const readable = 4.6;

export type Accent = { light: string; dark: string; onLight: string; onDark: string };

/**
 * Shades of one colour that are readable in both modes (WCAG 2.2 AA, 4.5:1): as text on paper, and under text.
 * @param colour `#rrggbb`; anything else gives undefined
 */
export function readableAccent(colour: string | null | undefined): Accent | undefined {
  const rgb = parse(colour);
  if (!rgb) return undefined;
  const light = shift(rgb, [0, 0, 0], grounds.light);
  const dark = shift(rgb, [255, 255, 255], grounds.dark);
  return { light, dark, onLight: textOn(light), onDark: textOn(dark) };
}

/** The style of an element inside which `--accent` is this colour. */
export function accentStyle(colour: string | null | undefined): Record<string, string> | undefined {
  const accent = readableAccent(colour);
  return (
    accent && {
      '--accent-light': accent.light,
      '--accent-dark': accent.dark,
      '--on-accent-light': accent.onLight,
      '--on-accent-dark': accent.onDark,
    }
  );
}

/** Contrast of two colours `#rrggbb`, 1 to 21, by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

type Rgb = [number, number, number];

function shift(from: Rgb, towards: Rgb, on: readonly string[]): string {
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = hex(from.map((value, i) => value + ((towards[i] ?? 0) - value) * share));
    if (on.every((ground) => contrast(mixed, ground) >= readable)) return mixed;
  }
  return hex(towards);
}

function textOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#181511', ground) ? '#ffffff' : '#181511';
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (parse(colour) ?? [0, 0, 0]).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function parse(colour: string | null | undefined): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  return match ? [parsePart(match[1]), parsePart(match[2]), parsePart(match[3])] : undefined;
}

function parsePart(part = '0'): number {
  return Number.parseInt(part, 16);
}

function hex(rgb: number[]): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

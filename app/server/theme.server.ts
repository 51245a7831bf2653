export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** The theme in a Cookie header; `auto` follows the device. */
export function readTheme(cookies: string | null): Theme {
  const value = /(?:^|;\s*)tessera_theme=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1];
  return value === 'light' || value === 'dark' ? value : 'auto';
}

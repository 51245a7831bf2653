/** Paper and ink, by day and by night. Mail programs know no variables, so the colours stand here once. */
export const day = { paper: '#fbf9f4', ink: '#1d1b18', soft: '#5f5a52', line: '#ddd7cb' };
const night = { paper: '#191816', ink: '#f1ede4', soft: '#b3ada2', line: '#3d3a35' };

export const fontFamily =
  "'Noto Sans', 'Segoe UI', -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";
const fallbackAccent = '#7a5c2e';

/** The accent if it is a plain hex colour; anything else could smuggle style into the mail. */
export function safeAccent(accent: string | undefined): string {
  return accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? accent : fallbackAccent;
}

/** Inline styles cannot follow the reader's dark mode or a narrow screen; these rules overrule them where known. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .column { padding-left: 22px !important; padding-right: 22px !important; }
  .label, .value { display: block !important; width: auto !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${night.paper} !important; }
  .ink { color: ${night.ink} !important; }
  .soft { color: ${night.soft} !important; }
  .line { border-color: ${night.line} !important; }
  .button { background-color: ${night.ink} !important; color: ${night.paper} !important; }
}
`.trim();

/**
 * Text that a spreadsheet would run (OWASP, CSV injection). Blanks, BOM and invisible signs before the sign do not stop
 * it. A telephone number is none: `+40 265 123456`.
 */
export const formula = /^(?!\+\d[\d ]{5,18}$)(?:[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|[ \p{Cf}]*[\t\r\n])/u;

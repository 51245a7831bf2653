import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Language } from '@tessera/i18n/languages.ts';

/** A Typst template reads its words and figures from the variable `data`; `template` itself is never built from input. */
export type PdfInput = { template: string; data: object; language: Language; title: string };

/**
 * Renders a Typst template to PDF bytes: fonts embedded, tagged, with title and language set. The same input gives the
 * same bytes. Throws when the template itself is faulty; no text in `data` can make it fail.
 */
export function renderPdf(input: PdfInput): Uint8Array {
  return rendered(input, (typst, document) => {
    try {
      return typst.pdf(document, { pdfStandard: 'ua-1' });
    } catch {
      // PDF/UA forbids a sign that no font has (an emoji, a rare script); the paper is then tagged, without the claim.
      return typst.pdf(document);
    }
  });
}

/** Renders a Typst template of one page as a picture, letters as shapes. Throws as `renderPdf` does. */
export function renderSvg(input: PdfInput): string {
  return rendered(input, (typst, document) => typst.svg(document));
}

function rendered<Output>(
  { template, data, language, title }: PdfInput,
  output: (typst: NodeCompiler, document: NodeTypstDocument) => Output,
): Output {
  const typst = compiler();
  const compiled = typst.compile({
    mainFileContent: prelude + template,
    inputs: {
      data: JSON.stringify(data, (_key, value) => (typeof value === 'string' ? printable(value) : value)),
      language,
      title: printable(title),
    },
  });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    throw new Error(`Typst: ${JSON.stringify(error ? typst.fetchDiagnostics(error) : 'no document')}`);
  }
  try {
    return output(typst, document);
  } finally {
    typst.evictCache(10);
  }
}

// Data comes as JSON text in an input, so nothing in it is ever read as markup. Typst lets a line that breaks at a
// zero-width space run over by one letter; an empty box breaks cleanly and leaves no sign in copied text.
const prelude = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: sys.inputs.title, date: none)
#set text(font: ("Noto Sans", "Noto Sans Arabic"), lang: sys.inputs.language, hyphenate: false)
#show "\u{200b}": box()
`;

const fontFiles = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

let cached: NodeCompiler | undefined;

// Making a compiler costs tens of milliseconds, a page two or three. Its program is large and comes with the first paper.
function compiler(): NodeCompiler {
  cached ??= makeCompiler();
  return cached;
}

function makeCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url);
  const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = require('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = fontFiles.map((file) => readFileSync(require.resolve(file)));
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

// Control characters have no glyph, and half a surrogate pair is not valid JSON to Typst.
function printable(text: string): string {
  return Buffer.from(text.replace(/(?![\t\n])\p{Cc}/gu, '')).toString();
}

const harmful = /[&<>\u2028\u2029]/g;

/**
 * The scripts that give the data of a page to the framework in the browser, as its own renderer would write them.
 * @param encoded the data as the framework encoded them
 * @returns markup for the end of the body; nothing in it can close the script
 */
export async function handoffScripts(
  encoded: ReadableStream<Uint8Array>,
  nonce: string | undefined,
): Promise<string> {
  const text = await textOf(encoded.getReader());
  const controller = 'window.__remixContext.streamController';
  return `<script${nonce ? ` nonce="${nonce}"` : ''}>${controller}.enqueue(${scriptString(text)});${controller}.close();</script>`;
}

async function textOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

/** A text as a string of JavaScript that can stand inside a script element. */
function scriptString(text: string): string {
  return JSON.stringify(text).replace(
    harmful,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

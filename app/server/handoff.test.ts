import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { handoffScripts } from './handoff.server.ts';

const hostile =
  '["</script><script>alert(1)</script>","<!--","a & b","\u2028\u2029","Търговище – Hârghita"]\n';

test('the browser gets the data of a page as they were encoded, and nothing in them ends the script', async () => {
  // A letter of several bytes is cut in two.
  const bytes = new TextEncoder().encode(hostile);
  const cut = bytes.lastIndexOf(0xd1) + 1;
  const html = await handoffScripts(streamOf([bytes.slice(0, cut), bytes.slice(cut)]), 'n0nce');

  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(html).toMatch(/^<script nonce="n0nce">/);
  expect(received(html)).toEqual([hostile, 'closed']);
});

function streamOf(parts: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

// Runs the script as a browser does.
function received(html: string): string[] {
  const found: string[] = [];
  const streamController = {
    enqueue: (text: string) => found.push(text),
    close: () => found.push('closed'),
  };
  const script = html.slice(html.indexOf('>') + 1, html.lastIndexOf('</script>'));
  runInNewContext(script, { window: { __remixContext: { streamController } } });
  return found;
}

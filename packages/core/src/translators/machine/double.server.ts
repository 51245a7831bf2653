import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = { text?: string[]; source_lang?: string; target_lang?: string };

/**
 * A server on this machine that speaks as much of DeepL as we use, for tests and the demo. It translates nothing: each text comes
 * back with a mark of its language in front. `next` tells the statuses of the requests that come; after them all are answered.
 */
export async function openDeeplDouble({ apiKey, limit = 500_000 }: { apiKey: string; limit?: number }) {
  const statuses: number[] = [];
  const state = { requests: 0, used: 0 };
  const server = createServer(async (request, response) => {
    state.requests += 1;
    // A large body comes in pieces, and a letter must not break between two.
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) body += chunk;
    const end = (status: number, answer: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    const status = statuses.shift();
    if (status !== undefined) return end(status, { message: 'as told' });
    if (request.headers.authorization !== `DeepL-Auth-Key ${apiKey}`)
      return end(403, { message: 'Forbidden' });
    if (request.method === 'GET' && request.url === '/v2/usage')
      return end(200, { character_count: state.used, character_limit: limit });
    if (request.method !== 'POST' || request.url !== '/v2/translate')
      return end(404, { message: 'Not found' });
    const { text = [], source_lang, target_lang } = JSON.parse(body) as Asked;
    if (!target_lang || text.length === 0 || text.length > 50) return end(400, { message: 'Bad request' });
    const size = text.join('').length;
    if (state.used + size > limit) return end(456, { message: 'Quota exceeded' });
    state.used += size;
    const translations = text.map((each) => ({
      detected_source_language: source_lang,
      text: each.replace(/^(?=.)/gm, `[${target_lang}] `),
    }));
    end(200, { translations });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (...coming: number[]) => statuses.push(...coming),
    requests: () => state.requests,
    used: () => state.used,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

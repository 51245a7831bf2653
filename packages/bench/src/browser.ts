import { Agent, request } from 'node:http';

export type Answer = { status: number; body: string; location: string | undefined };

/** Asks a server over connections that stay open, as a proxy in front of it does. */
export type Browser = {
  get: (path: string, cookie?: string) => Promise<Answer>;
  post: (path: string, form: Record<string, string>, cookie?: string) => Promise<Answer>;
  close: () => void;
};

/** @param connections how many requests can be under way */
export function openBrowser(origin: string, connections: number): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (method: string, path: string, headers: Record<string, string>, body: string) =>
    new Promise<Answer>((done, fail) => {
      const sent = request(`${origin}${path}`, { agent, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
            location: answer.headers.location,
          }),
        );
      });
      sent.on('error', fail);
      sent.end(body);
    });
  const known = (cookie: string | undefined) => ({ accept: 'text/html', ...(cookie ? { cookie } : {}) });
  return {
    get: (path, cookie) => send('GET', path, known(cookie), ''),
    post: (path, form, cookie) => {
      const body = new URLSearchParams(form).toString();
      const type = 'application/x-www-form-urlencoded';
      const headers = { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
      return send('POST', path, { ...known(cookie), ...headers }, body);
    },
    close: () => agent.destroy(),
  };
}

/** Asks for the addresses in turn until `count` answers came, a few at a time. @throws when one is not a page */
export async function visit(
  browser: Browser,
  { paths, count, cookie }: { paths: readonly string[]; count: number; cookie?: string },
): Promise<void> {
  let next = 0;
  const walk = async () => {
    while (next < count) {
      const path = paths[next++ % paths.length] ?? '/';
      const { status } = await browser.get(path, cookie);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
    }
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
}

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { demoPassword } from '@tessera/core/identity/demo-logins.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import {
  cloneDatabase,
  type DatabaseUrls,
  dropDatabase,
  type ServerAccess,
} from '@tessera/db/template.server.ts';
import { temporaryHome } from '@tessera/db/testing.server.ts';
import { DEMO_SECRET } from '@tessera/env/env.server.ts';
import { buildPages } from './build.ts';
import { asService, type Command, killAll } from './commands.testing.ts';
import { freePort } from './ports.ts';
import { webArgs } from './run.ts';

/** A database with the demo networks for one file of tests, and the settings of a production that runs on it. */
export type House = {
  urls: DatabaseUrls;
  settings: Record<string, string>;
  /** Processes that end with it, unless they ended before. */
  pids: number[];
  close(): Promise<void>;
};

/** @param part says whose database it is */
export async function openHouse(part: string): Promise<House> {
  await buildPages();
  const server = JSON.parse(process.env.TESSERA_TEST_SERVER ?? '{}') as ServerAccess;
  const name = `worker_${process.env.TESSERA_TEST_RUN}_${part}`;
  const urls = await cloneDatabase(server, name);
  // What the demo networks have to tell is none of these tests' business.
  await withClient(urls.jobsUrl, (client) =>
    client.query('update domain_event set delivered_at = now() where delivered_at is null'),
  );
  const settings = {
    NODE_ENV: 'production',
    TESSERA_DATA: temporaryHome(),
    APP_SECRET: 'a-secret-that-only-the-tests-of-this-run-use',
    // The seals of the demo networks were made with the template.
    SEAL_KEY: DEMO_SECRET,
    LINK_CHECK: '0',
    DATABASE_URL: urls.appUrl,
    JOBS_DATABASE_URL: urls.jobsUrl,
  };
  const pids: number[] = [];
  const close = () => {
    killAll(pids);
    return dropDatabase(server, name);
  };
  return { urls, settings, pids, close };
}

/** Starts a web server as an operating system does and waits until it is ready. */
export async function openWeb(
  { settings, pids }: House,
  others: Record<string, string> = {},
): Promise<{ web: Command; url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = asService(webArgs(), { ...settings, PORT: String(port), APP_URL: url, ...others });
  pids.push(web.pid);
  await web.says('"msg":"ready"');
  return { web, url };
}

export function signInForm(): URLSearchParams {
  return new URLSearchParams({ email: 'coord.un@demo.example', password: demoPassword });
}

export function signIn(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/sign-in`, { method: 'POST', body: signInForm(), headers, redirect: 'manual' });
}

/** A way to the database that can be cut, and mended. */
export async function openLine(
  address: string,
): Promise<{ url: string; cut: () => void; mend: () => Promise<void> }> {
  const url = new URL(address);
  const to = Number(url.port);
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) open.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  const port = await listenOn(line, 0);
  const cut = () => {
    line.close();
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const mend = async () => void (await listenOn(line, port));
  url.port = String(port);
  url.search = '';
  return { url: url.toString(), cut, mend };
}

function listenOn(line: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    line.once('error', fail);
    line.listen(port, '127.0.0.1', () => {
      line.off('error', fail);
      done((line.address() as AddressInfo).port);
    });
  });
}

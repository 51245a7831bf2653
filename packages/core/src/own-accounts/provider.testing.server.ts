import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Account = { email?: string; email_verified?: boolean };

/** A real provider of accounts, on this machine. Whoever names an account at its login is let in. */
export type TestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  accounts: Map<string, Account>;
  /** Goes where a sign-in begins, as a browser would, and comes back with the query of the answer. */
  answerAs: (subject: string, to: string) => Promise<string>;
  close: () => Promise<void>;
};

/** @param callback what the addresses begin with to which it sends people back */
export async function startProvider(callback: string): Promise<TestProvider> {
  const server = createServer();
  await listen(server);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'tessera';
  const clientSecret = 'KANARI-client-secret-of-the-test';
  const accounts = new Map<string, Account>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [`${callback}/any`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    // People are asked who they are, and not what the network may know.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  // Networks come and go while it runs.
  provider.Client.prototype.redirectUriAllowed = (address: string) => address.startsWith(`${callback}/`);
  server.on('request', provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    accounts,
    answerAs: (subject, to) => walk(subject, to, callback),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function walk(subject: string, to: string, callback: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = to;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 10; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    form = undefined;
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) url = new URL(location, url).href;
    else if (url.includes('/interaction/'))
      form = new URLSearchParams({ prompt: 'login', login: subject, password: 'any' });
    else throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`);
    if (url.startsWith(callback)) return new URL(url).search;
  }
  throw new Error('the provider leads in circles');
}

async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

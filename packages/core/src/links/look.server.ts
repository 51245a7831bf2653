import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { hostOf, isPublicAddress } from './addresses.server.ts';
import { type Finding, findingOf, type LinkReason, mostRedirects } from './rules.ts';

/** How the outside is looked at; tests let in the machine itself. */
export type Eyes = {
  /** All addresses of a host */
  resolve: (host: string) => Promise<string[]>;
  isAllowed: (address: string) => boolean;
  patienceMs: number;
  /** Between two questions to one host */
  pauseMs: number;
};

export const outside: Eyes = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  patienceMs: 10_000,
  pauseMs: 1000,
};

/** The address of a host may not be asked. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Looks whether there is something behind an address, by its head and, where a server does not answer that, by the first
 * bytes of its page. Each redirect is looked at like a new address. Nothing private is ever asked: the address that a name
 * leads to is judged, and that very one is dialled.
 */
export async function lookAt(address: string, eyes: Eyes = outside): Promise<Finding> {
  // Words can name what only looks like an address.
  if (!URL.canParse(address)) return { kind: 'fails', reason: 'no_host' };
  let url = new URL(address);
  let hasMoved = true;
  const patience = { leftMs: 3 * eyes.patienceMs };
  try {
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const { status, location } = await answerOf(url, eyes, patience);
      if (![301, 302, 303, 307, 308].includes(status) || !location) {
        const finding = findingOf(status);
        return finding.kind === 'works' && hops > 0 && hasMoved ? { kind: 'moved', to: url.href } : finding;
      }
      hasMoved &&= status === 301 || status === 308;
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) return { kind: 'fails', reason: 'refused' };
    }
    return { kind: 'fails', reason: 'too_many_redirects' };
  } catch (error) {
    return meaningOf(error);
  }
}

/** For one link with all its redirects; waiting for a turn is not counted. */
type Patience = { leftMs: number };

async function answerOf(url: URL, eyes: Eyes, patience: Patience): Promise<Answer> {
  const asked = (method: 'HEAD' | 'GET') =>
    inTurn(url.host, eyes, async () => {
      const began = performance.now();
      const given = Math.min(eyes.patienceMs, patience.leftMs);
      return ask(url, method, eyes, given).finally(() => {
        patience.leftMs = Math.max(0, Math.round(patience.leftMs - (performance.now() - began)));
      });
    });
  const head = await asked('HEAD').catch((error: unknown) => {
    // Some servers hang up on a question for the head alone.
    if (codeOf(error) === 'ECONNRESET') return null;
    throw error;
  });
  if (head && head.status < 400) return head;
  return asked('GET');
}

type Answer = { status: number; location: string | undefined };

function ask(url: URL, method: 'HEAD' | 'GET', eyes: Eyes, patienceMs: number): Promise<Answer> {
  const host = hostOf(url);
  if (isIP(host) && !eyes.isAllowed(host)) return Promise.reject(new NotPublic());
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asking = send(url, {
      method,
      agent: false,
      lookup: guarded(eyes),
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'user-agent': 'Tessera link check', accept: '*/*', range: 'bytes=0-0' },
    });
    asking.on('error', reject);
    // Who answers that it speaks another way from now on says nothing else, and no error comes of it.
    asking.once('upgrade', (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, location: undefined });
    });
    asking.once('close', () => reject(new Error('no answer')));
    asking.once('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      // Only the head of an answer is of interest, however long its body is.
      answer.destroy();
    });
    asking.end();
  });
}

/** Judges every address that a name leads to; the one that is dialled is one of those that were judged. */
export function guarded(eyes: Pick<Eyes, 'resolve' | 'isAllowed'>): LookupFunction {
  return (host, options, done) => {
    const given = async () => {
      const addresses = await eyes.resolve(host);
      // One wrong address among many is enough: who names one of them wants it to be dialled.
      if (addresses.length === 0 || !addresses.every(eyes.isAllowed)) throw new NotPublic();
      return addresses.map((address) => ({ address, family: isIP(address) }));
    };
    given().then(
      (all) => {
        const [first] = all;
        if (options.all) done(null, all);
        else if (first) done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
}

const reasons: Record<string, LinkReason> = {
  ENOTFOUND: 'no_host',
  ENODATA: 'no_host',
  ERR_INVALID_URL: 'refused',
};

function meaningOf(error: unknown): Finding {
  if (error instanceof NotPublic) return { kind: 'fails', reason: 'not_public' };
  const code = codeOf(error);
  if (['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'].includes(code)) return { kind: 'unknown' };
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code))
    return { kind: 'fails', reason: 'certificate' };
  return { kind: 'fails', reason: reasons[code] ?? 'no_answer' };
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException)?.code ?? '');
}

const turns = new Map<string, Promise<unknown>>();

// One question at a time to one host, with a pause between two: a list of a hundred links is no flood.
function inTurn<T>(host: string, { pauseMs }: Eyes, work: () => Promise<T>): Promise<T> {
  const before = turns.get(host) ?? Promise.resolve();
  const mine = before.then(work);
  const turn = mine.then(
    () => wait(pauseMs),
    () => wait(pauseMs),
  );
  turns.set(host, turn);
  void turn.then(() => {
    if (turns.get(host) === turn) turns.delete(host);
  });
  return mine;
}

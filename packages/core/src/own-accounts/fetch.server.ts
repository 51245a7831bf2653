import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { env } from '@tessera/env/env.server.ts';
import { hostOf, isPublicAddress } from '../links/addresses.server.ts';
import { guarded, NotPublic } from '../links/look.server.ts';
import { mostBytes } from './rules.ts';

/** A provider is asked over https only. */
export class NotSecure extends Error {
  override readonly name = 'NotSecure';
}

/** Whether this machine itself may be a provider, as in tests. */
export function isLoopbackAllowed(): boolean {
  return env().OWN_ACCOUNTS_LOOPBACK && env().TESSERA_DEMO;
}

const isLoopback = (address: string) => address === '::1' || /^127\./.test(address);

/**
 * Asks a provider, which somebody named who runs no machine here: over https only, and public addresses only. The address that
 * a name leads to is judged, and that very one is dialled. No redirect is followed.
 * @throws NotPublic, NotSecure, and what the network throws
 */
export function fetchOutside(
  address: string,
  options: {
    method: string;
    headers: Record<string, string>;
    body?: unknown;
    signal?: AbortSignal;
  },
): Promise<Response> {
  const url = new URL(address);
  const host = hostOf(url);
  const mayBeHere = isLoopbackAllowed();
  const isAllowed = (ip: string) => isPublicAddress(ip) || (mayBeHere && isLoopback(ip));
  const isHere = mayBeHere && (isLoopback(host) || host === 'localhost');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    return Promise.reject(new NotSecure());
  if (isIP(host) && !isAllowed(host)) return Promise.reject(new NotPublic());
  const resolve = async (name: string) =>
    (await lookup(name, { all: true })).map(({ address: found }) => found);
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((done, reject) => {
    const asking = send(url, {
      method: options.method,
      headers: options.headers,
      agent: false,
      lookup: guarded({ resolve, isAllowed }),
      signal: options.signal,
    });
    asking.on('error', reject);
    asking.once('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(new Error('no answer'));
    });
    asking.once('response', (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('error', reject);
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > mostBytes) asking.destroy(new Error('the answer is too long'));
        else parts.push(part);
      });
      answer.on('end', () => done(responseOf(answer, Buffer.concat(parts))));
    });
    asking.end(bodyOf(options.body));
  });
}

function responseOf(
  { statusCode = 502, headers }: { statusCode?: number; headers: NodeJS.Dict<string | string[]> },
  body: Buffer<ArrayBuffer>,
): Response {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
  );
  const isEmpty = [204, 205, 304].includes(statusCode);
  return new Response(isEmpty ? null : body, { status: Math.max(200, statusCode), headers: kept });
}

function bodyOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  throw new Error('a body that no question to a provider has');
}

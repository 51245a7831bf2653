import { connect } from 'node:net';

/** What a scanner says of a file; `unknown` when it cannot be asked, or cannot say. */
export type Verdict = 'clean' | 'infected' | 'unknown';
/** Where clamd listens: `tcp://host:3310`, or the path of its socket. */
export type Clamd = { host: string; port: number } | { path: string };

const chunkBytes = 65_536;
const patienceMs = 60_000;

/** @throws when it is neither an address nor a path */
export function clamdAt(address: string): Clamd {
  if (address.startsWith('/')) return { path: address };
  const url = new URL(address);
  if (url.protocol === 'unix:') return { path: url.pathname };
  if (url.protocol !== 'tcp:') throw new Error('CLAMD is tcp://host:port or the path of a socket');
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
}

/** Shows a file to clamd, in the words of its protocol (INSTREAM: pieces with their length, an empty one at the end). */
export function scanned(clamd: Clamd, bytes: Uint8Array, patience: number = patienceMs): Promise<Verdict> {
  return new Promise((resolve) => {
    const socket = connect(clamd);
    let answer = '';
    const end = (verdict: Verdict) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(() => end('unknown'), patience);
    socket.once('error', () => end('unknown'));
    socket.once('close', () => end('unknown'));
    socket.on('data', (piece) => {
      answer = (answer + piece.toString('latin1')).slice(0, 4096);
      if (answer.includes('\0')) end(verdictOf(answer));
    });
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const chunk = bytes.subarray(at, at + chunkBytes);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}

function verdictOf(answer: string): Verdict {
  const [words = ''] = answer.split('\0');
  if (/^stream: .+ FOUND$/.test(words)) return 'infected';
  return words === 'stream: OK' ? 'clean' : 'unknown';
}

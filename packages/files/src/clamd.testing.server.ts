import { createServer, type Server } from 'node:net';

/** What every scanner calls a virus, though it does nothing; in two pieces, so that no scanner finds it in the sources. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR${'-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** A server that speaks the protocol of clamd, at a path or a port. It knows one virus, and takes `mostBytes` at most. */
export function clamdServer(at: string | number, mostBytes = 25_000_000): Promise<Server> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      const verdict = verdictOn(got, mostBytes);
      if (verdict) socket.end(`${verdict}\0`);
    });
  });
  return new Promise((resolve) => server.listen(at, () => resolve(server)));
}

function verdictOn(got: Buffer, mostBytes: number): string | null {
  const command = 'zINSTREAM\0';
  if (got.length < command.length) return null;
  if (got.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const size = got.readUInt32BE(at);
    if (size === 0) {
      const isFound = Buffer.concat(chunks).includes(eicar, 0, 'latin1');
      return isFound ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    }
    if (at + 4 + size > got.length) return null;
    chunks.push(got.subarray(at + 4, at + 4 + size));
    at += 4 + size;
    if (chunks.reduce((sum, chunk) => sum + chunk.length, 0) > mostBytes)
      return 'INSTREAM size limit exceeded. ERROR';
  }
  return null;
}

import { createServer } from 'node:net';
import { CommandError } from './run.ts';

/** The port that PORT names. @throws CommandError when another program holds it */
export async function webPort(command: string): Promise<number> {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new CommandError(`PORT=${process.env.PORT} is not a port. Name one from 1 to 65535.`);
  if (await tryPort(port)) return port;
  const other = port + 100 < 65536 ? port + 100 : port - 100;
  throw new CommandError(
    `Port ${port} is taken by another program. Choose another one: PORT=${other} npm run ${command}`,
  );
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new CommandError('There is no free port.');
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, process.env.HOST || '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

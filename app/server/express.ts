import { env } from '@tessera/env/env.server.ts';
import { log } from './log.server.ts';
import { startWeb, type Web } from './web.server.ts';

const web = await start();
log().info({ url: web.url, mode: env().NODE_ENV }, 'ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);

async function start(): Promise<Web> {
  try {
    return await startWeb();
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(
      isTaken
        ? `Port ${env().PORT} is taken by another program. Stop it, or choose another one: PORT=${env().PORT === 3001 ? 3002 : 3001}`
        : `Tessera cannot start: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(1);
  }
}

async function stop(): Promise<void> {
  log().info('closing');
  setTimeout(() => process.exit(1), 10_000).unref();
  await web.close();
  process.exit(0);
}

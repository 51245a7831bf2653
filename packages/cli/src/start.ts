import { env } from '@tessera/env/env.server.ts';
import { migrateDatabase } from './operate.ts';
import { dataFolder } from './project.ts';
import { startServices, untilOneEnds } from './serve.ts';
import { stopOnSignals } from './stopping.ts';

/** Production in one command: migrates, then runs web and worker by the settings of the environment. */
export async function start(): Promise<void> {
  stopOnSignals(0, 20_000);
  const { PORT, HOST, OWNER_DATABASE_URL } = env();
  if (OWNER_DATABASE_URL) await migrateDatabase();
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const services = await startServices({
    home: dataFolder(),
    env: process.env,
    url: `http://${host}:${PORT}`,
  });
  await untilOneEnds(services);
}

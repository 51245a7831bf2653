import { env } from '@tessera/env/env.server.ts';
import { withClient } from './provision.server.ts';

/** Takes everything that has happened so far as told: no mail goes out about it. For a demo that begins with a past. */
export async function markAllDelivered(): Promise<void> {
  await withClient(env().jobsDatabaseUrl, (client) =>
    client.query('update domain_event set delivered_at = at where delivered_at is null'),
  );
}

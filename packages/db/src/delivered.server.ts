import { env } from '@tessera/env/env.server.ts';
import { withClient } from './provision.server.ts';

/**
 * Takes what has happened so far as told: no mail goes out about it. For a demo that begins with a past.
 * @param since what the network `code` told after that moment is left to the worker, so that its log and the notices of
 * its people begin with real mails
 */
export async function markAllDelivered(since?: { networkId: string; at: Date }): Promise<void> {
  await withClient(env().jobsDatabaseUrl, (client) =>
    client.query(
      `update domain_event set delivered_at = at
       where delivered_at is null and not (network_id = $1::uuid and at > $2::timestamptz) is true`,
      [since?.networkId ?? null, since?.at ?? null],
    ),
  );
}

import { sweepReminders } from '@tessera/core/reminders/sweep.server.ts';
import { openOutbox } from '@tessera/db/outbox.server.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import { resendTransport } from '@tessera/emails/transports/resend.server.ts';
import { notify } from '@tessera/jobs/notify.server.ts';
import { standBack } from '@tessera/jobs/priority.server.ts';
import { openQueue, startQueueWorker } from '@tessera/jobs/queue.server.ts';
import { startRelay } from '@tessera/jobs/relay.server.ts';
import type { EventJobData } from '@tessera/jobs/subscriptions.ts';
import type { Job } from 'bullmq';
import { pino } from 'pino';

// The product's worker with a mail server that is made for the measurement: node delivery.ts <jobs database> <mail server>.
// It tells when it listens, sweeps when it is told to, and ends with its channel.
const [, , jobsDatabaseUrl = '', baseUrl = ''] = process.argv;

standBack();
const settings = { jobsDatabaseUrl };
const mail = {
  transport: resendTransport({ apiKey: 're_bench', baseUrl }),
  from: 'Tessera <no-reply@demo.example>',
  origin: 'https://tessera.example',
};
const queue = await openQueue(settings);
await queue.obliterate({ force: true });
const outbox = openOutbox(jobsDatabaseUrl);
const worker = await startQueueWorker(settings, ({ data }: Job) =>
  notify(data as EventJobData, { ...mail, realNow: new Date() }),
);
const relay = startRelay({ outbox, queue, log: pino({ level: 'silent' }) });

process.on('message', async () => {
  await sweepReminders(new Date());
  process.send?.('swept');
});
process.once('disconnect', async () => {
  await relay.close();
  await worker.close();
  await queue.close();
  await outbox.close();
  await closeDatabase();
});
process.send?.('ready');

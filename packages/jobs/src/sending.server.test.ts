import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import type { MailTransport } from '@tessera/emails/transport.ts';
import { smtpTransport } from '@tessera/emails/transports/smtp.server.ts';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { notify } from './notify.server.ts';
import { openResend } from './resend-server.testing.server.ts';
import {
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  readableLog,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';
import { startWorker } from './worker.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const names = ['Dan', 'Mia', 'Ion', 'Ada'];
const mail = (transport: MailTransport) => ({
  transport,
  from: 'T <t@demo.example>',
  origin: 'https://t.example',
});
const everyone = (world: TestWorld) =>
  ['ada', 'dan', 'ion', 'manager1', 'mia'].map((name) => world.address(name));

/** A cancelled training, of which five addresses must hear. */
async function cancelledTraining(afterRegistering: (world: TestWorld) => Promise<void> = async () => {}) {
  const world = await makeWorld({ capacity: 10 });
  await registerPlaces(world, 0, names);
  await afterRegistering(world);
  await world.coordinator.api.trainings.cancel({ network: world.code, trainingId: world.trainingId });
  const event = await newestEvent(world.networkId, 'training.cancelled');
  const ledger = () => ledgerOf(world.networkId, event.id);
  const states = async () => (await ledger()).map(({ state }) => state);
  const run = (transport: MailTransport, realNow = new Date()) =>
    notify(event.job, { ...mail(transport), realNow });
  return { world, event, ledger, states, run };
}

/** As a process leaves the ledger that ends while it sends. */
function leaveSending({ world, event }: Awaited<ReturnType<typeof cancelledTraining>>, startedAt: Date) {
  const { networkId } = world;
  return inScope({ networkId }, ({ prisma }) =>
    prisma.message.updateMany({
      where: { networkId, eventId: event.id },
      data: { state: 'sending', startedAt, sentAt: null },
    }),
  );
}

test('when Resend wants it slower, the worker tries again, and each address gets one mail', async () => {
  const resend = await openResend();
  onTestFinished(resend.close);
  const worker = await startWorker({ mail: mail(resend.transport), log: readableLog().log, firstDelayMs: 5 });
  onTestFinished(worker.close);
  const { world, states } = await cancelledTraining(async ({ address }) => {
    const confirmed = () => expect(resend.addresses()).toContain(address('manager1'));
    await vi.waitFor(confirmed, { timeout: 10_000 });
    resend.next('rate_limited', 'rate_limited', 'broken', 'rate_limited');
  });

  await vi.waitFor(async () => expect(await states()).toEqual(Array(5).fill('sent')), { timeout: 10_000 });

  const received = resend.addresses().filter((address) => everyone(world).includes(address));
  expect(received).toEqual([...everyone(world), world.address('manager1')].sort());
});

test('while the provider wants it slower, mails wait', async () => {
  const resend = await openResend();
  const { states, run } = await cancelledTraining();
  resend.next('rate_limited');

  await expect(run(resend.transport)).rejects.toThrow('mail_rate_limited:rate_limit_exceeded');

  expect(await states()).toEqual(Array(5).fill('pending'));
  expect(resend.addresses()).toEqual([]);
  await resend.close();
});

test('a batch whose answer was lost is repeated as the same batch', async () => {
  const resend = await openResend();
  const { world, states, run } = await cancelledTraining();
  resend.next('accept_and_hang_up');

  await expect(run(resend.transport)).rejects.toThrow('mail_unavailable');
  expect(await states()).toEqual(Array(5).fill('sending'));
  await run(resend.transport);

  expect(await states()).toEqual(Array(5).fill('sent'));
  expect(resend.addresses()).toEqual(everyone(world));
  await resend.close();
});

test('an address that the provider refuses fails alone and for good', async () => {
  const resend = await openResend();
  const { world, ledger, run } = await cancelledTraining();
  resend.refuse(world.address('dan'));
  resend.refuse(`Dan Pop <${world.address('dan')}>`);

  await run(resend.transport);
  await run(resend.transport);

  expect((await ledger()).map(({ email, state }) => [email, state])).toEqual(
    everyone(world).map((email) => [email, email === world.address('dan') ? 'failed' : 'sent']),
  );
  expect(resend.addresses()).toEqual(everyone(world).filter((email) => email !== world.address('dan')));
  await resend.close();
});

test('after a crash while sending over SMTP, mails go out again under the same Message-ID, as uncertain', async () => {
  const smtp = await openSmtp();
  const scene = await cancelledTraining();
  await scene.run(smtp.transport);
  await leaveSending(scene, new Date(Date.now() - 120_000));

  await scene.run(smtp.transport);

  expect(await scene.states()).toEqual(Array(5).fill('uncertain'));
  expect(smtp.messageIds()).toHaveLength(10);
  expect(new Set(smtp.messageIds()).size).toBe(5);
  await smtp.close();
});

test('a mail that another worker is sending at this moment is left to it', async () => {
  const mailbox = await openMailbox();
  const scene = await cancelledTraining();
  await scene.run(mailbox.settings.transport);
  await leaveSending(scene, new Date());
  const other = await openMailbox();

  await expect(scene.run(other.settings.transport)).rejects.toThrow('in_flight');

  expect(await other.list()).toEqual([]);
  expect(await scene.states()).toEqual(Array(5).fill('sending'));
});

test('with no line to the mail server, mails wait and stay certain', async () => {
  const smtp = await openSmtp();
  const scene = await cancelledTraining();
  await smtp.close();

  await expect(scene.run(smtp.transport)).rejects.toThrow('mail_unavailable');

  expect(await scene.states()).toEqual(Array(5).fill('pending'));
  expect((await scene.ledger()).map(({ error }) => error)).not.toContain('no_answer');
});

async function openSmtp() {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += String(chunk);
      });
      stream.on('end', () => {
        received.push(/^Message-ID: (.+)$/im.exec(text)?.[1]?.trim() ?? '');
        done();
      });
    },
  });
  server.on('error', () => {});
  const port = await new Promise<number>((listening) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listening(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    transport: smtpTransport({ url: `smtp://127.0.0.1:${port}` }),
    messageIds: () => received,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

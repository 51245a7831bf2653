import {
  claimMessages,
  type MessageRow,
  type SettledMessage,
  settleMessages,
} from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import {
  MailError,
  type MailTransport,
  type OutgoingMail,
  type SentMail,
} from '@tessera/emails/transport.ts';
import { asJobFailure, JobFailure } from './failures.server.ts';
import type { Notice } from './notices/notice.server.ts';
import { fate, noAnswer, type Repeat } from './sending-rules.ts';

/** A mail of the ledger that is not settled. Without a notice time has overtaken it. */
export type Dispatch = { message: MessageRow; notice: Notice | null };
export type SendingResult = { sent: number; uncertain: number; failed: number };
export type SendingSettings = {
  transport: MailTransport;
  from: string;
  origin: string;
  realNow: Date;
  signal?: AbortSignal;
};

const batchSize = 100;
/** After this time whoever took a mail has sent it or is gone: no transport waits as long for an answer. */
const leaseMs = 90_000;
/** Providers remember an id for 24 hours. */
const repeatableMs = 23 * 3_600_000;
/** So many mails in a row without an answer mean that the line is down. */
const patience = 3;

/**
 * Sends what is open and writes into the ledger how each mail ended. A mail that was on its way when a process ended is
 * sent again under its id; where the provider drops no repeats, and one may have arrived before, it ends as uncertain.
 * @throws JobFailure when some mails could not leave now; the others have left
 */
export async function sendMessages(
  networkId: string,
  dispatches: readonly Dispatch[],
  settings: SendingSettings,
): Promise<SendingResult> {
  const { packets, isSomeInFlight } = packetsOf(dispatches, settings);
  const result: SendingResult = { sent: 0, uncertain: 0, failed: 0 };
  let failure: MailError | undefined;
  let inVain = 0;
  for (const packet of packets) {
    if (settings.signal?.aborted) throw new JobFailure('stopping');
    const error = await sendPacket(networkId, packet, settings, result);
    failure ??= error;
    inVain = error ? inVain + 1 : 0;
    if (error?.code === 'rate_limited' || inVain >= patience) break;
  }
  if (failure) throw asJobFailure(failure);
  if (isSomeInFlight) throw new JobFailure('in_flight');
  return result;
}

/** Mails that leave in one request. `takenAt`: when somebody took them who did not finish. */
type Packet = { dispatches: Dispatch[]; takenAt: Date | null; repeat: Repeat };

function packetsOf(dispatches: readonly Dispatch[], { transport, realNow }: SendingSettings) {
  const waiting = dispatches.filter(({ message }) => message.state === 'pending');
  const taken = dispatches.filter(({ message }) => message.state === 'sending');
  const age = ({ message }: Dispatch) => realNow.getTime() - (message.startedAt?.getTime() ?? 0);
  // What left together is repeated together: the provider knows a batch by the ids in it.
  const repeated = transport.idempotent
    ? groupsBy(taken, age).map((group) => packetOf(group, group.some(isForgotten) ? 'second' : 'dropped'))
    : taken.filter((dispatch) => age(dispatch) >= leaseMs).map((dispatch) => packetOf([dispatch], 'second'));
  const fresh = chunks(waiting, transport.sendBatch ? batchSize : 1).map((group) =>
    packetOf(group, group.some(({ message }) => message.error === noAnswer) ? 'second' : 'first'),
  );
  function isForgotten(dispatch: Dispatch): boolean {
    return age(dispatch) >= repeatableMs;
  }
  const isSomeInFlight = !transport.idempotent && repeated.length < taken.length;
  return { packets: [...repeated, ...fresh], isSomeInFlight };
}

function packetOf(dispatches: Dispatch[], repeat: Repeat): Packet {
  const first = dispatches[0]?.message;
  return { dispatches, repeat, takenAt: first?.state === 'sending' ? first.startedAt : null };
}

function groupsBy(dispatches: readonly Dispatch[], key: (dispatch: Dispatch) => number): Dispatch[][] {
  const groups = new Map<number, Dispatch[]>();
  for (const dispatch of dispatches)
    groups.set(key(dispatch), [...(groups.get(key(dispatch)) ?? []), dispatch]);
  return [...groups.values()];
}

function chunks(dispatches: readonly Dispatch[], size: number): Dispatch[][] {
  const count = Math.ceil(dispatches.length / size);
  return Array.from({ length: count }, (_, index) => dispatches.slice(index * size, (index + 1) * size));
}

/** @returns the first failure after which trying again can help */
async function sendPacket(
  networkId: string,
  packet: Packet,
  settings: SendingSettings,
  result: SendingResult,
): Promise<MailError | undefined> {
  const { transport } = settings;
  const { dispatches, takenAt, repeat } = packet;
  // Written first, so that a mail is taken for the time of sending only.
  const mails = (await Promise.all(dispatches.map((dispatch) => write(dispatch, settings)))).filter(
    (mail) => mail !== null,
  );
  // A repeated batch keeps its mark, so that a further repeat is the same batch again.
  const startedAt = takenAt && transport.idempotent ? takenAt : nextStart();
  const ids = dispatches.map(({ message }) => message.id);
  const claimed = await inNetwork(networkId, (tx) =>
    tx.run(claimMessages(networkId, ids, takenAt, startedAt)),
  );
  const mine = new Set(claimed.map(({ id }) => id));
  const leaving = mails.filter(({ messageId }) => mine.has(messageId));
  const answers = await hand(
    transport,
    leaving.map(({ mail }) => mail),
  );
  const settled: SettledMessage[] = [];
  for (const [index, { messageId: id }] of leaving.entries()) {
    const end = fate(answers[index] ?? unanswered, { repeat, transport });
    if (end) settled.push({ id, ...end });
    mine.delete(id);
  }
  for (const id of mine) {
    settled.push({ id, state: takenAt ? 'uncertain' : 'failed', providerId: null, error: 'overtaken' });
  }
  if (settled.length > 0) {
    const rows = JSON.stringify(settled);
    await inNetwork(networkId, (tx) => tx.run(settleMessages(networkId, startedAt, new Date(), rows)));
  }
  for (const { state } of settled) if (state !== 'pending') result[state] += 1;
  const failures = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  return failures.find(({ isRetryable }) => isRetryable);
}

const unanswered = { error: new MailError('unavailable', 'no_answer_for_this_mail') };

type WrittenMail = { messageId: string; mail: OutgoingMail };

async function write({ message, notice }: Dispatch, settings: SendingSettings): Promise<WrittenMail | null> {
  if (!notice) return null;
  const { email, name } = notice.reader;
  // A resend on purpose is another mail: under the first id the provider would drop it as a repeat.
  const id = message.round === 0 ? message.id : `${message.id}-${message.round}`;
  const mail = {
    id,
    to: { email, name },
    from: settings.from,
    ...(await notice.render(settings.origin)),
  };
  return { messageId: message.id, mail };
}

type Answer = SentMail | { error: MailError };

async function hand(transport: MailTransport, mails: readonly OutgoingMail[]): Promise<Answer[]> {
  const [first] = mails;
  if (!first) return [];
  try {
    if (mails.length > 1 && transport.sendBatch) return await transport.sendBatch(mails);
    return [await transport.send(first)];
  } catch (error) {
    const failure =
      error instanceof MailError ? error : new MailError('unavailable', 'transport_error', { cause: error });
    return mails.map(() => ({ error: failure }));
  }
}

let lastStart = 0;

/** The moment of taking; never the same twice in a process, because it also tells batches apart. */
function nextStart(): Date {
  lastStart = Math.max(Date.now(), lastStart + 1);
  return new Date(lastStart);
}

import { setTimeout as wait } from 'node:timers/promises';
import {
  claimMessages,
  type MessageRow,
  type SettledMessage,
  settleMessages,
} from '@tessera/db/messages.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import type { Sheets } from '@tessera/emails/sheets.ts';
import {
  MailError,
  type MailTransport,
  type OutgoingMail,
  type SentMail,
} from '@tessera/emails/transport.ts';
import { asJobFailure, JobFailure } from './failures.server.ts';
import { openTurns } from './in-turn.ts';
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
/** So many batches of one event are on their way at once. */
const lanes = 4;
/** A sending of several packets waits by itself when the provider wants it slower, so often and so long. */
const tries = 6;
const longestPauseMs = 5_000;
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
  const sending = { ...settings, sheets: new Map(), canWait: packets.length > 1, ...ledgerOf(networkId) };
  const waiting = packets.values();
  let failure: MailError | undefined;
  let inVain = 0;
  let isOver = false;
  let isStopped = false;
  async function lane(): Promise<void> {
    for (const packet of waiting) {
      isStopped ||= settings.signal?.aborted ?? false;
      if (isOver || isStopped) return;
      const error = await sendPacket(networkId, packet, sending, result);
      failure ??= error;
      inVain = error ? inVain + 1 : 0;
      isOver ||= error?.code === 'rate_limited' || inVain >= patience;
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: settings.transport.sendBatch ? lanes : 1 }, lane),
  );
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  // Only what has not left waits for another worker: a job whose mails have all left is done.
  if (isStopped) throw new JobFailure('stopping');
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

type Sending = SendingSettings & { sheets: Sheets; canWait: boolean; inLedger: InLedger };
type InLedger = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

// Many batches are on their way at once, and of their changes to the ledger one: those who wait for a page meanwhile share the
// database with one transaction of a sending, however long it is.
function ledgerOf(networkId: string): { inLedger: InLedger } {
  const inTurn = openTurns();
  return { inLedger: (work) => inTurn(() => inNetwork(networkId, work)) };
}

/** @returns the first failure after which trying again can help */
async function sendPacket(
  networkId: string,
  packet: Packet,
  settings: Sending,
  result: SendingResult,
): Promise<MailError | undefined> {
  const { transport, inLedger } = settings;
  const { dispatches, takenAt } = packet;
  // Written first, so that a mail is taken for the time of sending only.
  const mails = (await Promise.all(dispatches.map((dispatch) => write(dispatch, settings)))).filter(
    (mail) => mail !== null,
  );
  // A repeated batch keeps its mark, so that a further repeat is the same batch again.
  const startedAt = takenAt && transport.idempotent ? takenAt : nextStart();
  const ids = dispatches.map(({ message }) => message.id);
  const claimed = await inLedger((tx) => tx.run(claimMessages(networkId, ids, takenAt, startedAt)));
  const mine = new Set(claimed.map(({ id }) => id));
  const leaving = mails.filter(({ messageId }) => mine.has(messageId));
  const { answers, repeat } = await handPatiently(
    leaving.map(({ mail }) => mail),
    packet.repeat,
    settings,
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
    await inLedger((tx) => tx.run(settleMessages(networkId, startedAt, new Date(), rows)));
  }
  for (const { state } of settled) if (state !== 'pending') result[state] += 1;
  const failures = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  return failures.find(({ isRetryable }) => isRetryable);
}

const unanswered = { error: new MailError('unavailable', 'no_answer_for_this_mail') };

type WrittenMail = { messageId: string; mail: OutgoingMail };

async function write({ message, notice }: Dispatch, settings: Sending): Promise<WrittenMail | null> {
  if (!notice) return null;
  const { email, name } = notice.reader;
  // A resend on purpose is another mail: under the first id the provider would drop it as a repeat.
  const id = message.round === 0 ? message.id : `${message.id}-${message.round}`;
  const mail = {
    id,
    to: { email, name },
    from: settings.from,
    ...(await notice.render(settings.origin, settings.sheets)),
  };
  return { messageId: message.id, mail };
}

type Answer = SentMail | { error: MailError };

/**
 * Hands mails over, again as the same batch where the provider drops repeats. Once an answer left open whether they
 * arrived, they are repeated by whoever comes after as what they were.
 */
async function handPatiently(
  mails: readonly OutgoingMail[],
  repeat: Repeat,
  { transport, canWait, signal }: Sending,
): Promise<{ answers: Answer[]; repeat: Repeat }> {
  let known = repeat;
  for (let turn = 1; ; turn += 1) {
    const answers = await hand(transport, mails);
    const failure = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []))[0];
    const pause = Math.max(failure?.retryAfterMs ?? 0, 100 * 2 ** turn);
    const isGivenUp = turn >= tries || pause > longestPauseMs || signal?.aborted;
    if (!failure?.isRetryable || !(canWait && transport.idempotent) || isGivenUp)
      return { answers, repeat: known };
    if (failure.code !== 'rate_limited' && known === 'first') known = 'dropped';
    await wait(pause);
  }
}

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

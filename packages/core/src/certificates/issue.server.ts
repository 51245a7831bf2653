import { randomBytes } from 'node:crypto';
import { attendanceCounts, type EligibleRow } from '@tessera/db/attendance.server.ts';
import { insertCertificates } from '@tessera/db/certificates.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { fundersOn } from '@tessera/db/phases.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import type { Actor, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { dayOf } from '../prerequisites/rules.ts';
import { readTraining, type TrainingView } from '../trainings/queries.server.ts';
import { hasEarned, initialsOf, type Snapshot, verifyCode } from './rules.ts';

export type IssueAnswer = { issued: number; existing: number; notEarned: number; unnamed: number };

/**
 * Issues a certificate to everyone who earned one and has none. Pressing twice issues nothing twice.
 * @throws DomainError not_found, training_not_finished
 */
export async function issueCertificates(
  ctx: NetworkContext & { actor: Actor },
  trainingId: string,
): Promise<IssueAnswer> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const training = await readTraining(tx, ctx, trainingId);
    if (!training.isOwn) throw new DomainError('not_found');
    if (ctx.now < training.endsAt || training.state === 'cancelled')
      throw new DomainError('training_not_finished');
    const [rows, funders] = await Promise.all([
      tx.run(attendanceCounts(networkId, trainingId)),
      tx.run(fundersOn(networkId, dayOf(training.endsAt, ctx.network.timeZone))),
    ]);
    const earned = training.givesCertificate
      ? rows.filter((row) => hasEarned(row, training.attendanceThreshold))
      : [];
    const due = earned.filter((row) => !row.hasCertificate && row.participantId !== null);
    const certificates = due.map((row) => {
      const language = pickLanguage([row.language, ctx.network.defaultLanguage]);
      return {
        id: newId(),
        seatId: row.seatId,
        participantId: row.participantId,
        verifyCode: verifyCode(randomBytes(16)),
        language,
        snapshot: snapshot(
          ctx,
          training,
          row,
          language,
          funders.map(({ name }) => name),
        ),
      };
    });
    const issued =
      certificates.length > 0
        ? await tx.run(
            insertCertificates(
              networkId,
              trainingId,
              ctx.actor.personId,
              ctx.now,
              JSON.stringify(certificates),
            ),
          )
        : [];
    await recordEvent(
      tx,
      ...issued.map(
        ({ id }): NewEvent => ({
          networkId,
          kind: 'certificate.issued',
          object: ['certificate', id],
          actorId: ctx.actor.personId,
          at: ctx.now,
          payload: { trainingId },
        }),
      ),
    );
    return {
      issued: issued.length,
      existing: rows.filter((row) => row.hasCertificate).length,
      notEarned: rows.length - earned.length,
      unnamed: earned.filter((row) => row.participantId === null).length,
    };
  });
}

function snapshot(
  ctx: NetworkContext,
  training: TrainingView,
  row: EligibleRow,
  language: ReturnType<typeof pickLanguage>,
  funders: string[],
): Snapshot {
  const text = training.texts.find((candidate) => candidate.language === language) ?? training.texts[0];
  const givenName = row.givenName ?? '';
  const familyName = row.familyName ?? '';
  const nameOrder = row.nameOrder ?? 'given_first';
  const inOrder = nameOrder === 'family_first' ? [familyName, givenName] : [givenName, familyName];
  return {
    learnerName: formats(language).personName({ givenName, familyName, nameOrder }),
    initials: initialsOf(...inOrder),
    title: text?.title ?? training.title,
    networkCode: ctx.network.code,
    networkName: ctx.network.name,
    accent: ctx.network.accent,
    issuerCountry: ctx.network.country,
    startsOn: training.startsAt,
    endsOn: training.endsAt,
    timeZone: training.timeZone,
    workloadMinutes: training.workloadMinutes,
    outcomes: text?.outcomes ?? [],
    funders,
    participation: training.mode as Snapshot['participation'],
    threshold: training.attendanceThreshold,
  };
}

import { randomBytes } from 'node:crypto';
import { certificateTemplates, insertCertificates } from '@tessera/db/certificates.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { fundersOn } from '@tessera/db/phases.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { type Language, pickLanguage } from '@tessera/i18n/languages.ts';
import { dayOf } from '../clock/zoned-time.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import type { TrainingView } from '../trainings/queries.server.ts';
import { shownOf } from '../translations/levels.ts';
import { isOver, type JudgedSeat, judged, readOwnTraining } from './results.server.ts';
import { initialsOf, newTemplate, type Snapshot, TemplateWords, validUntilOf, verifyCode } from './rules.ts';

export type IssueAnswer = { issued: number; existing: number; notEarned: number; unnamed: number };

/**
 * Issues a certificate to everyone who earned one and never had one: all of them, or none if the process ends meanwhile.
 * Pressing twice issues nothing twice.
 * @throws DomainError not_found, training_not_finished
 */
export async function issueCertificates(ctx: Acting, trainingId: string): Promise<IssueAnswer> {
  return ctx.transaction(async (tx) => {
    const training = await readOwnTraining(tx, ctx, trainingId);
    if (!isOver(ctx, training)) throw new DomainError('training_not_finished');
    const rows = await judged(tx, ctx, training);
    const earned = training.givesCertificate ? rows.filter(({ verdict }) => verdict.isEarned) : [];
    const due = earned.filter((row) => row.certificateId === null && row.participantId !== null);
    const validUntil = validUntilOf(ctx.now, training.certificateMonths);
    const issued = await writeIssues(
      tx,
      ctx,
      training,
      due.map((row) => ({ row, number: 1, validUntil, isNameShown: false })),
    );
    return {
      issued: issued.length,
      existing: rows.filter((row) => row.certificateId !== null).length,
      notEarned: rows.length - earned.length,
      unnamed: earned.filter((row) => row.participantId === null).length,
    };
  });
}

export type Issue = { row: JudgedSeat; number: number; validUntil: Date | null; isNameShown: boolean };

/**
 * Writes issues with what they print, one statement for all of them, and an event for each.
 * @returns the ids of those that were made
 */
export async function writeIssues(
  tx: Transaction,
  ctx: Acting,
  training: TrainingView,
  issues: readonly Issue[],
): Promise<string[]> {
  if (issues.length === 0) return [];
  const networkId = ctx.network.id;
  const [funders, templates] = await Promise.all([
    tx.run(fundersOn(networkId, dayOf(training.endsAt, ctx.network.timeZone))),
    tx.run(certificateTemplates(networkId)),
  ]);
  const rows = issues.map(({ row, ...issue }) => {
    const language = pickLanguage([row.language, ctx.network.defaultLanguage]);
    const template = templates.find((each) => each.language === language) ?? newTemplate(ctx.network.accent);
    const paper = { ...snapshot(ctx, training, row, language), ...TemplateWords.parse(template) };
    return {
      ...issue,
      id: newId(),
      seatId: row.seatId,
      participantId: row.participantId,
      verifyCode: verifyCode(randomBytes(16)),
      language,
      snapshot: {
        ...paper,
        templateVersion: template.version,
        funders: funders.map(({ name }) => name),
        logos: funders.flatMap(({ name, logoId }) => (logoId ? [{ name, logoId }] : [])),
        isReplacement: issue.number > 1,
      } satisfies Snapshot,
    };
  });
  const made = await tx.run(
    insertCertificates(networkId, training.id, ctx.actor.personId, ctx.now, JSON.stringify(rows)),
  );
  await recordEvent(
    tx,
    ...made.map(
      ({ id }): NewEvent => ({
        networkId,
        kind: 'certificate.issued',
        object: ['certificate', id],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { trainingId: training.id },
      }),
    ),
  );
  return made.map(({ id }) => id);
}

function snapshot(
  ctx: NetworkContext,
  training: TrainingView,
  row: JudgedSeat,
  language: Language,
): Omit<Snapshot, 'funders' | 'logos' | 'isReplacement' | 'templateVersion' | keyof TemplateWords> {
  // Who issues it may read what is in preparation; a paper that stays may not say it.
  const shown = training.texts.filter((each) => shownOf(ctx.network, [each.language]).length > 0);
  const texts = shown.length > 0 ? shown : training.texts;
  const text = texts.find((candidate) => candidate.language === language) ?? texts[0];
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
    issuerCountry: ctx.network.country,
    startsOn: training.startsAt,
    endsOn: training.endsAt,
    timeZone: training.timeZone,
    workloadMinutes: training.workloadMinutes,
    outcomes: text?.outcomes ?? [],
    participation: training.mode as Snapshot['participation'],
    threshold: training.attendanceThreshold,
    measure: training.attendanceMeasure,
    assessment: training.assessment,
    eqfLevel: training.eqfLevel,
  };
}

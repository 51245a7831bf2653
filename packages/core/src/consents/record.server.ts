import { countConsents, listConsents, useAccess } from '@tessera/db/consents.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { type ReadingRight, readConfidential, sealOf } from '../privacy/seal.server.ts';
import { takeBack } from './effects.server.ts';
import { type ConsentState, consentAfter, consentEnd, consentStates } from './rules.ts';
import type { SpokenConsent } from './schema.ts';
import { currentWordings, keepWording, textFor } from './wordings.server.ts';

/**
 * Writes down what somebody without a login said or signed. Whom it is about is sealed at once; only who wrote it down
 * reads it again.
 * @throws DomainError not_found for a purpose that this network does not have
 */
export async function recordConsent(
  ctx: Acting,
  input: z.output<typeof SpokenConsent>,
): Promise<{ consentId: string }> {
  const networkId = ctx.network.id;
  const { purpose, answer, subject, guardian, givenHow, interpreterUsed } = input;
  return ctx.transaction(async (tx) => {
    const wording = (await currentWordings(tx, networkId)).find((each) => each.purpose === purpose);
    const shown = wording && textFor(wording, input.language, ctx.network.defaultLanguage);
    const state = consentAfter('requested', answer);
    if (!wording || !shown || !state) throw new DomainError('not_found');
    await keepWording(tx, networkId, wording, ctx.now);
    const id = newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.consentRecord.create({
      data: {
        id,
        networkId,
        purpose,
        version: wording.version,
        language: shown.language,
        subject: seal('consent_record.subject', id, subject),
        guardian: guardian ? seal('consent_record.guardian', id, guardian) : null,
        state,
        givenHow,
        interpreterUsed,
        requestedAt: ctx.now,
        decidedAt: ctx.now,
        expiresAt: answer === 'give' ? consentEnd(ctx.now, wording.months) : null,
        recordedById: ctx.actor.personId,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: answer === 'give' ? 'consent.given' : 'consent.refused',
      object: ['consent', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { purpose, version: wording.version, language: shown.language },
    });
    return { consentId: id };
  });
}

/** Consents of the network, of the own institution, or of oneself: states and dates, never about whom or why. */
export async function consents(ctx: Acting) {
  const allowed = reach(ctx, 'consent.read');
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const personId = allowed.kind === 'own' ? ctx.actor.personId : null;
  const rows = await ctx.transaction((tx) =>
    tx.run(listConsents(ctx.network.id, ctx.now, institutionIds, personId)),
  );
  return rows.map(({ recordedById, ...row }) => ({
    ...row,
    mayOpen: row.subjectKind === 'sealed' && recordedById === ctx.actor.personId,
  }));
}

/** How many people agreed to what, refused and took it back, under the newest title of each purpose. */
export async function consentCounts(ctx: NetworkContext) {
  const networkId = ctx.network.id;
  const { rows, current } = await ctx.transaction(async (tx) => ({
    rows: await tx.run(countConsents(networkId, ctx.now)),
    current: await currentWordings(tx, networkId),
  }));
  return current.map((wording) => {
    const shown = textFor(wording, ctx.language, ctx.network.defaultLanguage);
    const states = rows.filter(({ purpose }) => purpose === wording.purpose);
    return {
      purpose: wording.purpose,
      title: shown?.title ?? wording.purpose,
      language: shown?.language ?? ctx.language,
      counts: Object.fromEntries(
        consentStates.map((state) => [state, states.find((row) => row.state === state)?.count ?? 0]),
      ) as Record<ConsentState, number>,
    };
  });
}

/**
 * Opens whom a consent is about. Who wrote it down may; everyone else needs an access that a second person approved.
 * @throws DomainError not_found, not_allowed for who may see that it exists
 */
export async function openConsent(ctx: Acting, consentId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const record = await tx.prisma.consentRecord.findFirst({
      where: { networkId, id: consentId },
      select: { subject: true, guardian: true, personId: true, recordedById: true },
    });
    if (!record) throw new DomainError('not_found');
    const isAssigned = record.recordedById === personId;
    const [access] = isAssigned ? [] : await tx.run(useAccess(networkId, consentId, personId, ctx.now));
    if (!isAssigned && !access)
      throw new DomainError(reach(ctx, 'consent.read').kind === 'network' ? 'not_allowed' : 'not_found');
    return openRecord(
      tx,
      { networkId, actorId: personId, now: ctx.now, consentId, accessId: access?.id ?? null },
      record,
    );
  });
}

/** Reads the sealed fields of a consent for someone whose right was checked. */
export async function openRecord(
  tx: Parameters<typeof readConfidential>[0],
  reader: { networkId: string; actorId: string; now: Date; consentId: string; accessId: string | null },
  record: { subject: Uint8Array | null; guardian: Uint8Array | null; personId: string | null },
) {
  const { networkId, actorId, now, consentId, accessId } = reader;
  const right: ReadingRight = accessId ? 'break_glass' : 'assigned';
  if (accessId) {
    await recordEvent(tx, {
      networkId,
      kind: 'access.used',
      object: ['access', accessId],
      actorId,
      at: now,
      payload: { consentId },
    });
  }
  const opened = await readConfidential(tx, {
    networkId,
    actorId,
    at: now,
    right,
    object: ['consent', consentId],
    subjectPersonId: record.personId,
    fields: { 'consent_record.subject': record.subject, 'consent_record.guardian': record.guardian },
  });
  return { subject: opened['consent_record.subject'], guardian: opened['consent_record.guardian'] };
}

/**
 * Takes back a consent that oneself had written down for someone.
 * @throws DomainError not_found
 */
export async function withdrawRecorded(ctx: Acting, consentId: string): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    const consent = await tx.prisma.consentRecord.findFirst({
      where: { networkId, id: consentId, recordedById: personId },
      select: { purpose: true },
    });
    if (!consent) throw new DomainError('not_found');
    await takeBack(tx, {
      networkId,
      consentId,
      personId: null,
      actorId: personId,
      purpose: consent.purpose,
      now: ctx.now,
    });
  });
}

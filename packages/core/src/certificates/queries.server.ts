import {
  type CertificateRow,
  certificateByCode,
  certificateById,
  certificatesOfTraining,
  listCertificates,
} from '@tessera/db/certificates.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, type RequestContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt, requireAttemptsLeft } from '../identity/rate-limit.server.ts';
import { seatBehind } from '../seats/leave.server.ts';
import type { SeatLink } from '../seats/schema.ts';
import { logoFiles, picturesIn } from './pictures.server.ts';
import { readOwnTraining } from './results.server.ts';
import { mayReissue, normaliseCode, reissueKinds, Snapshot, standingOf } from './rules.ts';

/**
 * What a certificate printed and how it stands, by its code. The learner's name shows only if the learner switched it
 * on; otherwise initials. Whoever tries many codes has to wait, and then learns nothing of right ones either.
 * @throws DomainError not_found for whatever is no code of a certificate, too_many_attempts
 */
export async function verifyCertificate(ctx: RequestContext, code: string) {
  return (await findByCode(ctx, code)).printed;
}

/**
 * The same, with the network that keeps it.
 * @throws DomainError not_found, too_many_attempts
 */
export async function findByCode({ ip, now: realNow }: RequestContext, code: string) {
  await requireAttemptsLeft('guess', ip);
  const verifyCode = normaliseCode(code);
  const [row] = await inScope({}, (tx) => tx.run(certificateByCode(verifyCode)));
  if (!row) {
    await countAttempt('guess', ip);
    throw new DomainError('not_found');
  }
  const { learnerName, initials, logos: _logos, ...printed } = Snapshot.parse(row.snapshot);
  const { networkId, issuedAt, validUntil, revokedAt, language } = row;
  const now = new Date(realNow.getTime() + row.clockOffset * 1000);
  return {
    networkId,
    printed: {
      verifyCode,
      standing: standingOf(row, now),
      issuedAt,
      validUntil,
      revokedAt,
      language,
      learner: row.isNameShown ? learnerName : initials,
      isNameShown: row.isNameShown,
      ...printed,
    },
  };
}

/** Certificates of a training (coordinator, trainer), or of the own institution and oneself. */
export async function certificates(ctx: Acting, trainingId: string | null) {
  const statement =
    trainingId === null
      ? listCertificates(ctx.network.id, ...limits(ctx))
      : certificatesOfTraining(ctx.network.id, ...limits(ctx), trainingId);
  const rows = await ctx.transaction((tx) => tx.run(statement));
  return rows.map((row) => view(ctx, row));
}

/**
 * One certificate, to print it.
 * @throws DomainError not_found
 */
export async function certificate(ctx: Acting, certificateId: string) {
  const [row] = await ctx.transaction((tx) =>
    tx.run(certificateById(ctx.network.id, ...limits(ctx), certificateId)),
  );
  if (!row) throw new DomainError('not_found');
  return view(ctx, row);
}

/**
 * One certificate with all that its paper needs.
 * @throws DomainError not_found
 */
export async function certificatePaper(ctx: Acting, certificateId: string) {
  const paper = await certificate(ctx, certificateId);
  const files = paper.logos.length > 0 ? await ctx.transaction((tx) => logoFiles(tx, [paper])) : [];
  return { ...paper, pictures: await picturesIn(files) };
}

/**
 * The certificate of the seat behind the link of a mail, for somebody without a login, with all that its paper needs.
 * @throws DomainError not_found
 */
export async function certificateByLink(ctx: NetworkContext, link: z.output<typeof SeatLink>) {
  const networkId = ctx.network.id;
  const { paper, files } = await inNetwork(networkId, async (tx) => {
    const { id: seatId, participantId } = await seatBehind(tx, networkId, link);
    const found = await tx.prisma.certificate.findFirst({
      where: { networkId, seatId, participantId: participantId ?? seatId, state: 'issued' },
      select: { id: true },
    });
    const [row] = found ? await tx.run(certificateById(networkId, null, null, found.id)) : [];
    if (!row) throw new DomainError('not_found');
    const paper = view(ctx, row);
    return { paper, files: await logoFiles(tx, [paper]) };
  });
  return { ...paper, pictures: await picturesIn(files) };
}

/** The certificates of a training that were issued and not taken back, to print them all; the trail notes how many. */
export async function papers(ctx: Acting, trainingId: string) {
  const { files, ...found } = await ctx.transaction(async (tx) => {
    const { title, code } = await readOwnTraining(tx, ctx, trainingId);
    const rows = await tx.run(certificatesOfTraining(ctx.network.id, null, null, trainingId));
    const issued = rows.filter(({ state }) => state === 'issued');
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'export.made',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: 'certificates', rows: issued.length },
    });
    const certificates = issued.map((row) => view(ctx, row));
    return { title, code, now: ctx.now, certificates, files: await logoFiles(tx, certificates) };
  });
  return { ...found, pictures: await picturesIn(files) };
}

// A coordinator sees all; everyone else the own institution's and the own ones.
function limits(ctx: Acting): [institutionIds: string[] | null, personId: string | null] {
  const allowed = reach(ctx, 'certificate.read');
  if (allowed.kind === 'network') return [null, null];
  return [allowed.kind === 'institutions' ? allowed.institutionIds : [], ctx.actor.personId];
}

function view(
  ctx: NetworkContext,
  { snapshot, personId, institutionId: _institutionId, ...row }: CertificateRow,
) {
  return {
    ...row,
    standing: standingOf(row, ctx.now),
    reissues: reissueKinds.filter((kind) => mayReissue(row, kind, ctx.now)),
    isOwn: ctx.actor !== null && personId === ctx.actor.personId,
    ...Snapshot.parse(snapshot),
  };
}

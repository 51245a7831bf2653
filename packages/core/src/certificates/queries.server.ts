import {
  type CertificateRow,
  certificateByCode,
  certificateById,
  certificatesOfTraining,
  listCertificates,
} from '@tessera/db/certificates.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { normaliseCode, Snapshot } from './rules.ts';

type Acting = NetworkContext & { actor: Actor };

/**
 * What a certificate printed and whether it still holds, by its code. The learner's name shows only if the learner
 * switched it on; otherwise initials.
 * @throws DomainError not_found
 */
export async function verifyCertificate(code: string) {
  const verifyCode = normaliseCode(code);
  const [row] =
    verifyCode.length === 16 ? await inScope({}, (tx) => tx.run(certificateByCode(verifyCode))) : [];
  if (!row) throw new DomainError('not_found');
  const { learnerName, initials, ...printed } = Snapshot.parse(row.snapshot);
  const { state, issuedAt, revokedAt, language } = row;
  return {
    verifyCode,
    state,
    issuedAt,
    revokedAt,
    language,
    learner: row.isNameShown ? learnerName : initials,
    isNameShown: row.isNameShown,
    ...printed,
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

// A coordinator sees all; everyone else the own institution's and the own ones.
function limits(ctx: Acting): [institutionIds: string[] | null, personId: string | null] {
  const allowed = reach(ctx, 'certificate.read');
  if (allowed.kind === 'network') return [null, null];
  return [allowed.kind === 'institutions' ? allowed.institutionIds : [], ctx.actor.personId];
}

function view(ctx: Acting, { snapshot, personId, institutionId: _institutionId, ...row }: CertificateRow) {
  return { ...row, isOwn: personId === ctx.actor.personId, ...Snapshot.parse(snapshot) };
}

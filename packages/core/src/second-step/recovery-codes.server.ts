import { randomBytes } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { useRecoveryCode } from '@tessera/db/second-step.server.ts';
import { verifyCode } from '../certificates/rules.ts';
import { hashPassword, isPassword } from '../identity/passwords.server.ts';

const howMany = 10;

/** Codes of 16 characters (80 random bits), with what is stored of them. */
export async function newRecoveryCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: howMany }, () => verifyCode(randomBytes(16)));
  return { codes, hashes: await Promise.all(codes.map(hashPassword)) };
}

/** Keeps new codes; the old ones stop working. */
export async function keepRecoveryCodes(
  { prisma }: Transaction,
  personId: string,
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  await prisma.recoveryCode.deleteMany({ where: { personId } });
  await prisma.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ id: newId(), personId, codeHash, madeAt: now })),
  });
}

/** Takes a code, once: of two at once with the same code only one finds it unused. */
export async function takeRecoveryCode(
  tx: Transaction,
  personId: string,
  code: string,
  now: Date,
): Promise<{ left: number } | null> {
  const unused = await tx.prisma.recoveryCode.findMany({
    where: { personId, usedAt: null },
    select: { id: true, codeHash: true },
  });
  const fitting = await Promise.all(
    unused.map(async ({ id, codeHash }) => ((await isPassword(codeHash, code)) ? id : null)),
  );
  const id = fitting.find((each) => each !== null);
  if (!id) return null;
  const [used] = await tx.run(useRecoveryCode(id, now));
  return used ? { left: unused.length - 1 } : null;
}

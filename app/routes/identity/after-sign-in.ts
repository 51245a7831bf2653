import type { SignedInOrNot } from '@tessera/core/identity/complete.server.ts';
import { paths } from '@tessera/paths/paths.ts';

/** Where signing in goes on: to the wanted page, or by the second step to it. */
export function afterSignIn({ secondStepId }: SignedInOrNot, next: string): string {
  return secondStepId === null ? next : paths.signInSecondStep({ id: secondStepId, next });
}

import { type AppLoadContext, data } from '@remix-run/node';
import { statusOf } from '@tessera/core/errors.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { messageOf } from '~/server/submit.server.ts';
import { forgetCarried } from './carried.server.ts';

/** The answer of a sign-in that ended without one: in words, with its status, and nothing under way any more. */
export async function troubleOf(thrown: unknown, { language }: AppLoadContext, next: string) {
  const refusal = domainErrorOf(thrown);
  if (!refusal) throw thrown;
  return data(
    { message: messageOf(language, refusal), next },
    { status: statusOf(refusal.code), headers: { 'Set-Cookie': await forgetCarried() } },
  );
}

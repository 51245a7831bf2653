import { redirectWithFlash } from './flash.server.ts';
import { domainErrorOf } from './refusal.server.ts';

/** Decides about an access and goes back to the list, which says how it went. */
export async function afterDecision(list: string, decide: () => Promise<void>) {
  try {
    await decide();
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code === 'second_person_needed' || code === 'transition_not_possible')
      return redirectWithFlash(list, `errors:${code}`, {}, 'warning');
    throw thrown;
  }
  return redirectWithFlash(list, 'privacy:accesses.decided');
}

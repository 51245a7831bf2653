import { AccessDecision } from '@tessera/core/privacy/schema.ts';
import { redirectWithFlash } from './flash.server.ts';
import { domainErrorOf, refuse } from './refusal.server.ts';
import { readForm } from './submit.server.ts';

const Decision = AccessDecision.shape.decision;

/** Decides about an access and goes back to the list, which says how it went. */
export async function decideAndGoBack(
  request: Request,
  list: string,
  decide: (decision: 'approve' | 'refuse') => Promise<void>,
) {
  const decision = Decision.safeParse((await readForm(request)).get('decision'));
  if (!decision.success) throw refuse('invalid');
  try {
    await decide(decision.data);
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code === 'second_person_needed' || code === 'transition_not_possible')
      return redirectWithFlash(list, `errors:${code}`, {}, 'warning');
    throw thrown;
  }
  return redirectWithFlash(list, 'privacy:accesses.decided');
}

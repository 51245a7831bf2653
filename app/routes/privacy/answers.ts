import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { ConsentAnswer } from '@tessera/core/consents/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';

export function loader() {
  return redirect(paths.accountPrivacy());
}

/** Keeps one's own answer to what a network asks. */
export async function action(args: ActionFunctionArgs) {
  return submit(args, ConsentAnswer, async (input) => {
    try {
      await api(args).consents.answer(input);
    } catch (thrown) {
      if (domainErrorOf(thrown)?.code !== 'wording_changed') throw thrown;
      return redirectWithFlash(paths.accountPrivacy(), 'privacy:mine.changed', {}, 'warning');
    }
    return redirectWithFlash(paths.accountPrivacy(), 'privacy:mine.answered');
  });
}

// A page, so that a refusal has one too.
export default function Answers() {
  return null;
}

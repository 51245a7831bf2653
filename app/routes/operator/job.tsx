import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader() {
  return redirect(paths.operator());
}

export async function action(args: ActionFunctionArgs) {
  const core = api(args);
  // Only an operator comes past this line.
  await core.operator.failedJobs();
  try {
    await core.operator.retryJob({ eventId: args.params.event ?? '' });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'not_found') throw thrown;
    return redirectWithFlash(paths.operator(), 'operator:gone', {}, 'warning');
  }
  return redirectWithFlash(paths.operator(), 'operator:retried');
}

// A page, so that a refusal has one too.
export default function Job() {
  return null;
}

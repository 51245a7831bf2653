import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { applicationParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, applicationId } = applicationParams(args);
  return redirect(paths.application(network, applicationId));
}

export async function action(args: ActionFunctionArgs) {
  const where = applicationParams(args);
  const back = paths.application(where.network, where.applicationId);
  try {
    await api(args).joining.review(where);
  } catch (thrown) {
    // Someone else was faster; the page behind shows how it is now.
    if (domainErrorOf(thrown)?.code !== 'state_changed') throw thrown;
    return redirectWithFlash(back, 'errors:state_changed', {}, 'danger');
  }
  return redirectWithFlash(back, 'joining:application.reviewed');
}

// A page, so that a refusal has one too.
export default function Review() {
  return null;
}

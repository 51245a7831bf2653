import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { readForm } from '~/server/submit.server.ts';

export function loader() {
  return redirect(paths.home());
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  await api(args).identity.signOut();
  const answer = await redirectWithFlash(safePath(form.get('next'), paths.home()), 'identity:signedOut');
  // What a door kept on this device is for whoever was signed in.
  answer.headers.set('Clear-Site-Data', '"storage"');
  return answer;
}

// A page, so that a refusal has one too.
export default function SignOut() {
  return null;
}

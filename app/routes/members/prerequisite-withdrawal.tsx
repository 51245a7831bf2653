import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { RecordId } from '@tessera/core/prerequisites/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.member(params.network ?? '', params.person ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const { network = '', person = '' } = args.params;
  const form = RecordId.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!form.success) throw refuse('not_found');
  await api(args).prerequisites.withdraw({ network, ...form.data });
  return redirectWithFlash(paths.member(network, person), 'people:record.withdrawn');
}

// A page, so that a refusal has one too.
export default function PrerequisiteWithdrawal() {
  return null;
}

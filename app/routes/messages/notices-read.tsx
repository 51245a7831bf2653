import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';

export function loader() {
  return redirect(paths.notices());
}

export async function action(args: ActionFunctionArgs) {
  await api(args).messages.readAllNotices();
  return redirectWithFlash(paths.notices(), 'messages:notices.allRead');
}

// A page, so that a refusal has one too.
export default function NoticesRead() {
  return null;
}

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { noticeLink } from '@tessera/core/messages/notice-link.ts';
import { paths } from '@tessera/paths/paths.ts';

import { api } from '~/server/api.server.ts';

export function loader() {
  return redirect(paths.notices());
}

export async function action(args: ActionFunctionArgs) {
  const notice = await api(args).messages.readNotice({ noticeId: args.params.notice ?? '' });
  return redirect(noticeLink(notice));
}

// A page, so that a refusal has one too.
export default function Notice() {
  return null;
}

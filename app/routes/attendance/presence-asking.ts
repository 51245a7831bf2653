import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId, sessionId } = halfDayParams(args);
  return redirect(paths.attendanceEvidence(network, trainingId, sessionId));
}

/** Asks those who take part online to say that they were there. */
export async function action(args: ActionFunctionArgs) {
  const where = halfDayParams(args);
  const back = paths.attendanceEvidence(where.network, where.trainingId, where.sessionId);
  try {
    const { asked } = await api(args).attendance.askPresence(where);
    return redirectWithFlash(back, 'attendance:presence.done', { number: asked });
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (!refusal?.code.startsWith('presence_')) throw thrown;
    return redirectWithFlash(back, `errors:${refusal.code}`, refusal.params, 'danger');
  }
}

// A page, so that a refusal has one too.
export default function PresenceAsking() {
  return null;
}

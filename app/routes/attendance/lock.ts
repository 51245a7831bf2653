import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { HalfDayId } from '@tessera/core/attendance/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.attendance(network, trainingId));
}

/** Verifies the list of a half-day and locks it. */
export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const form = await readForm(args.request);
  const { data } = HalfDayId.pick({ sessionId: true }).safeParse({ sessionId: form.get('sessionId') });
  if (!data) throw refuse('invalid');
  const back = paths.attendance(where.network, where.trainingId, { session: data.sessionId });
  try {
    const { isNew } = await api(args).attendance.lock({ ...where, ...data });
    return redirectWithFlash(back, isNew ? 'attendance:lock.done' : 'attendance:lock.before');
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (refusal?.code !== 'attendance_unmarked' && refusal?.code !== 'session_not_started') throw thrown;
    return redirectWithFlash(back, `errors:${refusal.code}`, refusal.params, 'danger');
  }
}

// A page, so that a refusal has one too.
export default function AttendanceLock() {
  return null;
}

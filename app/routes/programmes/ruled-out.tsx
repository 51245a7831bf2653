import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Choice = z.object({ mentorId: z.string(), step: z.enum(['rule_out', 'allow']) });

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.matchingOf(params.network ?? '', params.mentee ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  const form = Object.fromEntries(await readForm(args.request));
  const { mentorId, step } = Choice.catch({ mentorId: '', step: 'allow' }).parse(form);
  const call = api(args).mentoring;
  if (step === 'allow') await call.allowPair({ ...where, mentorId });
  else await call.ruleOut({ ...where, mentorId });
  const said = step === 'allow' ? 'programmes:matching.allowed' : 'programmes:matching.ruledOut';
  return redirectWithFlash(paths.matchingOf(where.network, where.menteeId), said);
}

// A page, so that a refusal has one too.
export default function RuledOut() {
  return null;
}

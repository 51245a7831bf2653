import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { AnswerFor } from '@tessera/core/mentoring/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { rightsInMentoring } from '~/components/programmes/rights.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Answer = AnswerFor.pick({ relationId: true }).extend({ answer: z.enum(['accept', 'decline']) });

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.mentee(params.network ?? '', params.mentee ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  const form = Object.fromEntries(await readForm(args.request));
  const { relationId, answer } = Answer.catch({ relationId: '', answer: 'accept' }).parse(form);
  const call = api(args).mentoring;
  try {
    if (answer === 'accept') await call.acceptFor({ ...where, relationId });
    else await call.declineFor({ ...where, relationId });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'mentor_without_role') throw thrown;
    // What the coordinator can do about it is nothing that an institution could do.
    const canGiveRole = (await rightsInMentoring(args)).includes('relation.move');
    const why = canGiveRole ? 'errors:mentor_without_role' : 'mentoring:answer.notNow';
    return redirectWithFlash(paths.mentee(where.network, where.menteeId), why, {}, 'warning');
  }
  const said = answer === 'accept' ? 'programmes:mentees.accepted' : 'programmes:mentees.declined';
  return redirectWithFlash(paths.mentee(where.network, where.menteeId), said);
}

// A page, so that a refusal has one too.
export default function MenteeAnswer() {
  return null;
}

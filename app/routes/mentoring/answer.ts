import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { AskId, MenteeAsk, MentorAsk } from '@tessera/core/mentoring/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Answer = z.enum(['accept', 'decline']);
const pages = { mentor: paths.mentoringMine, mentee: paths.mentoringMe } as const;

export async function loader(args: LoaderFunctionArgs) {
  return redirect(paths.mentoringMine(relationParams(args).network));
}

/** Accepts or declines a proposal, or asks the coordinator for something first and takes that back. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const call = api(args).mentoring;
  const form = await readForm(args.request);
  const as = form.get('as') === 'mentee' ? 'mentee' : 'mentor';
  const page = pages[as](where.network);
  const ask = form.get('ask');
  const takeBack = form.get('takeBack');
  try {
    if (takeBack !== null) {
      const askId = AskId.shape.askId.safeParse(takeBack);
      if (!askId.success) throw refuse('invalid');
      const isAnswered = form.has('answered');
      await call.takeBackAsk({ network: where.network, askId: askId.data, isAnswered });
      return redirectWithFlash(page, 'mentoring:asks.tookBack');
    }
    if (ask !== null) {
      const Ask = (as === 'mentor' ? MentorAsk : MenteeAsk).shape.what;
      const what = Ask.safeParse(ask);
      if (!what.success) throw refuse('invalid');
      if (as === 'mentor') await call.askAsMentor({ ...where, what: MentorAsk.shape.what.parse(what.data) });
      else await call.askAsMentee({ ...where, what: MenteeAsk.shape.what.parse(what.data) });
      return redirectWithFlash(page, 'mentoring:asks.sent');
    }
    const answer = Answer.safeParse(form.get('answer'));
    if (!answer.success) throw refuse('invalid');
    if (answer.data === 'accept') {
      await call.accept(where);
      return redirectWithFlash(page, 'mentoring:answer.accepted');
    }
    await call.decline(where);
    return redirectWithFlash(page, 'mentoring:answer.declined', {}, 'info');
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    // What the coordinator can do about it is nothing that those who are asked could do.
    if (refusal?.code === 'mentor_without_role')
      return redirectWithFlash(page, 'mentoring:answer.notNow', {}, 'warning');
    const known = foreseen.find((code) => code === refusal?.code);
    if (!known) throw thrown;
    return redirectWithFlash(page, `errors:${known}`, refusal?.params, 'warning');
  }
}

const foreseen = [
  'state_changed',
  'mentor_full',
  'mentor_not_ready',
  'prerequisite_missing',
  'prerequisite_lapsed',
  'transition_not_possible',
  'relation_ended',
] as const;

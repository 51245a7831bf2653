import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { StoryConsentFor } from '@tessera/core/initiatives/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

/** Without somebody else it is one's own answer. */
const Answer = StoryConsentFor.pick({ answer: true, how: true }).extend({
  version: z.coerce.number().int().min(1),
  menteeId: z.uuid().optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const { network, initiativeId } = initiativeParams(args);
  return redirect(paths.initiative(network, initiativeId));
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  const back = `${paths.initiative(where.network, where.initiativeId)}#story`;
  return submitAlone(args, Answer, async ({ menteeId, how, ...answer }) => {
    try {
      if (menteeId) await api(args).initiatives.answerStoryFor({ ...where, ...answer, menteeId, how });
      else await api(args).initiatives.answerStory({ ...where, ...answer });
    } catch (thrown) {
      // The story was written anew while it was read; the page behind shows it.
      if (domainErrorOf(thrown)?.code !== 'wording_changed') throw thrown;
      return redirectWithFlash(back, 'errors:wording_changed', {}, 'danger');
    }
    return redirectWithFlash(back, `initiatives:answered.${answer.answer}`);
  });
}

// A page, so that a refusal has one too.
export default function Consents() {
  return null;
}

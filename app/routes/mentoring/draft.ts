import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Draft } from '@tessera/core/mentoring/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Kept = Draft.omit({ relationId: true });

export async function loader(args: LoaderFunctionArgs) {
  const { network, relationId } = relationParams(args);
  return redirect(paths.sessionLog(network, relationId));
}

/** Keeps what somebody is writing, or throws it away; answers with data where it is kept. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const form = await readForm(args.request);
  if (form.get('discard')) {
    await api(args).mentoring.discardDraft(where);
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:log.discarded');
  }
  const kept = Kept.safeParse({ version: Number(form.get('version')), body: form.get('body') });
  if (!kept.success) throw refuse('invalid');
  try {
    return Response.json(await api(args).mentoring.saveDraft({ ...where, ...kept.data }));
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code === 'relation_ended') return Response.json({ state: 'ended' });
    if (code === 'relation_not_running') return Response.json({ state: 'refused' });
    throw thrown;
  }
}

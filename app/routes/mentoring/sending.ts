import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { SessionLog } from '@tessera/core/mentoring/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, relationId } = relationParams(args);
  return redirect(paths.sessionLog(network, relationId));
}

/** Takes an entry that a phone sends; answers with data and no page. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const answer = await submit(args, SessionLog.omit({ relationId: true }), async (entry) => {
    try {
      await api(args).mentoring.logSession({ ...where, ...entry });
    } catch (thrown) {
      if (domainErrorOf(thrown)?.code === 'relation_ended') return Response.json({ state: 'ended' });
      throw thrown;
    }
    const page = paths.relation(where.network, where.relationId);
    const { headers } = await redirectWithFlash(page, 'mentoring:log.sent');
    return Response.json({ state: 'sent' }, { headers: { 'Set-Cookie': headers.get('Set-Cookie') ?? '' } });
  });
  return answer instanceof Response ? answer : Response.json({ state: 'refused' }, { status: 422 });
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { approvalParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, approvalId } = approvalParams(args);
  return redirect(paths.mentoringApproval(network, approvalId));
}

/** Takes back what one asked the coordinators to approve, or puts away what was sent back. */
export async function action(args: ActionFunctionArgs) {
  const where = approvalParams(args);
  const isAnswered = (await readForm(args.request)).has('answered');
  try {
    const { relationId } = await api(args).mentoring.takeBackApproval({ ...where, isAnswered });
    return redirectWithFlash(paths.relation(where.network, relationId), 'mentoring:asks.tookBack');
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'state_changed') throw thrown;
    const page = paths.mentoringApproval(where.network, where.approvalId);
    return redirectWithFlash(page, 'errors:state_changed', {}, 'warning');
  }
}

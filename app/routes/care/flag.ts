import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { FlagWord } from '@tessera/core/care/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { flagParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  return redirect(paths.care(flagParams(args).network));
}

export async function action(args: ActionFunctionArgs) {
  const where = flagParams(args);
  return submitAlone(args, FlagWord.pick({ answer: true }), async ({ answer }) => {
    await api(args).care.answer({ ...where, answer });
    return redirectWithFlash(paths.care(where.network), 'care:flags.answered');
  });
}

// A page, so that a refusal has one too.
export default function Flag() {
  return null;
}

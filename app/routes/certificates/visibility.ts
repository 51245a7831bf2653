import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { certificateParams } from '~/server/params.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  return redirect(paths.myCertificates(certificateParams(args).network));
}

/** Switches whether the check page of one's own certificate shows the name. */
export async function action(args: ActionFunctionArgs) {
  const where = certificateParams(args);
  const isShown = (await readForm(args.request)).get('name') === 'shown';
  await api(args).certificates.showName({ ...where, isShown });
  return redirectWithFlash(
    paths.myCertificates(where.network),
    isShown ? 'certificates:mine.shown' : 'certificates:mine.hidden',
  );
}

// A page, so that a refusal has one too.
export default function Visibility() {
  return null;
}

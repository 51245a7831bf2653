import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.mentoringProgrammes(params.network ?? ''));
}

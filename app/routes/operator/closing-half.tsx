import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '@tessera/paths/paths.ts';
import { HalfOfPassphrase } from '~/components/closing/half.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const address = args.params.network ?? '';
  const { closing } = await api(args).closing.operatorOne({ address });
  if (!closing.holdsHalf) throw refuse('not_found');
  return { address };
}

/** The half is in this one answer and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const address = args.params.network ?? '';
  try {
    const shown = await api(args).closing.showHalfAsOperator({ address });
    return data(shown, { headers: { 'Cache-Control': 'private, no-store' } });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'closing_half_shown') throw thrown;
    return redirectWithFlash(paths.operatorClosing(address), 'errors:closing_half_shown', {}, 'warning');
  }
}

export const handle: Handle = { title: (t) => t('closing:half.title') };

export default function OperatorHalf() {
  const { address } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  return <HalfOfPassphrase half={shown?.half} back={paths.operatorClosing(address)} />;
}

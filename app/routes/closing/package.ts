import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { fileStore } from '@tessera/core/files/store.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.closing(networkParams(args).network));
}

// No page: an answer of a page would be taken for its data, and this is a file.

/** The encrypted package, as a file that no link leads to. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  try {
    const { closing } = api(args);
    const { key, name, size } = await closing.download(where);
    const content = whole(fileStore().get(key), () => closing.arrived(where));
    return fileAnswer(content, { name, type: 'application/octet-stream', size });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'closing_no_package') throw thrown;
    return redirectWithFlash(paths.closing(where.network), 'errors:closing_no_package', {}, 'warning');
  }
}

/** Only what was sent to its last byte counts as fetched. */
async function* whole(content: AsyncIterable<Uint8Array>, end: () => Promise<void>) {
  yield* content;
  await end();
}

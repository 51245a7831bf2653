import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { subjectCopy } from '@tessera/documents/subject-copy.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader() {
  return redirect(paths.accountPrivacy());
}

// No page: an answer of a page would be taken for its data, and this is a file.

/** Everything stored about oneself, as a file that no link leads to. */
export async function action(args: ActionFunctionArgs) {
  const { actor, language } = args.context.core;
  try {
    const stored = await api(args).privacy.everything();
    const bytes = subjectCopy({ language, name: actor?.name ?? '', ...stored });
    return new Response(bytes, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="tessera-${stored.madeAt.toISOString().slice(0, 10)}.zip"`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (refusal?.code !== 'too_many_attempts') throw thrown;
    return redirectWithFlash(
      paths.accountPrivacy(),
      'errors:too_many_attempts',
      { ...refusal.params },
      'warning',
    );
  }
}

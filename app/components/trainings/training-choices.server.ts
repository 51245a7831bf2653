import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** What the form of a training offers to choose from in this network. */
export async function trainingChoices(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [shell, page, trainers] = await Promise.all([
    call.networks.shell(where),
    call.networks.page(where),
    call.members.trainers(where),
  ]);
  return {
    viewer: shell.viewer,
    /** Languages of the texts */
    textLanguages: shell.languages,
    /** Languages that a training can be held in */
    languages: [...new Set([...page.contentLanguages, ...shell.languages])],
    trainers,
  };
}

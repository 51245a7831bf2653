import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { sitemap } from '~/server/sitemap.server.ts';

/** The public pages of a network: its own, its institutions and its trainings. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { modules, institutions, trainings } = await apiForNobody(args).networks.addresses({ network });
  return sitemap(args.request, [
    { path: paths.network(network) },
    ...(modules.includes('directory') ? [{ path: paths.institutions(network) }] : []),
    ...(modules.includes('trainings')
      ? [{ path: paths.trainings(network) }, { path: paths.trainingsCalendar(network) }]
      : []),
    ...(modules.includes('mentoring') ? [{ path: paths.stories(network) }] : []),
    ...institutions.map((id) => ({ path: paths.institution(network, id) })),
    ...trainings.map(({ id, updatedAt }) => ({ path: paths.training(network, id), changedAt: updatedAt })),
  ]);
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, stories: await api(args).initiatives.stories(where) };
}

export const handle: Handle = { title: (t) => t('initiatives:stories.title') };

export default function Stories() {
  const { network, stories } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <>
      <PageHeader eyebrow={useNetwork()?.name} title={t('stories.title')} lead={t('stories.lead')} />
      {stories.length === 0 ? (
        <Empty title={t('stories.none')} />
      ) : (
        <ul className="grid gap-x-8 gap-y-10 sm:grid-cols-2">
          {stories.map(({ id, title, question, language, photo }) => (
            <li key={id} lang={language} dir="auto" className="border-t-2 border-ink pt-4">
              {photo && (
                <img
                  src={paths.storyPhoto(network, id, photo.id)}
                  alt={photo.words}
                  className="mb-4 aspect-[3/2] w-full rounded-tile object-cover"
                />
              )}
              <h2 className="text-lg font-bold">
                <Link to={paths.story(network, id)} className="link wrap-anywhere">
                  {title}
                </Link>
              </h2>
              {question && <p className="mt-1 text-muted wrap-anywhere">{question}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { StoryView } from '~/components/initiatives/story-view.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = initiativeParams(args);
  return { network: where.network, story: await api(args).initiatives.story(where) };
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.story.title };

export default function Story() {
  const { network, story } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  const { id, title, question, language, teamSize, reached } = story;
  return (
    <>
      <Breadcrumbs
        label={t('stories.title')}
        ways={[{ to: paths.stories(network), label: t('stories.title') }]}
      />
      <PageHeader
        eyebrow={t('stories.one')}
        title={
          <span lang={language} dir="auto">
            {title}
          </span>
        }
        lead={
          question && (
            <span lang={language} dir="auto">
              {question}
            </span>
          )
        }
      />
      <StoryView network={network} initiativeId={id} story={story} />
      <p className="mt-8 text-sm text-muted">
        {t('stories.teamSize', { number: format.number(teamSize) })}
        {reached !== null && ` · ${t('stories.reached', { number: format.number(reached) })}`}
      </p>
    </>
  );
}

import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MentorFilter } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** Leads mentors to what they offer themselves; for those who are not entered yet it says who does that. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { personId } = args.context.core.actor ?? {};
  const known = await api(args).mentoring.mentors({ network, ...MentorFilter.parse({}) });
  const own = known.find((mentor) => mentor.personId === personId);
  if (own) throw redirect(paths.mentor(network, own.id));
  return { network };
}

export const handle: Handle = { title: (t) => t('mentoring:mine.profile') };

export default function OwnProfile() {
  const { network } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  return (
    <>
      <PageHeader title={t('mine.profile')} />
      <Empty
        title={t('mine.noProfile')}
        action={<LinkButton to={paths.mentoringMine(network)}>{t('mine.title')}</LinkButton>}
      >
        {t('mine.noProfileText')}
      </Empty>
    </>
  );
}

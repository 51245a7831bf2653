import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { BesideMentoring } from '~/components/mentoring/beside.tsx';
import { ProposalToMentor } from '~/components/mentoring/proposal.tsx';
import { RelationCard } from '~/components/mentoring/relation-card.tsx';
import { useKeptForms } from '~/components/mentoring/use-kept-forms.ts';
import { WaitingEntries } from '~/components/mentoring/waiting-entries.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { NextSupervision } from '~/components/supervision/next-supervision.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const caller = api(args);
  const [relations, supervision] = await Promise.all([
    caller.mentoring.myMentees(where),
    caller.supervision.next(where),
  ]);
  return { ...where, personId: args.context.core.actor?.personId ?? '', relations, supervision };
}

export const handle: Handle = { title: (t) => t('mentoring:mine.title') };

export default function MyMentees() {
  const { network, personId, relations, supervision } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const running = relations.filter(({ canLog }) => canLog);
  const isKept = useKeptForms(
    personId,
    paths.mentoringMine(network),
    running.map(({ relationId }) => paths.sessionLog(network, relationId)),
  );
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        lead={relations.length > 1 ? t('mine.lead') : undefined}
        actions={
          <>
            <BesideMentoring network={network} />
            <LinkButton to={paths.ownMentorProfile(network)}>{t('mine.profile')}</LinkButton>
          </>
        }
      />
      <NextSupervision network={network} next={supervision} />
      <WaitingEntries personId={personId} />
      {relations.length === 0 ? (
        <Empty title={t('mine.empty')}>{t('mine.emptyText')}</Empty>
      ) : (
        <ul className="grid gap-6 lg:grid-cols-2">
          {relations.map((relation) => (
            <li key={relation.relationId}>
              {relation.state === 'proposed' ? (
                <ProposalToMentor network={network} relation={relation} />
              ) : (
                <RelationCard network={network} relation={relation} />
              )}
            </li>
          ))}
        </ul>
      )}
      {isKept && <p className="mt-10 max-w-[46rem] text-sm text-muted">{t('mine.offline')}</p>}
    </>
  );
}

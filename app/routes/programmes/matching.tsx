import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  isFree,
  type MenteeState,
  type ProgrammeState,
  takesRelations,
} from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MentoringTabs } from '~/components/programmes/mentoring-tabs.tsx';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MenteeStateBadge } from '~/components/programmes/state-badges.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  await requireRight(args, 'relation.propose');
  const call = api(args).mentoring;
  const [programmes, mentees] = await Promise.all([call.programmes(where), call.mentees(where)]);
  const waiting = mentees.filter(({ state, relation }) => isFree(state as MenteeState) && !relation);
  return {
    ...where,
    programmes: programmes
      .filter(({ state }) => takesRelations(state as ProgrammeState))
      .map(({ id, title }) => ({
        id,
        title,
        mentees: waiting.filter(({ programmeId }) => programmeId === id),
      })),
  };
}

export const handle: Handle = { title: (t) => t('programmes:matching.title') };

export default function Matching() {
  const { network, programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const format = useFormats();
  return (
    <>
      <PageHeader title={t('matching.title')} lead={t('matching.lead')} />
      <MentoringTabs network={network} current="matching" />
      {programmes.length === 0 && (
        <Empty
          title={t('matching.noProgramme')}
          action={<LinkButton to={paths.mentoringProgrammes(network)}>{t('programmes.title')}</LinkButton>}
        >
          {t('matching.noProgrammeText')}
        </Empty>
      )}
      {programmes.map(({ id, title, mentees }) => (
        <Section
          key={id}
          id={`programme-${id}`}
          title={<span translate="no">{title}</span>}
          lead={t('matching.waiting', { count: mentees.length })}
          layout="full"
          actions={
            mentees.length > 1 && (
              <LinkButton
                size="small"
                look="primary"
                to={paths.cohortMatching(network, id)}
                aria-label={`${t('matching.forAll')}: ${title}`}
              >
                {t('matching.forAll')}
              </LinkButton>
            )
          }
        >
          {mentees.length === 0 ? (
            <p className="text-muted">{t('matching.nobodyWaits')}</p>
          ) : (
            <Table
              caption={t('matching.waiting', { count: mentees.length })}
              isCaptionHidden
              rows={mentees}
              rowKey={(mentee) => mentee.id}
              columns={[
                {
                  key: 'alias',
                  header: t('mentees.alias'),
                  isName: true,
                  cell: (mentee) => (
                    <Link to={paths.mentee(network, mentee.id)} className="link" translate="no">
                      {mentee.alias}
                    </Link>
                  ),
                },
                {
                  key: 'state',
                  header: t('programmes.state'),
                  cell: ({ state }) => <MenteeStateBadge state={state} />,
                },
                {
                  key: 'languages',
                  header: t('wishes.languages'),
                  cell: ({ languages }) => format.list(languages.map((code) => format.language(code))),
                },
                {
                  key: 'find',
                  header: t('matching.title'),
                  isSteps: true,
                  cell: (mentee) => (
                    <LinkButton
                      size="small"
                      to={paths.matchingOf(network, mentee.id)}
                      aria-label={`${t('matching.find')}: ${mentee.alias}`}
                    >
                      {t('matching.find')}
                    </LinkButton>
                  ),
                },
              ]}
            />
          )}
        </Section>
      ))}
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { StartPanel } from '~/components/founding/start-panel.tsx';
import { Belonging } from '~/components/networks/belonging.tsx';
import { Budget } from '~/components/networks/budget.tsx';
import { Figures } from '~/components/networks/figures.tsx';
import { Funders } from '~/components/networks/funders.tsx';
import { Phases } from '~/components/networks/phases.tsx';
import { TakingPart } from '~/components/networks/taking-part.tsx';
import { useCan, useModule, useNetwork } from '~/components/shell/network.ts';
import { TrainingLine } from '~/components/training-line.tsx';
import { lineOf } from '~/components/trainings/line-of.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { breadcrumbData, organisationData, publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { networks, trainings: core } = api(args);
  const { modules, viewer, state, languages } = await networks.shell({ network });
  const [page, next, start] = await Promise.all([
    networks.page({ network }),
    modules.includes('trainings') ? core.next({ network }) : [],
    viewer?.isMember && viewer.can.includes('network.edit') ? networks.start({ network }) : null,
  ]);
  return {
    ...page,
    state,
    start,
    trainings: next.map(lineOf),
    head: headOf(args, page, { languages, modules }),
  };
}

type Page = Awaited<ReturnType<Caller['networks']['page']>>;

function headOf(
  args: LoaderFunctionArgs,
  { code, name, summary, parent, children, partners, phases }: Page,
  { languages, modules }: { languages: string[]; modules: readonly string[] },
) {
  const path = paths.network(code);
  const funders = new Map(phases.flatMap((phase) => phase.funders.map((funder) => [funder.name, funder])));
  return publicHead(args, {
    path,
    title: name,
    text: summary,
    languages,
    feeds:
      modules.includes('trainings') && modules.includes('calendar_feed')
        ? [
            { type: 'application/atom+xml', path: paths.feed(code), title: name },
            { type: 'text/calendar', path: paths.calendarFeed(code), title: name },
          ]
        : [],
    data: [
      organisationData(path, name, {
        description: summary,
        parentOrganization: parent && organisationData(paths.network(parent.code), parent.name),
        subOrganization: children.map((child) => organisationData(paths.network(child.code), child.name)),
        member: partners.map(({ id, name: partner }) =>
          organisationData(paths.institution(code, id), partner),
        ),
        funder: [...funders.values()].map((funder) => ({
          '@type': 'Organization',
          name: funder.name,
          ...(funder.url && { url: funder.url }),
        })),
      }),
      breadcrumbData(...(parent ? [{ name: parent.name, path: paths.network(parent.code) }] : []), {
        name,
        path,
      }),
    ],
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export default function Overview() {
  const network = useLoaderData<typeof loader>();
  const { code, name, summary, kind, phases, trainings, start, state } = network;
  const { t } = useTranslation(['networks', 'founding', 'closing']);
  const has = useModule();
  const shown = useNetwork();
  const viewer = shown?.viewer;
  const now = shown?.now ?? new Date();
  const canRegister = useCan()('registration.create');
  const budgets = phases.filter(({ budget }) => budget.length > 0);
  const inheritedFrom = phases.some(({ isInherited }) => isInherited) ? network.parent : null;
  return (
    <>
      <PageHeader
        eyebrow={t(`kinds.${kind as 'regional'}`)}
        title={name}
        lead={summary}
        actions={
          <>
            {has('trainings') && (
              <LinkButton to={paths.trainings(code)}>{t('overview.allTrainings')}</LinkButton>
            )}
            {has('cards') && network.hasCards && (
              <LinkButton to={paths.cards(code)}>{t('overview.cards')}</LinkButton>
            )}
            {has('mentoring') && network.stories > 0 && (
              <LinkButton to={paths.stories(code)}>{t('overview.stories')}</LinkButton>
            )}
          </>
        }
      />
      {state === 'suspended' && (
        <div className="mb-10">
          <Notice tone="warning" title={t('founding:start.suspended')}>
            {t('founding:start.suspendedText')}
          </Notice>
        </div>
      )}
      {state === 'closing' && (
        <div className="mb-10">
          <Notice tone="warning" title={t('closing:now.confirmed')}>
            {t('closing:now.confirmedText')}
          </Notice>
        </div>
      )}
      {start && <StartPanel network={code} start={start} />}
      <Figures network={network} now={now} />

      {has('trainings') && (
        <Section id="next" title={t('overview.next')} layout="full">
          {trainings.length > 0 ? (
            <ul>
              {trainings.map((training) => (
                <TrainingLine
                  key={training.id}
                  network={code}
                  training={training}
                  canRegister={canRegister}
                  heading="h3"
                />
              ))}
            </ul>
          ) : (
            <Empty
              title={t('overview.noTrainings')}
              action={<LinkButton to={paths.trainings(code)}>{t('overview.allTrainings')}</LinkButton>}
            >
              {t('overview.noTrainingsHint')}
            </Empty>
          )}
        </Section>
      )}

      <Section id="people" title={t('overview.people')}>
        <Belonging network={network} />
      </Section>

      {phases.length > 0 && (
        <Section
          id="phases"
          title={t('overview.phases')}
          lead={
            inheritedFrom ? (
              <Link to={paths.network(inheritedFrom.code)} className="link">
                {t('overview.inherited', { network: inheritedFrom.name })}
              </Link>
            ) : (
              t('overview.phasesLead')
            )
          }
        >
          <Phases phases={phases} now={now} />
        </Section>
      )}

      {budgets.length > 0 && (
        <Section id="budget" title={t('overview.budget')}>
          {budgets.map(({ id, title, budget }) => (
            <Budget key={id} phase={title} lines={budget} />
          ))}
        </Section>
      )}

      {!viewer?.isMember && (
        <TakingPart code={code} partners={network.partners} isSignedIn={viewer != null} />
      )}
      <Funders code={code} funders={phases.flatMap(({ funders }) => funders)} />
    </>
  );
}

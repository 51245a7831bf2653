import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { Budget } from '~/components/networks/budget.tsx';
import { Logo } from '~/components/networks/funders.tsx';
import { StageBadge, stageOf } from '~/components/networks/phases.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const [answer, page] = await Promise.all([api(args).phases.list(where), api(args).networks.page(where)]);
  const inheritedFrom = page.phases.some(({ isInherited }) => isInherited) ? page.parent?.name : null;
  return { ...where, ...answer, inheritedFrom: inheritedFrom ?? null };
}

export const handle: Handle = { title: (t) => t('phases:title') };

export default function Phases() {
  const { network, phases, mayEdit, inheritedFrom } = useLoaderData<typeof loader>();
  const { t } = useTranslation('phases');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayEdit && (
            <LinkButton to={paths.newPhase(network)} look="primary">
              {t('add')}
            </LinkButton>
          )
        }
      />
      <SettingsTabs />
      {phases.length === 0 && (
        <Empty title={t('empty')}>
          {inheritedFrom ? t('inherited', { network: inheritedFrom }) : mayEdit && t('emptyText')}
        </Empty>
      )}
      {phases.map((phase) => (
        <PhaseSection key={phase.id} network={network} phase={phase} mayEdit={mayEdit} />
      ))}
    </>
  );
}

type Phase = ReturnType<typeof useLoaderData<typeof loader>>['phases'][number];

function PhaseSection({ network, phase, mayEdit }: { network: string; phase: Phase; mayEdit: boolean }) {
  const { t } = useTranslation('phases');
  const format = useFormats();
  const now = useNetwork()?.now ?? new Date();
  const { id, title, note, funders, budget, difference, isPublic, reportingCycle, participantForm } = phase;
  const [startsOn, endsOn] = [new Date(phase.startsOn), new Date(phase.endsOn)];
  return (
    <Section
      id={`phase-${id}`}
      title={<span translate="no">{title}</span>}
      lead={isPublic ? t('shown') : t('hidden')}
      actions={
        mayEdit && (
          <LinkButton size="small" to={paths.phase(network, id)} aria-label={`${t('edit')}: ${title}`}>
            {t('edit')}
          </LinkButton>
        )
      }
    >
      <p className="mb-3">
        <StageBadge stage={stageOf({ startsOn, endsOn }, now)} />
      </p>
      <DefinitionList
        entries={[
          { term: t('startsOn'), value: format.date(startsOn, 'UTC') },
          { term: t('endsOn'), value: format.date(endsOn, 'UTC') },
          { term: t('cycle'), value: t(`cycles.${reportingCycle}`) },
          { term: t('form'), value: t(`forms.${participantForm}`) },
          { term: t('note'), value: note },
          {
            term: t('funders'),
            value: funders.length > 0 && (
              <ol translate="no">
                {funders.map(({ name, logoId }) => (
                  <li key={name}>{logoId ? <Logo code={network} logoId={logoId} name={name} /> : name}</li>
                ))}
              </ol>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
      {budget.length > 0 && (
        <div className="mt-6">
          <Budget phase={t('budget')} lines={budget} />
        </div>
      )}
      {difference !== null && difference !== 0 && (
        <div className="mt-4">
          <Notice
            tone="warning"
            title={t('difference', {
              amount: format.money({
                amountMinor: Math.abs(difference),
                currency: budget[0]?.currency ?? 'EUR',
              }),
            })}
          />
        </div>
      )}
    </Section>
  );
}

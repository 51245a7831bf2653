import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmeStates } from '@tessera/core/mentoring/rules.ts';
import { ProgrammeMove } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MoveForm } from '~/components/programmes/move-form.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { TextNote } from '~/components/translations/text-note.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Steps } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Prose, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Written } from '~/ui/written.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  return { network: where.network, programme: await api(args).mentoring.programme(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, ProgrammeMove.pick({ state: true }), async ({ state }) => {
    await api(args).mentoring.moveProgramme({ ...where, state });
    return redirectWithFlash(
      paths.mentoringProgramme(where.network, where.programmeId),
      'programmes:moveProgramme.done',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data?.programme.title ?? t('programmes:programmes.title'),
};

export default function Programme() {
  const { network, programme } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['programmes', 'care', 'plans', 'agreements']);
  const format = useFormats();
  const may = useCan();
  const { id, title, code, cohorts, texts } = programme;
  const text = texts.find((each) => each.language === language) ?? texts[0];
  const day = (value: string | null) => value && format.date(new Date(value), 'UTC');
  return (
    <>
      <MentoringWays network={network} above="programmes" />
      <PageHeader
        eyebrow={code}
        title={<span translate="no">{title}</span>}
        actions={
          may('programme.edit') && (
            <>
              <LinkButton to={paths.mentoringPlan(network, id)}>{t('plans:title')}</LinkButton>
              <LinkButton to={paths.mentoringModules(network, id)}>{t('plans:modules.title')}</LinkButton>
              <LinkButton to={paths.mentoringAgreements(network, id)}>{t('agreements:title')}</LinkButton>
              <LinkButton to={paths.editMentoringProgramme(network, id)}>{t('programmes.edit')}</LinkButton>
              {may('care.manage') && (
                <LinkButton to={paths.careThresholds(network, id)}>{t('care:thresholds.title')}</LinkButton>
              )}
            </>
          )
        }
      />
      <Standing />
      <Section id="settings" title={t('programmes.settings')}>
        {text?.summary && (
          <div className="mb-6">
            <Prose>
              <p lang={text.language} dir="auto" className="whitespace-pre-line">
                <Written text={text.summary} />
              </p>
            </Prose>
            <TextNote {...text} />
          </div>
        )}
        <DefinitionList
          entries={[
            { term: t('programmes.rhythm'), value: t('programmes.days', { count: programme.cadenceDays }) },
            { term: t('fields.durationMonths'), value: format.number(programme.durationMonths) },
            { term: t('fields.sessionMinutes'), value: format.number(programme.sessionMinutes) },
            { term: t('fields.maxMentees'), value: format.number(programme.maxMentees) },
            {
              term: t('fields.targetLeaders'),
              value: programme.targetLeaders && format.number(programme.targetLeaders),
            },
            { term: t('fields.planApproval'), value: programme.planApproval ? '✓' : null },
            { term: t('fields.startsOn'), value: day(programme.startsOn) },
            { term: t('fields.endsOn'), value: day(programme.endsOn) },
          ]}
        />
      </Section>
      <Section
        id="cohorts"
        title={t('cohorts.title')}
        lead={t('cohorts.lead')}
        actions={
          may('programme.edit') && (
            <LinkButton size="small" to={paths.mentoringCohorts(network, id)}>
              {t('cohorts.new')}
            </LinkButton>
          )
        }
      >
        {cohorts.length === 0 ? (
          <p className="text-muted">{t('cohorts.none')}</p>
        ) : (
          <Table
            caption={t('cohorts.title')}
            isCaptionHidden
            rows={cohorts}
            rowKey={(cohort) => cohort.id}
            columns={[
              {
                key: 'name',
                header: t('cohorts.name'),
                isName: true,
                cell: ({ name }) => <span translate="no">{name}</span>,
              },
              {
                key: 'place',
                header: t('cohorts.place'),
                cell: ({ place }) => <span translate="no">{place}</span>,
              },
              { key: 'startsOn', header: t('cohorts.startsOn'), cell: ({ startsOn }) => day(startsOn) },
              {
                key: 'mentees',
                header: t('cohorts.members'),
                isNumber: true,
                cell: ({ mentees }) => format.number(mentees),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}

// Where the programme is on its way, what it may do next, and what is still missing for it.
function Standing() {
  const { programme } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const may = useCan();
  const { state, next, livingRelations, matchableMentors, freeMentees } = programme;
  const at = programmeStates.indexOf(state);
  const isHeld = next.includes('closed') && livingRelations > 0;
  const shown = next.filter((each) => each !== 'closed' || !isHeld);
  const missing = [
    matchableMentors === 0 && t('moveProgramme.noMentor'),
    freeMentees === 0 && t('moveProgramme.noMentee'),
  ].filter(Boolean);
  return (
    <Section id="standing" title={t('moveProgramme.title')} lead={t(`moveProgramme.says.${state}`)}>
      <Steps
        label={t('moveProgramme.title')}
        steps={programmeStates.map((each, index) => ({
          label: t(`programmeStates.${each}`),
          state: index < at ? 'done' : index === at ? 'current' : 'ahead',
        }))}
      />
      <div className="mt-6 space-y-6" data-print="no">
        {isHeld && (
          <Notice tone="warning" title={t('moveProgramme.livingTitle', { count: livingRelations })}>
            {t('moveProgramme.livingText')}
          </Notice>
        )}
        {(state === 'matching' || next.includes('matching')) && missing.length > 0 && (
          <Notice title={t('moveProgramme.nobodyTitle')}>{missing.join(' ')}</Notice>
        )}
        {may('programme.move') && next.length === 0 && (
          <p className="text-muted">{t('moveProgramme.none')}</p>
        )}
        {may('programme.move') && shown.length > 0 && (
          <MoveForm
            moves={shown.map((each) => ({
              state: each,
              label: t(`moveProgramme.to.${each}`),
              says: t(`moveProgramme.says.${each}`),
              look: each === 'closed' ? 'danger' : programmeStates.indexOf(each) > at ? 'primary' : 'quiet',
            }))}
          />
        )}
      </div>
    </Section>
  );
}

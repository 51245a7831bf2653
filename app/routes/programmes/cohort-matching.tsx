import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { fullScore } from '@tessera/core/mentoring/matching.ts';
import { CohortChoice } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { ReasonList } from '~/components/programmes/reasons.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Stat, Stats } from '~/ui/meter.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

const Plan = z.object({
  shape: z.enum(['groups', 'pairs']),
  pairs: z.array(z.object({ menteeId: z.uuid(), mentorId: z.uuid().or(z.literal('')).default('') })).max(500),
});

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const asked = new URL(args.request.url).searchParams.get('cohortId');
  const cohortId = CohortChoice.shape.cohortId.catch(null).parse(asked);
  const call = api(args).mentoring;
  const [plan, programme] = await Promise.all([
    call.planCohort({ ...where, cohortId }),
    call.programme(where),
  ]);
  return { ...where, cohortId, cohorts: programme.cohorts, ...plan };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, Plan, async ({ shape, pairs }) => {
    const chosen = pairs.filter(({ mentorId }) => mentorId !== '');
    if (chosen.length === 0)
      return redirectWithFlash(
        paths.cohortMatching(where.network, where.programmeId),
        'programmes:plan.nothingChosen',
        {},
        'warning',
      );
    const { relations } = await api(args).mentoring.proposePairs({
      ...where,
      pairs: chosen,
      areGroups: shape === 'groups',
    });
    return redirectWithFlash(paths.mentoring(where.network), 'programmes:plan.done', { count: relations });
  });
}

export const handle: Handle = { title: (t) => t('programmes:matching.forAll') };

export default function CohortMatching() {
  const { network, title, isOpen, cohortId, cohorts, mentors, mentees, maxMentees } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const state = useTesseraForm<{ shape: string }>({
    id: 'plan',
    labels: {
      shape: t('plan.shape'),
      'pairs[].mentorId': t('mentors.name'),
      mentorId: t('mentors.name'),
      menteeIds: t('mentees.alias'),
      role: t('mentors.lacksTitle'),
    },
  });
  const paired = mentees.filter(({ pair }) => pair !== null);
  const nameOf = (id: string) => {
    const mentor = mentors.find((each) => each.id === id);
    return mentor ? format.personName(mentor) : '';
  };
  const loads = mentors
    .map((mentor) => ({ ...mentor, given: paired.filter(({ pair }) => pair?.mentorId === mentor.id).length }))
    .filter(({ given }) => given > 0);
  const back = paths.matching(network);
  return (
    <>
      <MentoringWays network={network} above="matching" />
      <PageHeader
        eyebrow={<span translate="no">{title}</span>}
        title={t('matching.forAll')}
        lead={t('plan.lead')}
      />
      {cohorts.length > 0 && (
        <FilterBar label={t('cohorts.title')} submit={t('plan.show')}>
          <FilterChoice
            name="cohortId"
            label={t('cohorts.title')}
            value={cohortId ?? ''}
            any={t('common:all')}
            options={cohorts.map(({ id, name }) => [id, name])}
          />
        </FilterBar>
      )}
      {!isOpen && (
        <div className="mb-6">
          <Notice tone="warning" title={t('matching.notOpen')}>
            {t('matching.noProgrammeText')}
          </Notice>
        </div>
      )}
      {mentees.length === 0 ? (
        <Empty
          title={t('matching.nobodyWaits')}
          action={<LinkButton to={back}>{t('matching.title')}</LinkButton>}
        >
          {t('plan.nobodyText')}
        </Empty>
      ) : (
        <>
          <Stats>
            <Stat figure={format.number(paired.length)} label={t('plan.paired')} />
            <Stat figure={format.number(mentees.length - paired.length)} label={t('plan.unpaired')} />
            <Stat
              figure={format.number(
                paired.length === 0
                  ? 0
                  : paired.reduce((sum, { pair }) => sum + (pair?.score ?? 0), 0) / paired.length,
                0,
              )}
              label={t('plan.mean', { full: fullScore })}
            />
          </Stats>
          <Section id="plan" title={t('plan.title')} lead={t('plan.titleLead')} layout="full">
            <TesseraForm state={state}>
              <Table
                caption={t('plan.title')}
                isCaptionHidden
                rows={mentees.map((mentee, index) => ({ ...mentee, index }))}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'alias',
                    header: t('mentees.alias'),
                    isName: true,
                    cell: ({ id, alias }) => (
                      <Link to={paths.mentee(network, id)} className="link" translate="no">
                        {alias}
                      </Link>
                    ),
                  },
                  {
                    key: 'mentor',
                    header: t('plan.mentor'),
                    cell: ({ id, alias, index, pair, options }) => (
                      <>
                        <input type="hidden" name={`pairs[${index}].menteeId`} value={id} />
                        <select
                          name={`pairs[${index}].mentorId`}
                          defaultValue={pair?.mentorId ?? ''}
                          aria-label={t('plan.mentorFor', { alias })}
                          className="control min-w-48"
                        >
                          <option value="">{t('plan.noMentor')}</option>
                          {options.map(({ mentorId, score }) => (
                            <option key={mentorId} value={mentorId}>
                              {t('plan.option', { name: nameOf(mentorId), score })}
                            </option>
                          ))}
                        </select>
                      </>
                    ),
                  },
                  {
                    key: 'why',
                    header: t('plan.why'),
                    cell: ({ pair, unmatched }) =>
                      pair ? (
                        <ReasonList reasons={pair.reasons} />
                      ) : unmatched?.because === 'nobody_fits' ? (
                        <>
                          {t('plan.nobodyFits')}
                          <ul className="text-muted">
                            {unmatched.obstacles.map(({ code, mentors: count }) => (
                              <li key={code}>
                                {t('plan.kept', { reason: t(`plan.obstacles.${code}`), count })}
                              </li>
                            ))}
                          </ul>
                        </>
                      ) : (
                        t('plan.mentorsTaken')
                      ),
                  },
                ]}
              />
              <RadioField
                {...state.field('shape')}
                defaultValue={maxMentees > 1 ? 'groups' : 'pairs'}
                options={[
                  { value: 'groups', label: t('plan.groups'), hint: t('plan.groupsHint') },
                  { value: 'pairs', label: t('plan.pairs'), hint: t('plan.pairsHint') },
                ]}
              />
              <ButtonRow>
                {isOpen && (
                  <Button look="primary" isPending={state.isPending}>
                    {t('plan.confirm')}
                  </Button>
                )}
                <LinkButton to={back}>{t('common:cancel')}</LinkButton>
              </ButtonRow>
            </TesseraForm>
          </Section>
          <Section id="loads" title={t('plan.loads')} lead={t('plan.loadsLead')}>
            <Table
              caption={t('plan.loads')}
              isCaptionHidden
              rows={loads}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: t('mentors.name'), isName: true, cell: ({ id }) => nameOf(id) },
                {
                  key: 'held',
                  header: t('plan.heldBefore'),
                  isNumber: true,
                  cell: ({ held }) => format.number(held),
                },
                {
                  key: 'given',
                  header: t('plan.given'),
                  isNumber: true,
                  cell: ({ given }) => format.number(given),
                },
                {
                  key: 'room',
                  header: t('plan.roomAfter'),
                  isNumber: true,
                  cell: ({ room, given }) => format.number(Math.max(0, room - given)),
                },
              ]}
            />
          </Section>
        </>
      )}
    </>
  );
}

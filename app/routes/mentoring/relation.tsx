import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ApprovalBadge } from '~/components/mentoring/approval-badge.tsx';
import { BesideMentoring } from '~/components/mentoring/beside.tsx';
import { dropDraft } from '~/components/mentoring/device.ts';
import { GoalItem } from '~/components/mentoring/goal-item.tsx';
import { ProgressPicture } from '~/components/mentoring/progress-picture.tsx';
import { RiskBadge } from '~/components/mentoring/risk-badge.tsx';
import { SessionItem } from '~/components/mentoring/session-item.tsx';
import { Signers } from '~/components/mentoring/signers.tsx';
import { WaitingEntries } from '~/components/mentoring/waiting-entries.tsx';
import { useAliases, useDays } from '~/components/mentoring/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const before = new URL(args.request.url).searchParams.get('before') ?? '';
  const relation = await api(args).mentoring.relation({ ...where, before });
  return { ...where, before, personId: args.context.core.actor?.personId ?? '', relation };
}

export const handle: Handle = { title: (t) => t('mentoring:relation.title') };

type Relation = ReturnType<typeof useLoaderData<typeof loader>>['relation'];

export default function RelationPage() {
  const { network, relationId, personId, before, relation } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['mentoring', 'plans']);
  const aliases = useAliases();
  const isMentor = relation.as === 'mentor';
  const ways = isMentor
    ? { to: paths.mentoringMine(network), label: t('mine.title') }
    : { to: paths.mentoringMe(network), label: t('me.title') };
  return (
    <>
      <Breadcrumbs label={ways.label} ways={[ways]} />
      <PageHeader
        eyebrow={relation.programmeTitle}
        title={isMentor ? <bdi>{aliases(relation.mentees)}</bdi> : <PersonName {...relation} />}
        actions={
          relation.canWrite && (
            <>
              <LinkButton look="primary" reloadDocument to={paths.sessionLog(network, relationId)}>
                {t(relation.draft ? 'mine.goOn' : 'mine.log')}
              </LinkButton>
              {isMentor && (
                <LinkButton to={paths.newPlannedSession(network, relationId)}>
                  {t('relation.plan')}
                </LinkButton>
              )}
              <LinkButton to={paths.relationTasks(network, relationId)}>{t('plans:own.title')}</LinkButton>
            </>
          )
        }
      />
      <WaitingEntries personId={personId} />
      {isMentor && relation.needsContact && (
        <div className="mb-8">
          <Notice tone="warning" title={t('relation.attention')}>
            {t('relation.attentionText')}
          </Notice>
        </div>
      )}
      {relation.closureComment && (
        <div className="mb-8">
          <Notice tone="info" title={t('relation.closureBack')}>
            <span dir="auto">{relation.closureComment}</span>
          </Notice>
        </div>
      )}
      {relation.draft && <Discard network={network} relationId={relationId} personId={personId} />}
      <Planned network={network} relation={relation} />
      <Goals network={network} relation={relation} />
      <Sessions network={network} relation={relation} before={before} />
      {relation.earlier.length > 0 && <Earlier network={network} relation={relation} />}
      {relation.approval && <Approval network={network} relation={relation} />}
      {isMentor && relation.state !== 'proposed' && <Risk network={network} relation={relation} />}
      <About network={network} relation={relation} />
      <p className="mt-10 flex flex-wrap gap-3" data-print="no">
        <BesideMentoring network={network} about={relationId} />
      </p>
    </>
  );
}

function Discard({
  network,
  relationId,
  personId,
}: {
  network: string;
  relationId: string;
  personId: string;
}) {
  const { t } = useTranslation('mentoring');
  return (
    <Form
      method="post"
      action={paths.sessionDraft(network, relationId)}
      className="mb-8"
      onSubmit={() => void dropDraft(personId, relationId).catch(() => {})}
    >
      <Button size="small" name="discard" value="yes">
        {t('log.discard')}
      </Button>
    </Form>
  );
}

function Planned({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const days = useDays();
  const isMentor = relation.as === 'mentor';
  if (relation.planned.length === 0) return null;
  return (
    <Section id="planned" title={t('relation.planned')}>
      <ul className="max-w-[46rem]">
        {relation.planned.map(({ id, day, startsAt, menteeIds }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0"
          >
            <p>
              <span className="font-semibold">{days.day(day, startsAt)}</span>
              <Who relation={relation} menteeIds={menteeIds} />
            </p>
            {isMentor && relation.canWrite && (
              <div>
                <Form method="post" action={paths.plannedSession(network, relation.id, id)}>
                  <ButtonRow>
                    <LinkButton
                      size="small"
                      reloadDocument
                      to={paths.sessionLog(network, relation.id, { planned: id })}
                    >
                      {t('relation.wasHeld')} <span className="sr-only">{days.day(day)}</span>
                    </LinkButton>
                    <Button size="small" name="state" value="cancelled">
                      {t('relation.wasCancelled')} <span className="sr-only">{days.day(day)}</span>
                    </Button>
                    <Button size="small" name="state" value="missed">
                      {t('relation.wasMissed')} <span className="sr-only">{days.day(day)}</span>
                    </Button>
                  </ButtonRow>
                </Form>
                <details>
                  <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-4">
                    {t('relation.otherDay')} <span className="sr-only">{days.day(day)}</span>
                  </summary>
                  <Form
                    method="post"
                    action={paths.plannedSession(network, relation.id, id)}
                    className="flex flex-wrap items-end gap-3 pb-2"
                  >
                    <TextField
                      id={`day-${id}`}
                      name="day"
                      type="date"
                      label={t('relation.newDay')}
                      defaultValue={day}
                      required
                    />
                    <TextField
                      id={`time-${id}`}
                      name="startsAt"
                      type="time"
                      label={t('plan.time')}
                      defaultValue={startsAt ?? ''}
                      required={false}
                    />
                    <Button size="small">
                      {t('relation.moveDay')} <span className="sr-only">{days.day(day)}</span>
                    </Button>
                  </Form>
                </details>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function useWho(relation: Relation) {
  const aliases = useAliases();
  return (menteeIds: readonly string[]) => {
    const there = relation.mentees.filter(({ id }) => menteeIds.includes(id));
    return relation.mentees.length > 1 && there.length > 0 ? aliases(there) : null;
  };
}

function Who({ relation, menteeIds }: { relation: Relation; menteeIds: readonly string[] }) {
  const names = useWho(relation)(menteeIds);
  return names && <span className="block text-sm text-muted">{names}</span>;
}

function Goals({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const numbered = relation.goals.map((goal, index) => ({ ...goal, number: index + 1 }));
  const isGroup = relation.mentees.length > 1;
  const aliasOf = (menteeId: string) =>
    isGroup ? (relation.mentees.find(({ id }) => id === menteeId)?.alias ?? null) : null;
  return (
    <Section
      id="goals"
      title={t('relation.goals')}
      actions={
        relation.canWrite && (
          <LinkButton to={paths.newGoal(network, relation.id)}>{t('relation.newGoal')}</LinkButton>
        )
      }
    >
      {numbered.length === 0 ? (
        <Empty title={t('relation.noGoals')}>{t('relation.noGoalsText')}</Empty>
      ) : (
        <ul>
          {numbered.map((goal) => (
            <GoalItem key={goal.id} goal={goal} alias={aliasOf(goal.menteeId)} timeZone={relation.timeZone}>
              {relation.canWrite && (
                <span className="flex flex-wrap gap-2">
                  <LinkButton size="small" to={paths.goalReview(network, relation.id, goal.id)}>
                    {t('relation.review')} <span className="sr-only">{goal.text}</span>
                  </LinkButton>
                  <LinkButton size="small" to={paths.editGoal(network, relation.id, goal.id)}>
                    {t('goal.correct')} <span className="sr-only">{goal.text}</span>
                  </LinkButton>
                </span>
              )}
            </GoalItem>
          ))}
        </ul>
      )}
      <ProgressPicture goals={relation.goals} timeZone={relation.timeZone} />
    </Section>
  );
}

function Sessions({ network, relation, before }: { network: string; relation: Relation; before: string }) {
  const { t } = useTranslation('mentoring');
  const who = useWho(relation);
  const link = 'link inline-flex min-h-11 items-center';
  return (
    <Section id="sessions" title={t('relation.sessions')}>
      {relation.sessions.length === 0 ? (
        <Empty title={t('relation.noSessions')} />
      ) : (
        <ul>
          {relation.sessions.map((session) => (
            <SessionItem
              key={session.id}
              network={network}
              session={session}
              names={who(session.menteeIds)}
              timeZone={relation.timeZone}
              canWrite={relation.canWrite}
            />
          ))}
        </ul>
      )}
      <p className="mt-4 flex flex-wrap gap-x-6">
        {before && (
          <Link to={`${paths.relation(network, relation.id)}#sessions`} className={link}>
            {t('relation.newest')}
          </Link>
        )}
        {relation.olderThan && (
          <Link
            to={`${paths.relation(network, relation.id, { before: relation.olderThan })}#sessions`}
            className={link}
          >
            {t('relation.older')}
          </Link>
        )}
      </p>
    </Section>
  );
}

/** What a handover brought along: it is read, and no longer changed. */
function Earlier({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const who = useWho(relation);
  return (
    <Section id="earlier" title={t('relation.earlier')}>
      <ul>
        {relation.earlier.map((session) => (
          <SessionItem
            key={session.id}
            network={network}
            session={session}
            names={who(session.menteeIds)}
            timeZone={relation.timeZone}
            canWrite={false}
          />
        ))}
      </ul>
    </Section>
  );
}

function Approval({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const isMentor = relation.as === 'mentor';
  const link = 'link inline-flex min-h-11 items-center';
  return (
    <Section id="approval" title={t('approval.title')} lead={isMentor ? undefined : t('approval.mentee')}>
      <DefinitionList
        entries={(relation.approval ?? []).map(({ kind, canRequest, newest }) => ({
          term: t(`approval.kinds.${kind}`),
          value: (
            <>
              {newest === null ? (
                <p className="text-muted">{t(`approval.none.${kind}`)}</p>
              ) : (
                <p className="flex flex-wrap items-center gap-x-4">
                  <ApprovalBadge state={newest.state} />
                  <span className="text-sm text-muted">
                    {format.date(new Date(newest.decidedAt ?? newest.requestedAt), relation.timeZone)}
                  </span>
                  {isMentor && (
                    <Link to={paths.mentoringApproval(network, newest.id)} className={link}>
                      {t('approval.read')}
                    </Link>
                  )}
                </p>
              )}
              {newest?.isChanged && ['requested', 'approved'].includes(newest.state) && (
                <p className="text-sm">{t('approval.changed')}</p>
              )}
              {isMentor && canRequest && (
                <Link to={paths.relationApproval(network, relation.id, kind)} className={link}>
                  {t(`approval.request.${kind}`)}
                </Link>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}

function Risk({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const { risk, timeZone } = relation;
  return (
    <Section
      id="risk"
      title={t('risk.title')}
      actions={
        (relation.canWrite || risk) && (
          <LinkButton to={paths.relationRisk(network, relation.id)}>
            {t(relation.canWrite ? 'risk.set' : 'risk.changes')}
          </LinkButton>
        )
      }
    >
      {risk ? (
        <p className="flex flex-wrap items-center gap-x-4">
          <RiskBadge level={risk.level} />
          <span className="text-sm text-muted">
            {t('risk.since', { day: format.date(new Date(risk.setAt), timeZone) })}
          </span>
        </p>
      ) : (
        <p className="text-muted">{t('risk.none')}</p>
      )}
    </Section>
  );
}

function About({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation(['mentoring', 'agreements']);
  const days = useDays();
  const aliases = useAliases();
  const own = relation.signers.find(({ isOwn }) => isOwn);
  const isMissing = own?.isMissing === true;
  const limits = relation.mentees.filter(({ meetingLimits }) => meetingLimits);
  return (
    <Section id="about" title={t('relation.agreement')}>
      <DefinitionList
        entries={[
          { term: t('relation.state'), value: t(`states.relation.${relation.state}`) },
          { term: t('relation.mentor'), value: <PersonName {...relation} /> },
          { term: t('relation.mentees'), value: <bdi>{aliases(relation.mentees)}</bdi> },
          ...limits.map(({ alias, meetingLimits }) => ({
            term: t('relation.limits'),
            value: (
              <span dir="auto">
                {limits.length > 1 && `${alias}: `}
                {meetingLimits}
              </span>
            ),
          })),
          { term: t('relation.began'), value: relation.startedOn && days.day(relation.startedOn) },
          { term: t('relation.plannedEnd'), value: relation.plannedEnd && days.day(relation.plannedEnd) },
        ]}
      />
      <h3 className="mt-8 mb-3 font-bold">{t('agreements:parties')}</h3>
      <Signers
        network={network}
        relationId={relation.id}
        signers={relation.signers}
        mentor={<PersonName {...relation} />}
      />
      <LinkButton
        look={isMissing ? 'primary' : 'quiet'}
        className="mt-4"
        to={paths.relationAgreement(network, relation.id)}
      >
        {t(isMissing ? 'agreements:readAndSign' : 'agreements:read')}
      </LinkButton>
    </Section>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ApprovalKind, ApprovalState } from '@tessera/core/mentoring/approval-rules.ts';
import {
  type Ask,
  type AskOutcome,
  isLiving,
  isUnderWay,
  type RiskLevel,
} from '@tessera/core/mentoring/rules.ts';
import { RelationMove } from '@tessera/core/mentoring/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ApprovalBadge } from '~/components/mentoring/approval-badge.tsx';
import { AskBadge } from '~/components/mentoring/ask-badge.tsx';
import { RiskBadge } from '~/components/mentoring/risk-badge.tsx';
import { Signers } from '~/components/mentoring/signers.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { MenteeStateBadge, RelationStateBadge } from '~/components/programmes/state-badges.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  return { network: where.network, relation: await api(args).mentoring.standing(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, RelationMove.omit({ relationId: true }), async (input) => {
    await api(args).mentoring.moveRelation({ ...where, ...input });
    return redirectWithFlash(
      paths.relationCoordination(where.network, where.relationId),
      'programmes:relation.moved',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => (data ? formats('en').personName(data.relation) : t('programmes:title')),
};

export default function Relation() {
  const { network, relation } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'plans', 'mentoring', 'agreements']);
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { state, mentees, sessions, goals, predecessorId, successorId } = relation;
  const day = (value: string | null) => value && format.date(new Date(value), 'UTC');
  const moment = (value: Date | null) => value && format.date(new Date(value), zone);
  const total = (counts: readonly { state: string; count: number }[], wanted: string) =>
    format.number(counts.find((each) => each.state === wanted)?.count ?? 0);
  return (
    <>
      <MentoringWays network={network} above="board" />
      <PageHeader
        eyebrow={<span translate="no">{relation.programmeTitle}</span>}
        title={<PersonName {...relation} />}
        lead={t(relation.planApproval ? 'mentoring:approval.standingLead' : 'relation.lead')}
        actions={
          relation.startedOn &&
          isLiving(state) && (
            <LinkButton to={paths.relationTasks(network, relation.id)}>{t('plans:own.title')}</LinkButton>
          )
        }
      />
      <Section id="standing" title={t('programmes.state')}>
        <div className="space-y-6">
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <RelationStateBadge state={state} />
            {isLiving(state) && !relation.hasMentorNow && (
              <Badge tone="danger" shape="attention">
                {t('obstacles.mentor_without_role')}
              </Badge>
            )}
            {relation.risk?.level === 'high' && isLiving(state) && <RiskBadge level="high" />}
            {relation.needsContact && (
              <Badge tone="danger" shape="attention">
                {t('board.noContact')}
              </Badge>
            )}
          </p>
          {!isLiving(state) && <Notice title={t('relation.ended')}>{t('relation.endedText')}</Notice>}
          {relation.joinsId && (
            <Notice title={t('relation.joins')}>
              <Link to={paths.relationCoordination(network, relation.joinsId)} className="link">
                {t('relation.joinsGroup')}
              </Link>
            </Notice>
          )}
          {predecessorId && (
            <Notice title={t('relation.takenOver')}>
              <p>{relation.doNotesTravel ? t('relation.notesCame') : t('relation.notesStayed')}</p>
              <Link to={paths.relationCoordination(network, predecessorId)} className="link">
                {t('relation.before')}
              </Link>
            </Notice>
          )}
          {successorId && (
            <p>
              <Link to={paths.relationCoordination(network, successorId)} className="link">
                {t('relation.after')}
              </Link>
            </p>
          )}
          {relation.approvals.length > 0 && <Approvals />}
          {relation.planApproval &&
            relation.hasMentorNow &&
            isUnderWay(state) &&
            !relation.isClosingRequested && (
              <p className="max-w-[46rem] text-sm text-muted">{t('mentoring:approval.waitsForMentor')}</p>
            )}
          <Moves />
        </div>
      </Section>
      {relation.asks.length > 0 && (
        <Section id="asks" title={t('asks.title')} lead={t('asks.lead')}>
          <DefinitionList
            entries={relation.asks.map(({ id, what, answer, isMentor, alias, askedAt }) => ({
              term: isMentor ? t('asks.mentor') : (alias ?? t('asks.mentee')),
              value: (
                <>
                  {t(`mentoring:asks.${what as Ask}`)}
                  <span className="block text-sm text-muted">{moment(new Date(askedAt))}</span>
                  <span className="mt-1 flex flex-wrap items-center gap-x-4">
                    <AskBadge answer={answer as AskOutcome | null} />
                    <Link
                      to={paths.mentoringAsk(network, id)}
                      className="link inline-flex min-h-11 items-center"
                    >
                      {t(answer ? 'mentoring:asks.read' : 'mentoring:asks.answer')}
                    </Link>
                  </span>
                </>
              ),
            }))}
          />
        </Section>
      )}
      <Section id="mentees" title={t('mentees.title')} layout="full">
        <Table
          caption={t('mentees.title')}
          isCaptionHidden
          rows={mentees}
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
              key: 'state',
              header: t('programmes.state'),
              cell: (row) => <MenteeStateBadge state={row.state} />,
            },
            {
              key: 'answer',
              header: t('relation.answer'),
              cell: ({ hasAccepted, hasLogin }) =>
                hasAccepted
                  ? t('relation.accepted')
                  : hasLogin
                    ? t('relation.asked')
                    : t('relation.askedFor'),
            },
            {
              key: 'languages',
              header: t('wishes.languages'),
              cell: ({ languages, needsInterpreter }) => (
                <>
                  {format.list(languages.map((code) => format.language(code)))}
                  {needsInterpreter && (
                    <span className="block text-muted">{t('mentees.needsInterpreter')}</span>
                  )}
                </>
              ),
            },
            { key: 'left', header: t('relation.left'), cell: ({ leftOn }) => day(leftOn) || '–' },
          ]}
        />
      </Section>
      {state !== 'proposed' && (
        <Section id="signers" title={t('agreements:parties')}>
          <Signers
            network={network}
            relationId={relation.id}
            signers={relation.signers}
            mentor={<PersonName {...relation} />}
          />
          <p className="mt-4">
            <Link
              to={paths.relationAgreement(network, relation.id)}
              className="link inline-flex min-h-11 items-center"
            >
              {t('agreements:read')}
            </Link>
          </p>
        </Section>
      )}
      <Section id="days" title={t('relation.days')} lead={t('relation.daysLead')}>
        <DefinitionList
          entries={[
            { term: t('relation.proposedOn'), value: moment(relation.proposedAt) },
            {
              term: t('relation.mentorAccepted'),
              value: moment(relation.mentorAcceptedAt) ?? t('relation.asked'),
            },
            { term: t('cohorts.startsOn'), value: day(relation.startedOn) },
            { term: t('board.plannedEnd'), value: day(relation.plannedEnd) },
            { term: t('relation.endedOn'), value: moment(relation.endedAt) },
            {
              term: t('mentoring:risk.title'),
              value: relation.risk && (
                <span className="flex flex-wrap items-center gap-x-4">
                  <RiskBadge level={relation.risk.level as RiskLevel} />
                  {t('mentoring:risk.since', { day: moment(new Date(relation.risk.setAt)) ?? '' })}
                </span>
              ),
            },
            { term: t('board.lastContact'), value: day(relation.lastContact) },
            { term: t('board.hours'), value: format.number(relation.minutes / 60, 1) },
            { term: t('board.held'), value: total(sessions, 'held') },
            { term: t('sessionStates.missed'), value: total(sessions, 'missed') },
            { term: t('sessionStates.cancelled'), value: total(sessions, 'cancelled') },
            {
              term: t('figures.goals'),
              value: format.number(goals.reduce((sum, { count }) => sum + count, 0)),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Approvals() {
  const { network, relation } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <DefinitionList
      entries={relation.approvals.map(({ id, kind, state, requestedAt, decidedAt }) => ({
        term: t(`approval.kinds.${kind as ApprovalKind}`),
        value: (
          <span className="flex flex-wrap items-center gap-x-4">
            <ApprovalBadge state={state as ApprovalState} />
            <span className="text-sm text-muted">
              {format.date(new Date(decidedAt ?? requestedAt), zone)}
            </span>
            {/* What the mentor sent is read by nobody once they have lost the role. */}
            {relation.hasMentorNow && (
              <Link
                to={paths.mentoringApproval(network, id)}
                className="link inline-flex min-h-11 items-center"
              >
                {t('approval.read')}
              </Link>
            )}
          </span>
        ),
      }))}
    />
  );
}

const endings: readonly string[] = ['ended_early', 'rematched'];

// Where the relation may go next. What is written to an ending or a closure is sealed; no word of it is asked.
function Moves() {
  const { network, relation } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const form = useTesseraForm<{ state: string; reason: string; comment: string }>({
    id: 'move',
    labels: {
      comment: t('relation.comment'),
      reason: t('relation.reason'),
      role: t('mentors.lacksTitle'),
      state: t('programmes.state'),
    },
    hints: { comment: t('relation.commentHint'), reason: t('relation.reasonHint') },
    optional: ['reason', 'comment'],
  });
  const { state, next } = relation;
  const byAnswer = ['accepted_by_both', 'agreement_signed'];
  const steps = next.filter((each) => !endings.includes(each) && !byAnswer.includes(each));
  const isClosing = state === 'closing';
  if (next.length === 0) return null;
  return (
    <TesseraForm state={form}>
      {isClosing && steps.length > 0 && (
        <TextareaField {...form.field('comment')} rows={3} maxLength={1000} />
      )}
      {steps.length > 0 && (
        <ul className="max-w-[46rem] divide-y divide-rule border-y border-rule">
          {steps.map((each) => {
            const word = isClosing && each === 'active' ? 'sendBack' : each;
            return (
              <li key={each} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <p className="min-w-52 flex-1 text-sm text-muted">{t(`relation.says.${word as 'active'}`)}</p>
                <Button
                  name="state"
                  value={each}
                  look={each === 'completed' || each === 'active' ? 'primary' : 'quiet'}
                  isPending={form.isPending}
                >
                  {t(`relation.to.${word as 'active'}`)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {next.includes('rematched') && (
        <p>
          <LinkButton to={paths.relationHandover(network, relation.id)}>{t('relation.handOver')}</LinkButton>
        </p>
      )}
      {next.includes('ended_early') && (
        <details className="max-w-[46rem] border-y border-rule">
          <summary className="flex min-h-11 items-center gap-2 font-semibold text-danger before:w-3 before:content-['+'] in-open:before:content-['–']">
            {t('relation.to.ended_early')}
          </summary>
          <div className="space-y-5 pt-2 pb-6">
            <p className="text-sm text-muted">{t('relation.says.ended_early')}</p>
            <TextareaField {...form.field('reason')} rows={2} maxLength={1000} />
            <Button look="danger" name="state" value="ended_early" isPending={form.isPending}>
              {t('relation.endNow')}
            </Button>
          </div>
        </details>
      )}
    </TesseraForm>
  );
}

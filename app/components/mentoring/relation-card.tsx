import { Link } from '@remix-run/react';
import type { ApprovalKind } from '@tessera/core/mentoring/approval-rules.ts';
import {
  type GoalState,
  isActiveGoal,
  type RelationState,
  type RiskLevel,
} from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Pencil from 'lucide-react/icons/pencil';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { ApprovalBadge } from './approval-badge.tsx';
import { GoalSteps } from './goal-steps.tsx';
import { Asking } from './proposal.tsx';
import { RiskBadge } from './risk-badge.tsx';
import { useAliases, useDays } from './words.ts';

type Mentee = {
  id: string;
  alias: string;
  needsInterpreter: boolean;
  daysSince: number | null;
  openSteps: number;
  goals: { state: string; progress: number; dueOn: string | null }[];
};
type Relation = {
  relationId: string;
  state: RelationState;
  canLog: boolean;
  programmeTitle: string;
  hasDraft: boolean;
  nextPlanned: string | null;
  nextStartsAt: string | null;
  isUnwritten: boolean;
  wait: { days: number; overdue: number } | null;
  /** What the mentor asked the coordinator for, and what came of it. */
  ask: { id: string; what: string; answer: string | null } | null;
  risk: { level: string } | null;
  /** What was asked to be approved. */
  approvals: { kind: string; state: string }[];
  mentees: Mentee[];
};

/** One relation on its mentor's page: no text of it, and one tap to log. */
export function RelationCard({ network, relation }: { network: string; relation: Relation }) {
  const { t } = useTranslation('mentoring');
  const aliases = useAliases();
  const days = useDays();
  const { relationId, wait, nextPlanned, isUnwritten, mentees } = relation;
  const names = aliases(mentees);
  return (
    <article className="flex h-full flex-col border border-rule bg-raised p-5">
      <p className="text-sm text-muted">{relation.programmeTitle}</p>
      <h2 className="mt-1 text-xl font-bold">
        <Link to={paths.relation(network, relationId)} className="link">
          <bdi>{names}</bdi>
        </Link>
      </h2>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {wait && wait.overdue > 0 ? (
          <Badge shape="attention" tone="warning">
            {t('mine.overdue', { count: wait.overdue })}
          </Badge>
        ) : (
          <Badge shape={relation.state === 'active' ? 'open' : 'waiting'}>
            {t(`states.relation.${relation.state}`)}
          </Badge>
        )}
        {relation.risk && <RiskBadge level={relation.risk.level as RiskLevel} />}
        {relation.approvals.map(
          ({ kind, state }) =>
            (state === 'requested' || state === 'sent_back') && (
              <span key={kind} className="inline-flex flex-wrap gap-x-1">
                <span className="text-sm text-muted">{t(`approval.kinds.${kind as ApprovalKind}`)}:</span>
                <ApprovalBadge state={state} />
              </span>
            ),
        )}
        {isUnwritten && nextPlanned && (
          <Badge shape="attention" tone="warning">
            {t('mine.notWritten', { day: days.day(nextPlanned) })}
          </Badge>
        )}
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1">
        <dt className="text-sm text-muted">{t('mine.lastContact')}</dt>
        <dt className="text-sm text-muted">{t('mine.next')}</dt>
        <dd className="order-1">{days.ago(longestSince(mentees))}</dd>
        <dd className="order-1">
          {nextPlanned && !isUnwritten ? days.day(nextPlanned, relation.nextStartsAt) : t('mine.noNext')}
        </dd>
      </dl>
      <ul className="mt-4 space-y-3">
        {mentees.map((mentee) => (
          <MenteeLines key={mentee.id} mentee={mentee} isNamed={mentees.length > 1} />
        ))}
      </ul>
      {relation.ask && <Asking network={network} as="mentor" relationId={relationId} ask={relation.ask} />}
      <div className="mt-auto flex flex-wrap gap-3 pt-5">
        {relation.canLog && (
          <LinkButton
            look="primary"
            to={paths.sessionLog(network, relationId)}
            // A page of its own: a phone without network opens what it kept.
            reloadDocument
            icon={<Pencil aria-hidden className="size-5" />}
          >
            {t(relation.hasDraft ? 'mine.goOn' : 'mine.log')} <bdi className="sr-only">{names}</bdi>
          </LinkButton>
        )}
        <LinkButton to={paths.relation(network, relationId)}>
          {t('mine.open')} <bdi className="sr-only">{names}</bdi>
        </LinkButton>
      </div>
    </article>
  );
}

function MenteeLines({ mentee, isNamed }: { mentee: Mentee; isNamed: boolean }) {
  const { t } = useTranslation('mentoring');
  const active = mentee.goals.filter(({ state }) => isActiveGoal(state as GoalState));
  const notes = [
    mentee.needsInterpreter && t('mine.interpreter'),
    mentee.openSteps > 0 && t('mine.openSteps', { count: mentee.openSteps }),
  ].filter(Boolean);
  return (
    <li>
      {isNamed && (
        <p className="font-semibold">
          <bdi>{mentee.alias}</bdi>
        </p>
      )}
      {active.length === 0 ? (
        <p className="text-sm text-muted">{t('mine.noGoals')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {active.map(({ state, progress }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
            <li key={index} className="w-36 text-sm">
              <GoalSteps progress={progress} />
              {t('mine.goal', {
                number: index + 1,
                progress,
                state: t(`states.goal.${state as GoalState}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && <p className="mt-1 text-sm">{notes.join(' · ')}</p>}
    </li>
  );
}

// Of a group the one that lies furthest back.
function longestSince(mentees: readonly Mentee[]): number | null {
  const since = mentees.map(({ daysSince }) => daysSince);
  return since.reduce<number | null>(
    (longest, days) => (longest === null || days === null ? null : Math.max(longest, days)),
    0,
  );
}

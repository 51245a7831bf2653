import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  availability,
  genderPreferences,
  isEndOfMentee,
  isLiving,
  isUnderWay,
  type MenteeState,
  topics,
} from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { BesideMentoring } from '~/components/mentoring/beside.tsx';
import { GoalItem } from '~/components/mentoring/goal-item.tsx';
import { ProgressPicture } from '~/components/mentoring/progress-picture.tsx';
import { Answer, Asking } from '~/components/mentoring/proposal.tsx';
import { SessionItem } from '~/components/mentoring/session-item.tsx';
import { useSignedWords } from '~/components/mentoring/signers.tsx';
import { useDays } from '~/components/mentoring/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, own: await api(args).mentoring.myself(where) };
}

export const handle: Handle = { title: (t) => t('mentoring:me.title') };

type Own = ReturnType<typeof useLoaderData<typeof loader>>['own'];
type Profile = Own['profiles'][number];

export default function MyMentoring() {
  const { network, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  return (
    <>
      <PageHeader title={t('me.title')} lead={t('me.lead')} actions={<BesideMentoring network={network} />} />
      {own.profiles.length === 0 ? (
        <Empty title={t('me.none')}>{t('me.noneText')}</Empty>
      ) : (
        own.profiles.map((profile) => (
          <Programme key={profile.id} network={network} own={own} profile={profile} />
        ))
      )}
    </>
  );
}

function Programme({ network, own, profile }: { network: string; own: Own; profile: Profile }) {
  const { t } = useTranslation(['mentoring', 'agreements']);
  const days = useDays();
  const format = useFormats();
  const part = profile.relations.find(({ hasLeft }) => !hasLeft);
  const relation = own.relations.find(({ id, state }) => id === part?.id && isLiving(state));
  const ids = profile.relations.map(({ id }) => id);
  const goals = own.goals.filter(({ menteeId }) => menteeId === profile.id);
  const sessions = own.sessions.filter(({ relationId }) => ids.includes(relationId));
  const [next] = own.planned.filter(({ relationId }) => relationId === relation?.id);
  const canWrite = relation !== undefined && isUnderWay(relation.state);
  const signers = own.signers.filter(({ menteeId }) => menteeId === profile.id);
  const signer = signers.find(({ relationId }) => relationId === relation?.id);
  const isMissing = signer?.isMissing === true;
  return (
    <>
      <div className="mb-10 [&:not(:first-of-type)]:mt-16">
        <p className="text-sm text-muted">{profile.programmeTitle}</p>
        <h2 className="mt-1 text-xl font-bold">{t('me.alias', { alias: profile.alias })}</h2>
        <p className="mt-1 text-sm text-muted">{t('me.aliasText')}</p>
        <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
          <Badge shape={isEndOfMentee(profile.state as MenteeState) ? 'stopped' : 'open'}>
            {t(`states.mentee.${profile.state as MenteeState}`)}
          </Badge>
          {next && (
            <span>
              {t('mine.next')}: {days.day(next.day, next.startsAt)}
            </span>
          )}
        </p>
        {relation?.state === 'proposed' && part && (
          <article className="mt-6 max-w-[46rem] border-2 border-accent p-5">
            <h3 className="text-lg font-bold">{t('me.proposal')}</h3>
            <p className="mt-1">
              {t('relation.mentor')}: <PersonName {...relation} />
            </p>
            {relation.joins !== null && (
              <p className="mt-1">{t('me.proposalJoins', { number: format.number(relation.joins) })}</p>
            )}
            <Answer
              network={network}
              as="mentee"
              relationId={relation.id}
              hasAccepted={part.hasAccepted}
              ask={part.ask}
            >
              <PersonName {...relation} />
            </Answer>
          </article>
        )}
        {relation && isMissing && (
          <div className="mt-6">
            <Notice
              tone="warning"
              title={t('agreements:askTitle')}
              actions={
                <LinkButton look="primary" to={paths.relationAgreement(network, relation.id)}>
                  {t('agreements:readAndSign')}
                </LinkButton>
              }
            >
              {t('agreements:partiesLead')}
            </Notice>
          </div>
        )}
        {relation && relation.state !== 'proposed' && (
          <p className="mt-4">
            <LinkButton to={paths.relation(network, relation.id)}>
              {t('relation.mentor')}: <PersonName {...relation} />
            </LinkButton>
          </p>
        )}
      </div>
      <Section id={`goals-${profile.id}`} title={t('me.goals')}>
        {goals.length === 0 ? (
          <Empty title={t('relation.noGoals')} />
        ) : (
          <ul>
            {goals.map((goal, index) => (
              <GoalItem
                key={goal.id}
                goal={{ ...goal, number: index + 1 }}
                alias={null}
                timeZone={own.timeZone}
              />
            ))}
          </ul>
        )}
        <ProgressPicture goals={goals} timeZone={own.timeZone} />
      </Section>
      <Section id={`sessions-${profile.id}`} title={t('me.sessions')}>
        {sessions.length === 0 ? (
          <Empty title={t('relation.noSessions')} />
        ) : (
          <ul>
            {sessions.map((session) => (
              <SessionItem
                key={session.id}
                network={network}
                session={session}
                names={null}
                timeZone={own.timeZone}
                canWrite={canWrite && session.relationId === relation?.id}
              />
            ))}
          </ul>
        )}
      </Section>
      <Stored network={network} profile={profile} signers={signers} />
      <WhoSees
        profile={profile}
        relation={relation}
        sent={own.plansSent.filter(({ relationId }) => ids.includes(relationId))}
        timeZone={own.timeZone}
      />
      {relation && part && relation.state !== 'proposed' && (
        <Section id={`asks-${profile.id}`} title={t('asks.title')}>
          <Asking network={network} as="mentee" relationId={relation.id} ask={part.ask} />
        </Section>
      )}
      {!isEndOfMentee(profile.state as MenteeState) && (
        <Section id={`withdraw-${profile.id}`} title={t('me.withdraw')} lead={t('me.withdrawLead')}>
          <LinkButton look="danger" to={paths.mentoringWithdrawal(network, profile.id)}>
            {t('me.withdraw')}
          </LinkButton>
        </Section>
      )}
    </>
  );
}

function Stored({
  network,
  profile,
  signers,
}: {
  network: string;
  profile: Profile;
  signers: Own['signers'];
}) {
  const { t } = useTranslation(['mentoring', 'agreements']);
  const format = useFormats();
  const signed = useSignedWords();
  const times = useTimes();
  const preference = genderPreferences.find((each) => each === profile.genderPreference);
  return (
    <Section id={`stored-${profile.id}`} title={t('me.stored')}>
      <DefinitionList
        entries={[
          {
            term: t('me.languages'),
            value: format.list(profile.languages.map((tag) => format.language(tag))),
          },
          { term: t('me.place'), value: profile.place },
          {
            term: t('me.topics'),
            value: format.list(
              topics.filter((topic) => profile.topics.includes(topic)).map((topic) => t(`me.topic.${topic}`)),
            ),
          },
          { term: t('me.availability'), value: times(profile.availability).join(' · ') },
          { term: t('mine.interpreter'), value: profile.needsInterpreter ? '✓' : null },
          { term: t('me.preference'), value: preference && t(`me.preferences.${preference}`) },
          {
            term: t('me.limits'),
            value: profile.meetingLimits && <span dir="auto">{profile.meetingLimits}</span>,
          },
          ...signers
            .filter(({ signedOn }) => signedOn !== null)
            .map((signer) => ({ term: t('agreements:title'), value: signed(signer).join('. ') })),
        ]}
      />
      {!isEndOfMentee(profile.state as MenteeState) && (
        <p className="mt-4">
          <LinkButton to={paths.editMentee(network, profile.id)}>{t('me.correct')}</LinkButton>
        </p>
      )}
    </Section>
  );
}

// 5 January 2026 is a Monday.
const monday = Date.UTC(2026, 0, 5);
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function useTimes() {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  return (times: readonly string[]) =>
    availability
      .filter((time) => times.includes(time))
      .map((time) => {
        const [day = '', part = ''] = time.split('_');
        const name = format.weekdayName(new Date(monday + weekdays.indexOf(day) * 86_400_000), 'long');
        return `${name}, ${t(`me.partOfDay.${part as 'morning' | 'afternoon' | 'evening'}`)}`;
      });
}

function WhoSees({
  profile,
  relation,
  sent,
  timeZone,
}: {
  profile: Profile;
  relation: Own['relations'][number] | undefined;
  sent: Own['plansSent'];
  timeZone: string;
}) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  return (
    <Section id={`readers-${profile.id}`} title={t('me.whoSees')}>
      <ul className="max-w-[46rem] list-disc space-y-2 ps-5">
        <li>{relation ? t('me.mentorSees', { name: format.personName(relation) }) : t('me.nobodySees')}</li>
        <li>{t(profile.planApproval ? 'me.coordinatorSeesPlan' : 'me.coordinatorSees')}</li>
        {sent.map(({ id, requestedAt, state }) => (
          <li key={id}>
            {t('approval.meSent', {
              day: format.date(requestedAt, timeZone),
              state: t(`approval.states.${state}`),
            })}
          </li>
        ))}
        <li>{t('me.funderSees')}</li>
      </ul>
      <p className="mt-3">
        <Link to={paths.accountPrivacy()} className="link inline-flex min-h-11 items-center">
          {t('me.accesses')}
        </Link>
      </p>
    </Section>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isHeld, isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { SeatMeter } from '~/components/seat-meter.tsx';
import { NoRegistration } from '~/components/seats/no-registration.tsx';
import { useSeatRules } from '~/components/seats/quota-words.ts';
import {
  RegistrationFormFields,
  SelfRegistrationForm,
  type Ways,
} from '~/components/seats/registration-form.tsx';
import { allPlaces, RegistrationForm } from '~/components/seats/registration-schema.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Moment, When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { type Definition, DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { network } = where;
  const call = api(args);
  const [institutions, training, mine, quotas, sessionLimits, dates, support, { viewer }, asked] =
    await Promise.all([
      call.trainings.registrationInstitutions({ network }),
      call.trainings.page(where),
      call.seats.mine(where),
      call.seats.quotas(where),
      call.seats.sessions(where),
      call.seats.dates(where),
      call.support.period({ network }),
      call.networks.shell({ network }),
      call.questions.form(where),
    ]);
  const isOrganiser = viewer?.can.includes('registration.manage') ?? false;
  const seats = training.takesGuests
    ? (await call.exchange.away({ network }))
        .flatMap((each) => each.seats)
        .filter((seat) => seat.trainingId === training.id)
    : isOrganiser && training.isOwn
      ? (await call.trainings.manage(where)).seats
      : mine.seats;
  const holds = seats.filter(isHeld);
  return {
    network,
    training,
    quotas,
    sessionLimits,
    dates,
    isOrganiser,
    institutions: institutions.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      held: holds.filter((seat) => seat.institutionId === id).length,
    })),
    supportDays: support.days,
    asked,
    ownSeats: mine.seats.filter(isLiving),
    requestKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  const call = api(args);
  const asked = await call.questions.form({ network, trainingId });
  const Form = RegistrationForm.superRefine((typed, issues) => {
    for (const row of answering(typed)) refuseAnswers(asked, typed, issues, { row });
  });
  const send = async ({ places, more, answers, ...input }: z.output<typeof Form>) => {
    const rows = answering({ places, more, ...input });
    const named = places.map((place, row) =>
      rows.includes(row) ? { ...place, answers: answersIn(asked, answers, row) } : place,
    );
    const { isOwn } = await call.trainings.page({ network, trainingId });
    const answer = await call[isOwn ? 'seats' : 'exchange'].register({
      network,
      trainingId,
      ...input,
      places: allPlaces({ places: named, more }),
    });
    const { confirmed, elsewhere } = answer;
    const waiting = answer.waiting - elsewhere;
    const key = outcomeOf(answer);
    const tone = confirmed + elsewhere > 0 ? 'success' : 'info';
    if (!isOwn) {
      const hosts = await call.exchange.away({ network });
      const params = {
        confirmed,
        waiting,
        position: positionOf(
          hosts.flatMap(({ seats }) => seats),
          answer,
        ),
      };
      return redirectWithFlash(paths.away(network), key, params, tone);
    }
    const [{ seats }, { viewer }] = await Promise.all([
      call.seats.mine({ network, trainingId }),
      call.networks.shell({ network }),
    ]);
    const isOrganiser = viewer?.can.includes('registration.manage');
    return redirectWithFlash(
      isOrganiser ? paths.manage(network, trainingId) : paths.myRegistrations(network),
      key,
      { confirmed, elsewhere, waiting, position: positionOf(seats, answer) },
      tone,
    );
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

// Whoever is named answers, and whoever registers alone, whose form asks for no institution and no name.
function answering({
  places,
  more,
  institutionId,
}: Pick<z.output<typeof RegistrationForm>, 'places' | 'more' | 'institutionId'>): number[] {
  const isAlone = institutionId === null && places.length === 1 && more === 0;
  return places.flatMap(({ familyName }, row) => (familyName !== null || isAlone ? [row] : []));
}

type Answer = { confirmed: number; waiting: number; elsewhere: number; undecided: number };

function outcomeOf({ confirmed, waiting, elsewhere, undecided }: Answer) {
  if (undecided > 0) return 'registering:approvals.doneUndecided';
  if (elsewhere > 0) return 'seats:register.doneElsewhere';
  if (waiting === 0) return 'seats:register.doneConfirmed';
  return confirmed === 0 ? 'seats:register.doneWaiting' : 'seats:register.doneMixed';
}

function positionOf(
  seats: readonly { registrationId: string; position: number | null }[],
  { registrationId }: { registrationId: string },
): number | '' {
  const positions = seats.flatMap((seat) =>
    seat.registrationId === registrationId && seat.position !== null ? [seat.position] : [],
  );
  return positions.length > 0 ? Math.min(...positions) : '';
}

export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) =>
    data &&
    `${t(data.institutions.length > 0 ? 'seats:register.title' : 'seats:register.titleSelf')}: ${data.training.title}`,
};

export default function RegistrationPage() {
  const {
    network,
    training,
    quotas,
    sessionLimits,
    dates,
    isOrganiser,
    institutions,
    ownSeats,
    requestKey,
    supportDays,
    asked,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'registering', 'exchange']);
  const isSelf = institutions.length === 0;
  const isLate = training.window === 'closed' || training.window === 'not_yet';
  const isMyWay = isOrganiser || training.registrationWays.includes(isSelf ? 'person' : 'institution');
  const isGuest = training.takesGuests && !isSelf;
  const isOpen = isGuest
    ? training.window === 'open' && isMyWay
    : training.isOwn && ((training.window === 'open' && isMyWay) || (isOrganiser && isLate));
  const ownSeat = isSelf ? ownSeats[0] : undefined;
  const { free, waitingCount, quotaPerInstitution, quotaReleaseAt, partyRule, now } = training;
  const facts = {
    free,
    waitingCount,
    quotaPerInstitution,
    quotaReleaseAt,
    quotas,
    sessionLimits,
    partyRule,
    now,
  };
  const halfDays = training.choosesHalfDays
    ? training.sessions.map((session) => ({
        ...session,
        timeZone: training.timeZone,
        limit: sessionLimits.find(({ id }) => id === session.id) ?? null,
      }))
    : [];
  const ways: Ways = {
    modes: training.mode === 'hybrid' ? ['onsite', 'online'] : [],
    languages: training.languages.length > 1 ? training.languages : [],
  };
  return (
    <>
      <TrainingWays training={training} />
      <PageHeader
        eyebrow={training.title}
        title={t(isSelf ? 'register.titleSelf' : 'register.title')}
        lead={isOpen && !ownSeat && t(isSelf ? 'register.leadSelf' : 'register.lead')}
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      {!isOpen &&
        (training.window === 'open' && training.isOwn ? (
          <Notice tone="warning" title={t('registering:ways.notYours')}>
            {t('registering:ways.notYoursText')}
          </Notice>
        ) : (
          <NoRegistration network={network} training={training} />
        ))}
      {isOpen && ownSeat && (
        <Notice
          title={t('register.already')}
          actions={<LinkButton to={paths.myRegistrations(network)}>{t('register.seeSeat')}</LinkButton>}
        >
          <SeatStateBadge state={ownSeat.state} />
        </Notice>
      )}
      {isOpen && !ownSeat && (
        <>
          <Section id="facts" title={t('register.facts')}>
            <div className="mb-5">
              <SeatMeter {...training} />
            </div>
            <Facts />
          </Section>
          <Section id="form" title={t(isSelf ? 'register.titleSelf' : 'register.title')}>
            {isGuest && (
              <div className="mb-6">
                <Notice title={t('exchange:register.lead', { network: training.networkName })}>
                  {t('exchange:register.privacy', { network: training.networkName })}
                </Notice>
              </div>
            )}
            {isOrganiser && isLate && (
              <div className="mb-6">
                <Notice title={t('register.organiser')} />
              </div>
            )}
            {isSelf ? (
              <SelfRegistrationForm
                requestKey={requestKey}
                facts={facts}
                ways={ways}
                asked={asked}
                dates={dates}
                halfDays={halfDays}
                supportDays={supportDays}
              />
            ) : (
              <RegistrationFormFields
                requestKey={requestKey}
                institutions={institutions}
                facts={facts}
                ways={ways}
                asked={asked}
                dates={dates}
                halfDays={halfDays}
                supportDays={supportDays}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
}

function Facts() {
  const { training, institutions, ownSeats } = useLoaderData<typeof loader>();
  const { t } = useTranslation('seats');
  const format = useFormats();
  const { quotaPerInstitution: quota, quotaReleaseAt, now, timeZone } = training;
  const isReleased = quotaReleaseAt !== null && now >= quotaReleaseAt;
  const moment = quotaReleaseAt && format.dateTime(quotaReleaseAt, timeZone);
  const waiting = ownSeats.filter(({ state }) => state === 'waiting').length;
  const held = institutions.length === 1 ? institutions[0]?.held : undefined;
  const entries: Definition[] = [
    {
      term: t('register.quota'),
      value:
        institutions.length === 0
          ? null
          : quota === null || isReleased
            ? t('register.quotaNone')
            : moment
              ? t('register.quotaUntil', { quota, moment })
              : t('register.quotaValue', { quota }),
    },
    {
      term: t('register.held'),
      value:
        held === undefined
          ? null
          : [
              t('register.heldValue', { count: held }),
              waiting > 0 && t('register.heldWaiting', { count: waiting }),
            ]
              .filter(Boolean)
              .join(', '),
    },
    {
      term: t('register.cancelUntil'),
      value: now < training.cancelDeadline && <Moment at={training.cancelDeadline} timeZone={timeZone} />,
    },
  ];
  const rules = useSeatRules(training);
  return (
    <DefinitionList
      entries={[
        ...entries,
        {
          term: t('rules.title'),
          value: (
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

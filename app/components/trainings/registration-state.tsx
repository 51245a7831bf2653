import { Link, useLocation, useRouteLoaderData } from '@remix-run/react';
import { isQuotaBinding } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { useSeatRules } from '~/components/seats/quota-words.ts';
import { useCan, useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import type { loader as rootLoader } from '~/root.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import { canRegisterNow } from './can-register-now.ts';
import type { ShownTraining } from './shown-training.ts';

/** Whether one can register, what to do next, and how seats are given. */
export function RegistrationState({ training }: { training: ShownTraining }) {
  const { t } = useTranslation('trainings');
  const { tone, title, text } = useWords(training);
  const hasEnded = training.window === 'over' || training.state === 'cancelled';
  return (
    <Section id="registration" title={t('page.registration')}>
      <Notice tone={tone} title={title}>
        {text}
        {!hasEnded && <NextStep training={training} />}
      </Notice>
      {!hasEnded && <SeatRules training={training} />}
    </Section>
  );
}

type Words = { tone: 'info' | 'success' | 'warning' | 'danger'; title: string; text?: ReactNode };

function useWords(training: ShownTraining): Words {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const { state, window, free, timeZone, regOpensAt, regClosesAt, startsAt, cancelReason } = training;
  const moment = (at: Date) => format.dateTime(at, timeZone);
  const reason = cancelReason && t('page.states.reason', { reason: cancelReason });
  if (state === 'cancelled') return { tone: 'danger', title: t('page.states.cancelled'), text: reason };
  if (state === 'draft' && training.canRevise) {
    const text = t('page.states.sentBackText', { reason: training.returnReason ?? '' });
    return { tone: 'warning', title: t('page.states.sentBack'), text };
  }
  if (state === 'draft' || state === 'submitted') {
    return { tone: 'info', title: t('page.states.draft'), text: t('page.states.draftText') };
  }
  if (state === 'postponed') {
    return { tone: 'warning', title: t('page.states.postponed'), text: t('page.states.postponedText') };
  }
  if (window === 'over') return { tone: 'info', title: t('page.states.over') };
  if (window === 'not_yet' && regOpensAt) {
    const text = t('page.states.notYetText', { moment: moment(regOpensAt) });
    return { tone: 'info', title: t('page.states.not_yet'), text };
  }
  if (window !== 'open') {
    return { tone: 'info', title: t('page.states.closed'), text: t('page.states.closedText') };
  }
  const closes = { moment: moment(regClosesAt ?? startsAt) };
  return free > 0
    ? { tone: 'success', title: t('page.states.open'), text: t('page.states.openText', closes) }
    : { tone: 'warning', title: t('page.states.full'), text: t('page.states.fullText', closes) };
}

function NextStep({ training }: { training: ShownTraining }) {
  const { t } = useTranslation(['trainings', 'registering']);
  const may = useCan();
  const isMember = useNetwork()?.viewer?.isMember ?? false;
  const isSignedIn = Boolean(useRouteLoaderData<typeof rootLoader>('root')?.person);
  const { pathname } = useLocation();
  const { id, isOwn, networkName, networkCode, visibility, window } = training;
  if (!isOwn) {
    const words = t('page.sharedBy', { network: networkName });
    if (visibility !== 'public') return <p className="mt-2">{words}</p>;
    return (
      <p className="mt-2">
        <Link to={paths.training(networkCode, id)} className="link">
          {words}
        </Link>
      </p>
    );
  }
  // The head of the page has the button.
  if (window !== 'open' || canRegisterNow(training, may)) return null;
  if (isMember && may('registration.create'))
    return <p className="mt-2">{t('registering:ways.notYoursText')}</p>;
  if (isMember) return <p className="mt-2">{t('page.roleCannot')}</p>;
  if (isSignedIn) return <p className="mt-2">{t('page.membersOnly')}</p>;
  return (
    <LinkButton to={paths.signIn({ next: pathname })} size="small" className="mt-3">
      {t('page.signIn')}
    </LinkButton>
  );
}

function SeatRules({ training }: { training: ShownTraining }) {
  const { t } = useTranslation(['trainings', 'registering']);
  const format = useFormats();
  const {
    quotaPerInstitution: quota,
    quotaReleaseAt,
    promotion,
    offerHours,
    timeZone,
    cancelDeadline,
  } = training;
  const moment = (at: Date) => format.dateTime(at, timeZone);
  const seatRules = useSeatRules(training);
  const rules = [t('page.rules.first')];
  if (training.needsApproval) rules.push(t('registering:guest.approval'));
  if (quota !== null && isQuotaBinding(training, training.now)) {
    if (quotaReleaseAt) {
      rules.push(
        `${t('page.rules.quotaUntil', { count: quota, moment: moment(quotaReleaseAt) })}. ${t('page.rules.quotaAfter')}`,
      );
    } else rules.push(t('page.rules.quota', { count: quota }));
  }
  rules.push(...seatRules);
  rules.push(
    promotion === 'offer' ? t('page.rules.offer', { count: offerHours }) : t('page.rules.automatic'),
  );
  if (training.now < cancelDeadline) rules.push(t('page.rules.cancel', { moment: moment(cancelDeadline) }));
  return (
    <div className="mt-6 max-w-[42rem]">
      <h3 className="font-semibold">{t('page.rules.heading')}</h3>
      <ul className="mt-2 list-disc space-y-1.5 ps-5 text-sm marker:text-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}

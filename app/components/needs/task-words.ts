import type { Caller } from '@tessera/core/api.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { usePrerequisiteWord } from '~/components/people/words.ts';

type Needs = Awaited<ReturnType<Caller['needs']['own']>>;
export type NetworkNeeds = Needs['networks'][number];
export type Task = NetworkNeeds['tasks'][number];

type Counted =
  | 'proposals'
  | 'erasures'
  | 'accesses'
  | 'failedMails'
  | 'invitations'
  | 'expired'
  | 'moves'
  | 'imports'
  | 'applications'
  | 'asks'
  | 'reviews'
  | 'consents';

/** A task as a line: what to do, about what, and where it is done. */
export type TaskLine = { to: string; title: string; text: string };

/** Puts a task of a network into words and finds its page. */
export function useTaskLine(
  { code, timeZone }: Pick<NetworkNeeds, 'code' | 'timeZone'>,
  personId: string,
): (task: Task) => TaskLine {
  const { t, language } = useTranslation([
    'messages',
    'identity',
    'people',
    'registering',
    'mentoring',
    'care',
  ]);
  const prerequisite = usePrerequisiteWord();
  const format = formats(language);
  const asked = (count: number) => t('needs.mentoringAsked', { count });
  return ({ kind, id, title, count, at, lack }) => {
    const date = at ? format.date(at, timeZone) : '';
    const about = title ?? '';
    const training = id ?? '';
    const counted = (key: Counted, to: string): TaskLine => ({
      to,
      title: t(`needs.${key}.title`),
      text: t(`needs.${key}.text`, { count, date }),
    });
    switch (kind) {
      case 'offer':
        return {
          to: paths.myRegistrations(code),
          title: about,
          text: t('identity:start.answerOffer', { count, date: at ? format.dateTime(at, timeZone) : '' }),
        };
      case 'attendance':
        return {
          to: paths.attendance(code, training),
          title: about,
          text: t('identity:start.markAttendance'),
        };
      case 'runsToday':
        return {
          to: paths.attendance(code, training),
          title: about,
          text: t('needs.runsToday', { time: at ? format.time(at, timeZone) : '' }),
        };
      case 'name':
        return { to: paths.myRegistrations(code), title: about, text: t('needs.name', { count, date }) };
      case 'register':
        return {
          to: paths.training(code, training),
          title: about,
          text: t('needs.register', { count, date }),
        };
      case 'proposal':
        return { to: paths.training(code, training), title: about, text: t('identity:start.publish') };
      case 'undecided':
        return {
          to: paths.approvals(code, training),
          title: about,
          text: t('registering:approvals.waiting', { count }),
        };
      case 'fill':
        return { to: paths.manage(code, training), title: about, text: t('needs.fill', { count }) };
      case 'complete':
        return { to: paths.manage(code, training), title: about, text: t('needs.complete') };
      case 'ownLack':
        return {
          to: paths.member(code, personId),
          title: lack ? prerequisite(lack) : '',
          text: t(`needs.ownLack.${lack?.state ?? 'missing'}`, { date }),
        };
      case 'lacking':
        return {
          to: paths.prerequisites(code),
          title: t('people:todo.title'),
          text: t('people:todo.text', { count }),
        };
      case 'partners':
        return counted('proposals', paths.partners(code));
      case 'erasures':
        return counted(kind, paths.erasures(code));
      case 'accesses':
        return counted(kind, paths.accesses(code));
      case 'failedMails':
        return counted(kind, paths.messages(code, { state: 'failed' }));
      case 'invitations':
        return counted(kind, paths.invitations(code));
      case 'expired':
        return counted(kind, paths.invitations(code, { state: 'expired' }));
      case 'moves':
        return counted(kind, paths.place(code));
      case 'imports':
        return counted(kind, paths.imports(code));
      case 'applications':
        return counted(kind, paths.applications(code));
      case 'reviews':
        return counted(kind, paths.applications(code));
      case 'closings':
        return { to: paths.closing(code), title: t('needs.closings.title'), text: t('needs.closings.text') };
      case 'asks':
        return counted(kind, `${paths.mentoring(code)}#asks`);
      case 'consents':
        return counted(kind, paths.accountPrivacy());
      case 'mentoringAsked':
        return { to: paths.mentoringMine(code), title: t('mentoring:mine.title'), text: asked(count) };
      case 'menteeAsked':
        return { to: paths.mentoringMe(code), title: t('mentoring:me.title'), text: asked(count) };
      case 'menteeAnswers':
        return { to: paths.mentees(code), title: t('mentoring:relation.title'), text: asked(count) };
      case 'menteeSigns':
        return {
          to: paths.mentoringMe(code),
          title: t('mentoring:me.title'),
          text: t('needs.signatures', { count }),
        };
      case 'mentorSigns':
        return {
          to: paths.mentoringMine(code),
          title: t('mentoring:mine.title'),
          text: t('needs.signatures', { count }),
        };
      case 'overdueMeetings':
      case 'meetingsToLog':
        return {
          to: paths.mentoringMine(code),
          title: t('mentoring:mine.title'),
          text: t(`needs.${kind}`, { count }),
        };
      case 'mentorQuestions':
        return {
          to: paths.care(code),
          title: t('care:flags.title'),
          text: t('needs.mentorQuestions', { count }),
        };
      case 'mentoringDecisions':
        return {
          to: paths.mentoring(code),
          title: t('mentoring:relation.title'),
          text: t('needs.mentoringDecisions', { count }),
        };
      case 'highRisks':
        return {
          to: `${paths.mentoring(code)}#relations`,
          title: t('mentoring:relation.title'),
          text: t('needs.highRisks', { count }),
        };
      case 'approvals':
        return {
          to: `${paths.mentoring(code)}#relations`,
          title: t('mentoring:approval.title'),
          text: t('needs.approvals', { count }),
        };
      case 'sentBack':
        return {
          to: paths.mentoringMine(code),
          title: t('mentoring:approval.title'),
          text: t('needs.sentBack', { count }),
        };
      case 'concerns':
        return {
          to: paths.concerns(code),
          title: t('care:concerns.title'),
          text: t('needs.concerns', { count }),
        };
      default:
        return kind satisfies never;
    }
  };
}

type OperatorTask = Needs['operator'][number];

/** Puts a task of an operator into words and finds its page. */
export function useOperatorLine(): (task: OperatorTask) => TaskLine {
  const { t } = useTranslation('messages');
  return ({ kind, id, title, count }) => {
    switch (kind) {
      case 'jobs':
        return { to: paths.operator(), title: t('needs.jobs.title'), text: t('needs.jobs.text', { count }) };
      case 'worker':
      case 'relay':
        return { to: paths.operatorHealth(), title: t(`needs.${kind}.title`), text: t(`needs.${kind}.text`) };
      case 'accesses':
        return {
          to: paths.operatorPrivacy(),
          title: t('needs.accesses.title'),
          text: t('needs.accesses.text', { count }),
        };
      case 'closings':
        return { to: paths.operatorClosing(id ?? ''), title: title ?? '', text: t('needs.closings.text') };
      case 'drafts':
        return { to: paths.operatorNetwork(id ?? ''), title: title ?? '', text: t('needs.drafts') };
      default:
        return kind satisfies never;
    }
  };
}

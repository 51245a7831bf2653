import { Form } from '@remix-run/react';
import type { TrainingMove } from '@tessera/core/trainings/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import type { ManagedTraining } from './manage-types.ts';
import type { NextStep } from './next-step.ts';

type Counts = { unnamed: number; unmarked: number; due: number; waiting: number };

/** What the coordinator has to do next, with the way to do it. */
export function NextStepNotice({
  step,
  network,
  training,
  counts,
  firstMissing,
}: {
  step: NextStep;
  network: string;
  training: ManagedTraining;
  counts: Counts;
  firstMissing: string | undefined;
}) {
  const { t } = useTranslation('trainings');
  const { title, text } = useWords(step, training, counts);
  return (
    <section aria-label={t('manage.next.title')} className="mb-12">
      <Notice
        tone={tones[step] ?? 'info'}
        title={title}
        actions={<NextAction step={step} network={network} id={training.id} firstMissing={firstMissing} />}
      >
        {text}
      </Notice>
    </section>
  );
}

const tones: Partial<Record<NextStep, 'success' | 'warning' | 'danger'>> = {
  nothing: 'success',
  archived: 'success',
  cancelled: 'danger',
  waiting: 'warning',
  unnamed: 'warning',
  postponed: 'warning',
};

function useWords(
  step: NextStep,
  training: ManagedTraining,
  counts: Counts,
): { title: string; text: string } {
  const { t } = useTranslation('trainings');
  switch (step) {
    case 'waiting':
    case 'unnamed':
      return {
        title: t(`manage.next.${step}`, { count: counts[step] }),
        text: t(`manage.next.${step}Text`),
      };
    case 'mark':
      return { title: t('manage.next.mark'), text: t('manage.next.markText', { count: counts.unmarked }) };
    case 'issue':
      return { title: t('manage.next.issue'), text: t('manage.next.issueText', { count: counts.due }) };
    case 'cancelled': {
      const reason = training.cancelReason;
      return {
        title: t('manage.next.cancelled'),
        text: reason ? t('manage.next.cancelledText', { reason }) : t('manage.next.cancelledNoReason'),
      };
    }
    default:
      return { title: t(`manage.next.${step}`), text: t(`manage.next.${step}Text`) };
  }
}

type Action = { step: NextStep; network: string; id: string; firstMissing: string | undefined };

function NextAction({ step, network, id, firstMissing }: Action): ReactNode {
  const { t } = useTranslation('trainings');
  switch (step) {
    case 'publish':
    case 'decide':
      return <MoveButton network={network} id={id} move="publish" look="primary" />;
    case 'complete':
    case 'document':
    case 'archive':
      return <MoveButton network={network} id={id} move={step} look="primary" />;
    case 'postponed':
      return (
        <LinkButton to={paths.postponement(network, id)} look="primary">
          {t('postponement.titleDate')}
        </LinkButton>
      );
    case 'export':
      return (
        <LinkButton to={paths.attendanceExport(network, id, 'xlsx')} look="primary" reloadDocument>
          {t('manage.next.exportDo')}
        </LinkButton>
      );
    case 'waiting':
      return (
        <LinkButton to={paths.capacity(network, id)} look="primary">
          {t('manage.tools.capacity')}
        </LinkButton>
      );
    case 'unnamed':
      return <LinkButton to="#confirmed">{t('manage.unnamedSeats')}</LinkButton>;
    case 'mark':
      return (
        <LinkButton to={paths.attendance(network, id, { session: firstMissing })} look="primary">
          {t('manage.tools.attendance')}
        </LinkButton>
      );
    case 'issue':
      return (
        <LinkButton to={paths.certificates(network, id)} look="primary">
          {t('manage.tools.certificates')}
        </LinkButton>
      );
    case 'nothing':
    case 'cancelled':
    case 'archived':
      return null;
    default:
      return step satisfies never;
  }
}

/** A move that is one press; the others have a page of their own. */
export type PressedMove = Exclude<TrainingMove, 'cancel' | 'postpone' | 'send_back'>;

/** Moves a training on with one press. */
export function MoveButton({
  network,
  id,
  move,
  look = 'quiet',
}: {
  network: string;
  id: string;
  move: PressedMove;
  look?: 'primary' | 'quiet';
}) {
  const { t } = useTranslation('trainings');
  return (
    <Form method="post" action={paths.publication(network, id)}>
      <Button name="move" value={move} look={look}>
        {t(`manage.moves.${move}`)}
      </Button>
    </Form>
  );
}

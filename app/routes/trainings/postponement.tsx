import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { instantOfLocal } from '@tessera/core/clock/zoned-time.ts';
import { Postponement } from '@tessera/core/trainings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextareaField } from '~/ui/text-field.tsx';

const Typed = z.object({ startsAt: z.string().optional(), reason: Postponement.shape.reason });

// Times are typed on the clock of the place. Whoever has waited for the date must give one.
function postponementForm(timeZone: string, isDateNeeded: boolean) {
  return Typed.transform(({ startsAt, reason }, issues) => {
    const refuse = (message: string) => issues.addIssue({ code: 'custom', message, path: ['startsAt'] });
    const instant = startsAt ? instantOfLocal(startsAt, timeZone) : null;
    if (startsAt && !instant) refuse('validation.invalidDate');
    if (!startsAt && isDateNeeded) refuse('validation.required');
    return { startsAt: instant, reason };
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, moves } = await api(args).trainings.manage(where);
  const isWaiting = training.state === 'postponed';
  const isPossible = isWaiting || (moves.includes('postpone') && training.startsAt > training.now);
  return { network: where.network, training, isWaiting, isPossible };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const { timeZone, state } = await call.trainings.page(where);
  return submit(args, postponementForm(timeZone, state === 'postponed'), async (typed) => {
    await call.trainings.postpone({ ...where, ...typed });
    const done = typed.startsAt ? 'trainings:postponement.doneDate' : 'trainings:postponement.done';
    return redirectWithFlash(paths.manage(where.network, where.trainingId), done);
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) =>
    t(data?.isWaiting ? 'trainings:postponement.titleDate' : 'trainings:postponement.title'),
};

export default function PostponeTraining() {
  const { network, training, isWaiting, isPossible } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'common']);
  const manage = paths.manage(network, training.id);
  if (!isPossible) {
    return (
      <>
        <TrainingWays training={training} isManaged />
        <PageHeader eyebrow={training.title} title={t('postponement.notPossible')} />
        <Notice
          title={t('postponement.notPossible')}
          actions={<LinkButton to={manage}>{t('common:back')}</LinkButton>}
        >
          {t('postponement.notPossibleText')}
        </Notice>
      </>
    );
  }
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t(isWaiting ? 'postponement.titleDate' : 'postponement.title')}
        lead={t('postponement.lead')}
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      <PostponeForm manage={manage} />
    </>
  );
}

function PostponeForm({ manage }: { manage: string }) {
  const { training, isWaiting } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof Typed>>({
    id: 'postponement',
    labels: { startsAt: t('postponement.startsAt'), reason: t('postponement.reason') },
    hints: {
      startsAt: t('postponement.startsAtHint', { zone: format.zone(training.timeZone) }),
      reason: t('postponement.reasonHint'),
    },
    optional: isWaiting ? ['reason'] : ['startsAt', 'reason'],
  });
  const seats = format.number(training.takenCount + training.waitingCount);
  return (
    <TesseraForm state={state}>
      <ul className="list-disc ps-6">
        <li>{t('postponement.effectSeats', { seats })}</li>
        <li>{t('postponement.effectMail')}</li>
        <li>{t('postponement.effectBack')}</li>
      </ul>
      <DateTimeField {...state.field('startsAt')} />
      {!isWaiting && <TextareaField {...state.field('reason')} rows={3} />}
      <FormEnd back={manage} backLabel={t('postponement.keep')} isPending={state.isPending}>
        {t(isWaiting ? 'postponement.submitDate' : 'postponement.submit')}
      </FormEnd>
    </TesseraForm>
  );
}

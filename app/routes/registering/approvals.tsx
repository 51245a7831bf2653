import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Decision } from '@tessera/core/registering/schema.ts';
import { isUndecided } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { chosen } from '~/components/trainings/chosen.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { CheckboxField, CheckboxGroupField } from '~/ui/choice-field.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';
import { ticked } from '~/ui/ticked.ts';

const { decision, reason } = Decision.shape;
const Deciding = z
  .object({
    seatIds: z.array(z.uuid()).max(500).default([]),
    /** Everyone whom the list showed, ticked or not */
    everyone: z.boolean().default(false),
    shown: z.string().max(40_000).default(''),
    decision,
    reason,
  })
  .superRefine(({ seatIds, everyone }, issues) => {
    if (seatIds.length === 0 && !everyone)
      issues.addIssue({ code: 'custom', message: 'validation.required', path: ['seatIds'] });
  });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, seats } = await api(args).trainings.manage(where);
  return { network: where.network, training, seats: seats.filter(isUndecided) };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Deciding, async ({ seatIds, everyone, shown, decision, reason }) => {
    const decided = await api(args).registering.decide({
      ...where,
      seatIds: everyone ? shown.split(' ') : seatIds,
      decision,
      reason,
    });
    const key = decision === 'approve' ? 'registering:approvals.approved' : 'registering:approvals.rejected';
    return redirectWithFlash(paths.approvals(where.network, where.trainingId), key, decided);
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registering:approvals.title')}: ${data.training.title}`,
};

export default function ApprovalsPage() {
  const { training, seats } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('approvals.title')} lead={t('approvals.lead')} />
      {seats.length === 0 ? (
        <Empty title={t('approvals.none')}>{t('approvals.noneText')}</Empty>
      ) : (
        <DecisionForm key={seats.map(({ id }) => id).join()} />
      )}
    </>
  );
}

function DecisionForm() {
  const { training, seats } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['registering', 'trainings']);
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof Deciding>>({
    id: 'decision',
    labels: {
      seatIds: t('approvals.who'),
      everyone: t('approvals.everyone', { count: seats.length }),
      reason: t('approvals.reason'),
    },
    hints: { reason: t('approvals.reasonHint') },
    optional: ['reason'],
  });
  const { field, fields } = state;
  return (
    <TesseraForm state={state}>
      <DefaultSubmit />
      <input type="hidden" name="shown" value={seats.map(({ id }) => id).join(' ')} />
      <CheckboxField {...ticked(field('everyone'))} />
      <CheckboxGroupField
        {...field('seatIds')}
        defaultValue={chosen(fields.seatIds.initialValue)}
        options={seats.map((seat) => ({
          value: seat.id,
          label: <PersonName {...seat} />,
          hint: [
            seat.institutionName ?? seat.email ?? t('trainings:manage.noInstitution'),
            t('approvals.asked', { moment: format.dateTime(seat.createdAt, training.timeZone) }),
            t(seat.state === 'pending' ? 'approvals.held' : 'approvals.notHeld'),
          ].join(' · '),
        }))}
      />
      <TextareaField {...field('reason')} rows={3} maxLength={500} />
      <ButtonRow>
        <Button name="decision" value="approve" look="primary" isPending={state.isPending}>
          {t('approvals.approve')}
        </Button>
        <Button name="decision" value="reject" look="danger" isPending={state.isPending}>
          {t('approvals.reject')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}

import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeKinds, sessionModes } from '@tessera/core/mentoring/rules.ts';
import { SessionFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { ChipField } from '~/ui/chips.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';

const Plan = SessionFields.pick({
  day: true,
  startsAt: true,
  mode: true,
  placeKind: true,
  menteeIds: true,
}).extend({ nonce: z.uuid() });

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const { mentees, last } = await api(args).mentoring.logForm(where);
  return { ...where, mentees, last, nonce: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, Plan, async (plan) => {
    await api(args).mentoring.logSession({ ...where, ...plan, state: 'planned' });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:plan.saved');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:plan.title') };

type PlanInput = { day: string; startsAt: string; mode: string; placeKind: string; menteeIds: string[] };

export default function PlanSession() {
  const { network, relationId, mentees, last, nonce } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<PlanInput>({
    id: 'plan',
    labels: {
      day: t('log.day'),
      startsAt: t('plan.time'),
      mode: t('log.mode'),
      placeKind: t('log.place'),
      menteeIds: t('plan.who'),
    },
    hints: { startsAt: t('plan.timeHint') },
    optional: ['startsAt'],
    defaultValue: { mode: last?.mode ?? 'in_person', placeKind: last?.placeKind ?? 'public' },
  });
  const [only] = mentees;
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('plan.title')} />
      <TesseraForm state={state}>
        <input type="hidden" name="nonce" value={nonce} />
        {mentees.length === 1 && only ? (
          <input type="hidden" name="menteeIds" value={only.id} />
        ) : (
          <ChipField
            {...state.field('menteeIds')}
            isMany
            options={mentees.map(({ id, alias }) => ({ value: id, label: alias }))}
            chosen={[state.fields.menteeIds.initialValue ?? mentees.map(({ id }) => id)].flat().map(String)}
          />
        )}
        <DateTimeField {...state.field('day')} withTime={false} />
        <TextField {...state.field('startsAt')} type="time" width="short" />
        <ChipField
          {...state.field('mode')}
          options={sessionModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          chosen={[String(state.fields.mode.initialValue)]}
        />
        <ChipField
          {...state.field('placeKind')}
          options={placeKinds.map((value) => ({ value, label: t(`places.${value}`) }))}
          chosen={[String(state.fields.placeKind.initialValue)]}
        />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('plan.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

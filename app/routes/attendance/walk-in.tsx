import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { WalkIn } from '@tessera/core/attendance/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { usualNameOrder } from '~/components/name-order.ts';
import { PlaceFields } from '~/components/seats/place-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

const WalkInForm = WalkIn.omit({ trainingId: true, sessionId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = halfDayParams(args);
  return { ...where, ...(await api(args).attendance.walkInPage(where)), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = halfDayParams(args);
  return submit(args, WalkInForm, async (input) => {
    const { isNew } = await api(args).attendance.addWalkIn({ ...where, ...input });
    return redirectWithFlash(
      paths.attendance(where.network, where.trainingId, { session: where.sessionId }),
      isNew ? 'attendance:walkIn.done' : 'attendance:walkIn.before',
      { name: formats(args.context.language).personName(input) },
      isNew ? 'success' : 'info',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:walkIn.title')}: ${found.training.title}`,
};

export default function WalkInPage() {
  const { network, training, session, institutions, requestKey } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['attendance', 'trainings']);
  const format = useFormats();
  const nameOrder = usualNameOrder(language);
  const state = useTesseraForm<z.input<typeof WalkInForm>>({
    id: 'walk-in',
    labels: {
      givenName: t('walkIn.givenName'),
      familyName: t('walkIn.familyName'),
      institutionId: t('walkIn.institution'),
      email: t('walkIn.email'),
      jobTitle: t('walkIn.jobTitle'),
      language: t('walkIn.language'),
    },
    hints: { email: t('walkIn.emailHint') },
    optional: ['institutionId', 'email', 'jobTitle'],
    defaultValue: { requestKey, nameOrder },
  });
  const { field, fields } = state;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={`${training.title} · ${t('session', {
          day: format.shortDate(session.startsAt, training.timeZone),
          halfDay: t(`trainings:halfDay.${session.halfDay}`),
        })}`}
        title={t('walkIn.title')}
        lead={t('walkIn.lead')}
      >
        <p className="mt-4">{t('walkIn.free', { free: training.free, capacity: training.capacity })}</p>
      </PageHeader>
      <TesseraForm state={state}>
        <input
          type="hidden"
          name={fields.requestKey.name}
          value={fields.requestKey.initialValue ?? requestKey}
        />
        <input type="hidden" name={fields.nameOrder.name} value={nameOrder} />
        <PlaceFields
          nameOrder={nameOrder}
          givenName={field('givenName')}
          familyName={field('familyName')}
          email={field('email')}
          jobTitle={field('jobTitle')}
        />
        <SelectField
          {...field('institutionId')}
          placeholder={t('walkIn.noInstitution')}
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {training.languages.length > 1 && (
          <SelectField
            {...field('language')}
            placeholder={t('walkIn.chooseLanguage')}
            options={training.languages.map((code) => ({
              value: code,
              label: format.language(code),
            }))}
          />
        )}
        <FormEnd
          back={paths.attendance(network, training.id, { session: session.id })}
          backLabel={t('walkIn.back')}
          isPending={state.isPending}
        >
          {t('walkIn.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

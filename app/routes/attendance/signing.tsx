import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Signature } from '@tessera/core/attendance/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { SignaturePad } from '~/components/attendance/signature-pad.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { signingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const SigningForm = Signature.omit({ trainingId: true, sessionId: true, seatId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = signingParams(args);
  const {
    trainingTitle: title,
    givenName,
    familyName,
    nameOrder,
  } = await api(args).attendance.signingPage(where);
  return { ...where, title, person: { givenName, familyName, nameOrder } };
}

export async function action(args: ActionFunctionArgs) {
  const where = signingParams(args);
  return submit(args, SigningForm, async (signature) => {
    await api(args).attendance.sign({ ...where, ...signature });
    return redirectWithFlash(
      paths.attendance(where.network, where.trainingId, { session: where.sessionId }),
      'attendance:signing.done',
    );
  });
}

export const handle: Handle = { title: (t) => t('attendance:signing.title') };

export default function Signing() {
  const { network, trainingId, sessionId, title, person } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const hasScripts = useHasScripts();
  const state = useTesseraForm<z.input<typeof SigningForm>>({
    id: 'signing',
    labels: { name: t('signing.name'), isConfirmed: t('signing.isConfirmed') },
    hints: { name: t('signing.nameHint') },
    optional: ['path', 'name', 'isConfirmed'],
  });
  const { field, fields } = state;
  return (
    <>
      <PageHeader
        eyebrow={title}
        title={
          <>
            {t('signing.title')}: <PersonName {...person} />
          </>
        }
        lead={t('signing.lead')}
      />
      <TesseraForm state={state}>
        {hasScripts && <SignaturePad name={fields.path.name} />}
        <fieldset className="space-y-4">
          <legend className="mb-4 font-semibold">{t('signing.orType')}</legend>
          <TextField {...field('name')} autoComplete="off" maxLength={160} />
          <CheckboxField
            {...field('isConfirmed')}
            defaultChecked={fields.isConfirmed.initialValue === 'on'}
          />
        </fieldset>
        <FormEnd
          back={paths.attendance(network, trainingId, { session: sessionId })}
          backLabel={t('signing.back')}
          isPending={state.isPending}
        >
          {t('signing.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

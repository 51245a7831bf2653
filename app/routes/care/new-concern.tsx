import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { concernCategories } from '@tessera/core/care/concern-rules.ts';
import { NewConcern } from '@tessera/core/care/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { ConcernWays } from '~/components/care/concern-ways.tsx';
import { EmergencyNumbers } from '~/components/care/emergency-numbers.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).concerns.form(where)), nonce: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewConcern, async (input) => {
    const { concernId } = await api(args).concerns.raise({ ...where, ...input });
    return redirectWithFlash(paths.concern(where.network, concernId), 'care:raising.sent');
  });
}

export const handle: Handle = { title: (t) => t('care:raising.title') };

export default function RaiseConcern() {
  const { network, numbers, hasLead, nonce } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const form = useTesseraForm<z.input<typeof NewConcern>>({
    id: 'concern',
    labels: {
      isDanger: t('raising.isDanger'),
      category: t('raising.category'),
      about: t('raising.about'),
      text: t('raising.text'),
    },
    hints: {
      isDanger: t('raising.isDangerHint'),
      about: t('raising.aboutHint'),
      text: t('raising.textHint'),
    },
    optional: ['isDanger', 'about'],
    defaultValue: { nonce },
  });
  return (
    <>
      <ConcernWays />
      <PageHeader title={t('raising.title')} lead={hasLead && t('raising.lead')} />
      <EmergencyNumbers numbers={numbers} />
      <div className="mb-10">
        {hasLead ? (
          <Notice title={t('raising.reads')}>{t('raising.readsText')}</Notice>
        ) : (
          <Notice tone="warning" title={t('concerns.noLead')}>
            {t('concerns.noLeadText')}
          </Notice>
        )}
      </div>
      <TesseraForm state={form}>
        <input
          type="hidden"
          name={form.fields.nonce.name}
          value={String(form.fields.nonce.initialValue ?? nonce)}
        />
        <CheckboxField {...form.field('isDanger')} required={false} />
        <SelectField
          {...form.field('category')}
          placeholder={t('raising.choose')}
          options={concernCategories.map((value) => ({ value, label: t(`concerns.categories.${value}`) }))}
        />
        <TextField {...form.field('about')} autoComplete="off" maxLength={200} />
        <TextareaField {...form.field('text')} rows={8} maxLength={8000} dir="auto" />
        <FormEnd back={paths.concerns(network)} isPending={form.isPending}>
          {t('raising.send')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

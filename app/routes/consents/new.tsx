import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SpokenConsent } from '@tessera/core/consents/schema.ts';
import { languageNames, pickLanguage } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField, RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [{ viewer }, wordings] = await Promise.all([
    call.networks.shell(where),
    call.consents.wordings(where),
  ]);
  if (!viewer?.can.includes('consent.record')) throw refuse('not_allowed');
  const { language } = args.context.core;
  const purposes = wordings.map(({ purpose, texts }) => {
    const text = texts.find((each) => each.language === language) ?? texts[0];
    return { purpose, title: text?.title ?? purpose, language: text?.language ?? language };
  });
  const spoken = [...new Set(wordings.flatMap(({ texts }) => texts.map((text) => text.language)))];
  return { ...where, purposes, spoken, language: pickLanguage([language]) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, SpokenConsent, async (input) => {
    const { consentId } = await api(args).consents.record({ ...where, ...input });
    return redirectWithFlash(paths.consent(where.network, consentId), 'privacy:consents.recorded');
  });
}

export const handle: Handle = { title: (t) => t('privacy:consents.recordTitle') };

export default function NewConsent() {
  const { network, purposes, spoken, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof SpokenConsent>>({
    id: 'consent',
    labels: {
      purpose: t('consents.purpose'),
      language: t('consents.inLanguage'),
      subject: t('consents.subjectField'),
      guardian: t('consents.guardianField'),
      givenHow: t('consents.givenHow'),
      interpreterUsed: t('consents.usedInterpreter'),
      answer: t('consents.answer'),
    },
    hints: { guardian: t('consents.guardianHint') },
    optional: ['guardian', 'interpreterUsed'],
    defaultValue: { language },
  });
  return (
    <>
      <PageHeader title={t('consents.recordTitle')} lead={t('consents.recordLead')} />
      <TesseraForm state={form}>
        <RadioField
          {...form.field('purpose')}
          options={purposes.map(({ purpose, title, language: lang }) => ({
            value: purpose,
            label: title,
            lang,
          }))}
        />
        <SelectField
          {...form.field('language')}
          options={spoken.map((value) => ({ value, label: languageNames[value], lang: value }))}
        />
        <TextField {...form.field('subject')} autoComplete="off" />
        <TextField {...form.field('guardian')} autoComplete="off" />
        <RadioField
          {...form.field('givenHow')}
          options={[
            { value: 'signature', label: t('how.signature') },
            { value: 'oral_witnessed', label: t('how.oral_witnessed') },
          ]}
        />
        <CheckboxField {...form.field('interpreterUsed')} required={false} />
        <RadioField
          {...form.field('answer')}
          options={[
            { value: 'give', label: t('consents.give') },
            { value: 'refuse', label: t('consents.refuse') },
          ]}
        />
        <FormEnd back={paths.consents(network)} isPending={form.isPending}>
          {t('consents.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

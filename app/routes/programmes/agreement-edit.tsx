import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { agreementParts } from '@tessera/core/mentoring/agreements.ts';
import { AgreementText } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const asked = new URL(args.request.url).searchParams.get('in');
  const { texts } = await api(args).mentoring.agreements(where);
  return {
    ...where,
    text: texts.find(({ language }) => language === asked) ?? null,
    written: texts.map(({ language }) => language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, AgreementText.omit({ programmeId: true }), async (text) => {
    await api(args).mentoring.saveAgreement({ ...where, ...text });
    return redirectWithFlash(paths.mentoringAgreements(where.network, where.programmeId), 'agreements:saved');
  });
}

export const handle: Handle = { title: (t) => t('agreements:edit') };

export default function EditAgreement() {
  const { network, programmeId, text, written } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('agreements');
  const format = useFormats();
  const back = paths.mentoringAgreements(network, programmeId);
  const free = spokenLanguages.filter((each) => !written.includes(each));
  const state = useTesseraForm<Record<'language' | (typeof agreementParts)[number], string>>({
    id: 'agreement',
    labels: {
      language: t('language'),
      ...Object.fromEntries(agreementParts.map((part) => [part, t(`parts.${part}`)])),
    },
    defaultValue: text ?? { language: free.find((each) => each === language) ?? free[0] ?? '' },
  });
  return (
    <>
      <MentoringWays network={network} above="programmes" more={[{ to: back, label: t('title') }]} />
      <PageHeader
        title={text ? t('editIn', { language: format.language(text.language) }) : t('write')}
        lead={t('lead')}
      />
      <TesseraForm state={state}>
        {text ? (
          <input type="hidden" name="language" value={text.language} />
        ) : (
          <SelectField
            {...state.field('language')}
            options={free.map((value) => ({ value, label: format.language(value) }))}
          />
        )}
        {agreementParts.map((part) => (
          <TextareaField
            key={part}
            {...state.field(part)}
            rows={4}
            maxLength={4000}
            dir="auto"
            lang={text?.language}
          />
        ))}
        <FormEnd back={back} isPending={state.isPending}>
          {t('save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

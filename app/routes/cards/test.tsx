import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FieldTestFields } from '@tessera/core/cards/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { cardParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = cardParams(args);
  const card = await api(args).cards.one(where);
  if (!card.mayTranslate) throw refuse('not_allowed');
  return { ...where, title: hostText(card), languages: card.texts.map(({ language }) => language) };
}

export async function action(args: ActionFunctionArgs) {
  const where = cardParams(args);
  return submit(args, FieldTestFields, async (fields) => {
    await api(args).cards.test({ ...where, ...fields });
    return redirectWithFlash(`${paths.card(where.network, where.cardId)}#tests`, 'cards:test.done');
  });
}

export const handle: Handle = { title: (t) => t('cards:test.note') };

type Fields = { language: string; testedOn: string; shown: string; understood: string; remark: string };

export default function TestPage() {
  const { network, cardId, title, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const state = useTesseraForm<Fields>({
    id: 'test',
    labels: {
      language: t('library.language'),
      testedOn: t('test.testedOn'),
      shown: t('test.shown'),
      understood: t('test.understood'),
      remark: t('test.remark'),
    },
    hints: { remark: t('test.remarkHint') },
    optional: ['remark'],
  });
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader eyebrow={title} title={t('test.note')} lead={t('test.lead')} />
      <TesseraForm state={state}>
        <SelectField
          {...state.field('language')}
          options={languages.map((value) => ({ value, label: format.language(value) }))}
        />
        <DateTimeField {...state.field('testedOn')} withTime={false} />
        <TextField {...state.field('shown')} type="number" min={1} width="short" />
        <TextField {...state.field('understood')} type="number" min={0} width="short" />
        <TextareaField {...state.field('remark')} rows={3} maxLength={500} />
        <FormEnd back={paths.card(network, cardId)} isPending={state.isPending}>
          {t('test.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

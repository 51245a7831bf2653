import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewFlag } from '@tessera/core/care/schema.ts';
import { flagQuestions } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { CareWays } from '~/components/care/care-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const asked = new URL(args.request.url).searchParams.get('relation') ?? '';
  return { network: where.network, asked, relations: await api(args).care.askable(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewFlag, async (input) => {
    await api(args).care.ask({ ...where, ...input });
    return redirectWithFlash(paths.care(where.network), 'care:flags.sent');
  });
}

export const handle: Handle = { title: (t) => t('care:flags.ask') };

export default function NewFlagPage() {
  const { relations } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  return (
    <>
      <CareWays />
      <PageHeader title={t('flags.ask')} lead={t('flags.askLead')} />
      {relations.length === 0 ? (
        <Empty title={t('flags.noRelations')}>{t('flags.noRelationsText')}</Empty>
      ) : (
        <Asking />
      )}
    </>
  );
}

function Asking() {
  const { network, asked, relations } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['care', 'institutions']);
  const format = useFormats();
  const form = useTesseraForm<z.input<typeof NewFlag>>({
    id: 'flag',
    labels: { relationId: t('flags.relation'), question: t('flags.question') },
    defaultValue: { relationId: asked },
  });
  return (
    <TesseraForm state={form}>
      <SelectField
        {...form.field('relationId')}
        placeholder={t('raising.choose')}
        options={relations.map(({ id, mentor, aliases }) => ({
          value: id,
          label: `${format.personName(mentor)}: ${aliases.join(', ')}`,
        }))}
      />
      <RadioField
        {...form.field('question')}
        options={flagQuestions.map((value) => ({ value, label: t(`flags.questions.${value}`) }))}
      />
      <FormEnd back={paths.care(network)} isPending={form.isPending}>
        {t('flags.send')}
      </FormEnd>
    </TesseraForm>
  );
}

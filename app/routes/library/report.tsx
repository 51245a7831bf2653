import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { adoptionOutcomes } from '@tessera/core/library/rules.ts';
import { Adoption } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { textOf } from '~/components/initiatives/text-of.ts';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Report = Adoption.pick({ outcome: true, word: true });

export async function loader(args: LoaderFunctionArgs) {
  const { owner = '', ...where } = resourceParams(args);
  const { mayReport, texts, adoption } = await api(args).library.one({ ...where, owner });
  if (!mayReport) throw refuse('not_allowed');
  return { ...where, owner, adoption, title: textOf(texts, [args.context.language])?.title ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { owner = '', ...where } = resourceParams(args);
  return submit(args, Report, async (input) => {
    await api(args).library.report({ ...where, owner, ...input });
    return redirectWithFlash(
      paths.resource(where.network, where.resourceId, { owner }),
      'library:report.done',
    );
  });
}

export const handle: Handle = { title: (t) => t('library:report.title') };

export default function ReportPage() {
  const { network, resourceId, owner, adoption, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const state = useTesseraForm<{ outcome: string; word: string }>({
    id: 'report',
    labels: { outcome: t('report.outcome'), word: t('report.word') },
    optional: ['word'],
    defaultValue: { outcome: adoption?.outcome ?? 'used', word: adoption?.word ?? '' },
  });
  return (
    <>
      <ResourceWays resource={{ id: resourceId, title, owner }} />
      <PageHeader eyebrow={title} title={t('report.title')} lead={t('report.lead')} />
      <TesseraForm state={state}>
        <RadioField
          {...state.field('outcome')}
          options={adoptionOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        />
        <TextareaField {...state.field('word')} rows={3} maxLength={500} />
        <FormEnd back={paths.resource(network, resourceId, { owner })} isPending={state.isPending}>
          {t('report.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

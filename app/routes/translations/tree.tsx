import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TreeChoice } from '@tessera/core/translations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).translations.tree(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, TreeChoice, async ({ branches }) => {
    await api(args).translations.saveTree({ ...where, branches });
    return redirectWithFlash(paths.translations(where.network), 'translations:tree.saved');
  });
}

export const handle: Handle = { title: (t) => t('translations:tree.title') };

type Shape = { branches: { language: string; source: string }[] };

export default function LanguageTree() {
  const { network, branches } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translations', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Shape>({
    id: 'tree',
    labels: { 'branches[].source': t('tree.title') },
    defaultValue: { branches },
  });
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.translations(network), label: t('title') }]} />
      <PageHeader title={t('tree.title')} lead={t('tree.lead')} />
      <TesseraForm state={state}>
        {state.fields.branches.getFieldList().map((branch) => {
          const { language, source } = branch.getFieldset();
          const own = String(language.initialValue ?? '');
          return (
            <div key={branch.key}>
              <input type="hidden" name={language.name} value={own} />
              <SelectField
                {...state.field(source)}
                label={t('tree.from', { language: format.language(own) })}
                required={false}
                placeholder={t('tree.source')}
                options={branches
                  .filter((each) => each.language !== own)
                  .map((each) => ({ value: each.language, label: format.language(each.language) }))}
              />
            </div>
          );
        })}
        <p className="max-w-[38rem] text-sm text-muted">
          {t('tree.languages')}{' '}
          <Link to={paths.start(network, 'languages')} className="link">
            {t('tree.change')}
          </Link>
        </p>
        <FormEnd back={paths.translations(network)} isPending={state.isPending}>
          {t('common:save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

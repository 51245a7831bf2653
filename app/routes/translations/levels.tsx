import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageLevels } from '@tessera/core/translations/rules.ts';
import { LevelChoice } from '@tessera/core/translations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).translations.levels(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, LevelChoice, async ({ levels }) => {
    await api(args).translations.saveLevels({ ...where, levels });
    return redirectWithFlash(paths.translations(where.network), 'translations:levels.saved');
  });
}

export const handle: Handle = { title: (t) => t('translations:levels.title') };

type Shape = { levels: { language: string; level: string }[] };

export default function LanguageLevels() {
  const { network, own, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translations', 'common']);
  const format = useFormats();
  const hint = useMissing();
  const state = useTesseraForm<Shape>({
    id: 'levels',
    labels: { 'levels[].level': t('levels.title') },
    defaultValue: { levels: languages.map(({ language, level }) => ({ language, level })) },
  });
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.translations(network), label: t('title') }]} />
      <PageHeader title={t('levels.title')} lead={t('levels.lead')} />
      <TesseraForm state={state}>
        {state.fields.levels.getFieldList().map((each) => {
          const { language, level } = each.getFieldset();
          const code = String(language.initialValue ?? '');
          const found = languages.find((one) => one.language === code);
          return (
            <div key={each.key}>
              <input type="hidden" name={language.name} value={code} />
              <SelectField
                {...state.field(level)}
                label={format.language(code)}
                hint={found && hint(found)}
                options={languageLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
              />
            </div>
          );
        })}
        <p className="max-w-[38rem] text-sm text-muted">
          {t('levels.own', { language: format.language(own) })}
        </p>
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('common:save')}
          </Button>
          <LinkButton to={paths.translations(network)}>{t('common:cancel')}</LinkButton>
        </ButtonRow>
      </TesseraForm>
    </>
  );
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>['languages'][number];

/** How much there is of a language, in words, and what it means to take it back. */
function useMissing(): (language: Found) => string {
  const { t } = useTranslation('translations');
  const format = useFormats();
  return ({ level, texts, cards }) =>
    [
      texts &&
        t('levels.texts', {
          current: format.number(texts.current),
          required: format.number(texts.required),
        }),
      cards.published > 0 &&
        t('levels.cards', {
          verified: format.number(cards.verified),
          published: format.number(cards.published),
        }),
      level === 'shown' && cards.published > 0 && cards.verified > 0 && t('levels.leaving'),
    ]
      .filter(Boolean)
      .join(' · ');
}

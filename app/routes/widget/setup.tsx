import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mostInWidget } from '@tessera/core/catalogue/terms.ts';
import { trainingThemes } from '@tessera/core/trainings/terms.ts';
import { env } from '@tessera/env/env.server.ts';
import { languageNames, languages as shipped } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { readWidgetWish } from '~/components/widget/read-wish.server.ts';
import { Snippet } from '~/components/widget/snippet.tsx';
import { widgetColours, widgetQuery } from '~/components/widget/wish.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Filter, FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { name, languages } = await api(args).catalogue.widgetSetup({ network });
  const wish = readWidgetWish(new URL(args.request.url).searchParams);
  const path = paths.widget(network, widgetQuery(wish));
  return { network, name, languages, wish, path, address: absolute(env().appUrl, path) };
}

export const handle: Handle = { title: (t) => t('catalogue:widget.title') };

export default function WidgetSetup() {
  const { name, languages, wish, path, address } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['catalogue', 'trainings']);
  const title = t('widget.frameTitle', { network: name });
  const height = 160 + 96 * wish.number;
  return (
    <>
      <PageHeader title={t('widget.title')} lead={t('widget.lead')} />
      <SettingsTabs />
      <FilterBar label={t('widget.options')} submit={t('widget.show')}>
        <FilterChoice
          name="language"
          label={t('widget.language')}
          value={wish.language}
          any={t('widget.anyLanguage')}
          options={shipped
            .filter((language) => languages.includes(language))
            .map((language) => [language, languageNames[language]])}
        />
        <FilterChoice
          name="theme"
          label={t('widget.theme')}
          value={wish.theme}
          any={t('trainings:list.anyTheme')}
          options={trainingThemes.map((theme) => [theme, t(`trainings:themes.${theme}`)])}
        />
        <Filter label={t('widget.number')}>
          <input
            type="number"
            name="number"
            min={1}
            max={mostInWidget}
            defaultValue={wish.number}
            className="control"
          />
        </Filter>
        <FilterChoice
          name="colours"
          label={t('widget.colours')}
          value={wish.colours}
          options={widgetColours.map((colours) => [colours, t(`widget.colour.${colours}`)])}
        />
      </FilterBar>
      <Section id="code" title={t('widget.code')} layout="full">
        <Snippet code={snippetOf(address, title, height)} />
      </Section>
      <Section id="preview" title={t('widget.preview')} layout="full">
        <iframe
          key={path}
          src={path}
          title={title}
          height={height}
          loading="lazy"
          className="w-full max-w-[36rem] border border-edge"
        />
      </Section>
    </>
  );
}

function snippetOf(address: string, title: string, height: number): string {
  const safe = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${safe(address)}" title="${safe(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { openStates, type TranslationState, translationStates } from '@tessera/core/translations/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { translationSearch } from '~/components/translations/search.ts';
import { TranslationBadge } from '~/components/translations/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const search = translationSearch(args.request);
  return { ...where, search, ...(await api(args).translations.list({ ...where, ...search })) };
}

export const handle: Handle = { title: (t) => t('translations:title') };

export default function Translations() {
  const { network, ownLanguages, maySetTree } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translations', 'translators']);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {ownLanguages.length > 0 && (
              <LinkButton look="primary" to={paths.nextTranslation(network)}>
                {t('next')}
              </LinkButton>
            )}
            {ownLanguages.length > 0 && (
              <LinkButton to={paths.translationFiles(network)}>{t('translators:title')}</LinkButton>
            )}
            {maySetTree && (
              <LinkButton to={paths.machineTranslation(network)}>{t('translators:machine.title')}</LinkButton>
            )}
            {maySetTree && (
              <>
                <LinkButton to={paths.languageLevels(network)}>{t('levels.title')}</LinkButton>
                <LinkButton to={paths.languageTree(network)}>{t('tree.title')}</LinkButton>
              </>
            )}
          </>
        }
      />
      <SettingsTabs />
      <Completeness />
      <Texts />
      <LeftOver />
    </>
  );
}

function Completeness() {
  const { network, languages, tree, ownLanguages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  type Figure = (typeof languages)[number];
  const counted = (state: TranslationState) => ({
    key: state,
    header: t(`states.${state}`),
    isNumber: true,
    cell: ({ language, counts }: Figure) =>
      counts[state] === 0 ? (
        format.number(0)
      ) : (
        <Link to={paths.translations(network, { language, state })} className="link">
          {format.number(counts[state])}
        </Link>
      ),
  });
  return (
    <Section id="complete" layout="full" title={t('figures.title')} lead={t('figures.lead')}>
      <Table
        caption={t('figures.title')}
        isCaptionHidden
        rows={languages}
        rowKey={({ language }) => language}
        columns={[
          {
            key: 'language',
            header: t('figures.language'),
            isName: true,
            cell: ({ language }) => (
              <>
                {format.language(language)}
                {tree[language] && (
                  <span className="block font-normal text-muted">← {format.language(tree[language])}</span>
                )}
              </>
            ),
          },
          {
            key: 'complete',
            header: t('figures.complete'),
            cell: ({ percent, current, required }) =>
              percent === null
                ? t('figures.nothing')
                : t('figures.of', {
                    percent: format.number(percent),
                    current: format.number(current),
                    required: format.number(required),
                  }),
          },
          ...openStates.map(counted),
          {
            key: 'next',
            header: t('next'),
            isSteps: true,
            cell: ({ language, counts }) =>
              ownLanguages.includes(language) &&
              openStates.some((state) => counts[state] > 0) && (
                <LinkButton
                  size="small"
                  to={paths.nextTranslation(network, language)}
                  aria-label={`${t('next')}: ${format.language(language)}`}
                >
                  {t('next')}
                </LinkButton>
              ),
          },
        ]}
      />
      <ByKind />
    </Section>
  );
}

function ByKind() {
  const { network, kinds, languages, byKind } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const rows = kinds.filter((kind) => byKind.some((each) => each.kind === kind));
  return (
    <div className="mt-8">
      <Table
        caption={t('figures.byKind')}
        rows={rows}
        rowKey={(kind) => kind}
        columns={[
          { key: 'kind', header: t('filter.kind'), isName: true, cell: (kind) => t(`kinds.${kind}`) },
          ...languages.map(({ language }) => ({
            key: language,
            header: format.language(language),
            isNumber: true,
            cell: (kind: (typeof rows)[number]) => {
              const counts = byKind.find((each) => each.kind === kind && each.language === language)?.counts;
              const open = (counts?.missing ?? 0) + (counts?.outdated ?? 0);
              if (open === 0) return format.number(0);
              return (
                <Link to={paths.translations(network, { language, kind })} className="link">
                  {format.number(open)}
                </Link>
              );
            },
          })),
        ]}
      />
    </div>
  );
}

function Texts() {
  const { network, search, languages, kinds, lines, total, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const { page, isPublic, ...rest } = search;
  const query = { ...rest, isPublic: isPublic ? 'true' : '' };
  const isFiltered = Object.entries(query).some(
    ([name, value]) => value !== (name === 'state' ? 'open' : ''),
  );
  return (
    <Section
      id="texts"
      layout="full"
      title={t('list.title')}
      actions={
        total > 0 && (
          <LinkButton to={paths.translationTable(network, query)} reloadDocument>
            {t('list.csv')}
          </LinkButton>
        )
      }
    >
      <FilterBar label={t('filter.label')} clearTo={isFiltered ? paths.translations(network) : undefined}>
        <Filter label={t('filter.words')}>
          <input type="search" name="q" defaultValue={search.q} maxLength={100} className="control" />
        </Filter>
        <FilterChoice
          name="language"
          label={t('filter.language')}
          value={search.language}
          any={t('filter.any')}
          options={languages.map(({ language }) => [language, format.language(language)] as const)}
        />
        <FilterChoice
          name="kind"
          label={t('filter.kind')}
          value={search.kind}
          any={t('filter.any')}
          options={kinds.map((kind) => [kind, t(`kinds.${kind}`)] as const)}
        />
        <FilterChoice
          name="state"
          label={t('filter.state')}
          value={search.state}
          any={t('filter.any')}
          options={[
            ['open', t('filter.open')] as const,
            ...translationStates.map((state) => [state, t(`states.${state}`)] as const),
          ]}
        />
        <FilterChoice
          name="isPublic"
          label={t('filter.audience')}
          value={isPublic ? 'true' : ''}
          any={t('filter.any')}
          options={[['true', t('filter.publicOnly')]]}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <Empty title={t('list.none')}>{t('list.noneText')}</Empty>
      ) : (
        <Table
          caption={t('list.count', { count: total })}
          rows={lines}
          rowKey={({ id, language }) => `${id} ${language}`}
          columns={[
            {
              key: 'text',
              header: t('list.text'),
              isName: true,
              cell: ({ kind, id, title, titleLanguage, language, isPublic: isOpen }) => (
                <>
                  <Link to={paths.translation(network, kind, id, language)} className="link wrap-anywhere">
                    <span lang={titleLanguage} dir="auto" translate="no">
                      {title}
                    </span>
                  </Link>
                  <span className="block font-normal text-muted">
                    {[t(`kinds.${kind}`), ...(isOpen ? [] : [t('list.onlyInside')])].join(' · ')}
                  </span>
                </>
              ),
            },
            {
              key: 'language',
              header: t('filter.language'),
              cell: ({ language }) => format.language(language),
            },
            {
              key: 'state',
              header: t('filter.state'),
              cell: ({ state }) => <TranslationBadge state={state} />,
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        to={(to) => paths.translations(network, { ...query, page: to })}
      />
    </Section>
  );
}

function LeftOver() {
  const { leftOver } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  if (leftOver.length === 0) return null;
  return (
    <Section id="left-over" title={t('leftOver.title')} lead={t('leftOver.text')}>
      <ul>
        {leftOver.map(({ language, texts }) => (
          <li key={language} className="border-b border-rule py-3 first:border-t first:border-t-ink">
            {t('leftOver.line', { language: format.language(language), count: texts })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

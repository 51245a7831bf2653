import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { cardStates, situations, textStates } from '@tessera/core/cards/rules.ts';
import { CardFilter } from '@tessera/core/cards/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { CardBadge, TextBadge } from '~/components/cards/badges.tsx';
import { CardFigures } from '~/components/cards/card-figures.tsx';
import { CardText } from '~/components/cards/card-text.tsx';
import { Pictogram } from '~/components/cards/pictogram.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const nothing = { situation: null, language: null, state: null, textState: null, q: null };

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const { data: filter = nothing } = CardFilter.safeParse(query);
  const { cards } = api(args);
  const [list, { figures }] = await Promise.all([cards.list({ ...where, ...filter }), cards.overview(where)]);
  return { ...where, filter, figures, ...list };
}

export const handle: Handle = { title: (t) => t('cards:library.title') };

export default function Library() {
  const { network, mayCreate, figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.cards(network), label: t('title') }]} />
      <PageHeader
        title={t('library.title')}
        lead={t('library.lead')}
        actions={
          mayCreate && (
            <LinkButton look="primary" to={paths.newCard(network)}>
              {t('new.title')}
            </LinkButton>
          )
        }
      />
      <CardFigures figures={figures} />
      <Progress />
      <Cards />
    </>
  );
}

function Progress() {
  const { network, languages, published } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  if (languages.length === 0) return null;
  return (
    <Section id="languages" title={t('progress.title')} lead={t('progress.lead')}>
      <DefinitionList
        entries={languages.map(({ language, shown, waiting, rejected }) => ({
          term: (
            <Link to={paths.cardLibrary(network, { language })} className="link">
              {format.language(language)}
            </Link>
          ),
          value: (
            <span className="flex flex-wrap gap-x-4">
              <span className="font-semibold tabular-nums">
                {t('figures.of', { number: format.number(shown), all: format.number(published) })}
              </span>
              {waiting > 0 && (
                <span className="text-muted">
                  {t('progress.waiting', { number: format.number(waiting) })}
                </span>
              )}
              {rejected > 0 && (
                <span className="text-danger">
                  {t('progress.rejected', { number: format.number(rejected) })}
                </span>
              )}
            </span>
          ),
        }))}
      />
    </Section>
  );
}

function Cards() {
  const { network, host, language, languages, cards, filter, isInside } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const offered = [...new Set([host, language, ...languages.map((each) => each.language)])];
  return (
    <Section id="cards" title={t('library.cards')} layout="full">
      <FilterBar label={t('library.filter')} {...(isFiltered ? { clearTo: paths.cardLibrary(network) } : {})}>
        <Filter label={t('library.words')}>
          <input
            type="search"
            name="q"
            defaultValue={filter.q ?? ''}
            maxLength={100}
            dir="auto"
            className="control"
          />
        </Filter>
        <FilterChoice
          name="language"
          label={t('library.language')}
          value={language}
          options={offered.map((value) => [value, format.language(value)] as const)}
        />
        <FilterChoice
          name="situation"
          label={t('form.situation')}
          value={filter.situation ?? ''}
          any={t('library.any')}
          options={situations.map((value) => [value, t(`situations.${value}`)] as const)}
        />
        {isInside && (
          <>
            <FilterChoice
              name="state"
              label={t('library.state')}
              value={filter.state ?? ''}
              any={t('library.any')}
              options={cardStates.map((value) => [value, t(`states.card.${value}`)] as const)}
            />
            <FilterChoice
              name="textState"
              label={t('library.textState')}
              value={filter.textState ?? ''}
              any={t('library.any')}
              options={(['missing', ...textStates] as const).map(
                (value) => [value, t(`states.text.${value}`)] as const,
              )}
            />
          </>
        )}
      </FilterBar>
      {cards.length === 0 ? (
        <Empty title={t('library.none')} />
      ) : (
        <>
          <p className="mb-4 font-semibold">{t('library.count', { count: cards.length })}</p>
          {situations.map((situation) => {
            const own = cards.filter((card) => card.situation === situation);
            return (
              own.length > 0 && (
                <Group key={situation} situation={situation} cards={own} isOpen={isFiltered} />
              )
            );
          })}
        </>
      )}
    </Section>
  );
}

type Line = SerializeFrom<typeof loader>['cards'][number];

/** The cards of a situation, folded with their number; whoever looks for something sees what was found. */
function Group({
  situation,
  cards,
  isOpen,
}: {
  situation: Line['situation'];
  cards: Line[];
  isOpen: boolean;
}) {
  const { network, host, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  return (
    <details open={isOpen} className="group border-b border-rule">
      <summary className="flex min-h-14 cursor-pointer items-center gap-x-4 py-2">
        <h3 className="text-lg font-semibold">{t(`situations.${situation}`)}</h3>
        <span className="ms-auto shrink-0 text-muted">{t('library.count', { count: cards.length })}</span>
        <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
      </summary>
      <div className="pb-6">
        <Table
          isCaptionHidden
          caption={t(`situations.${situation}`)}
          rows={cards}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'card',
              header: t('library.card'),
              isName: true,
              cell: ({ id, pictogram, host: words }) => (
                <span className="flex items-center gap-3">
                  <Pictogram name={pictogram} isDecoration />
                  <Link to={paths.card(network, id)} className="link">
                    <CardText language={host}>{words}</CardText>
                  </Link>
                </span>
              ),
            },
            {
              key: 'text',
              header: format.language(language),
              cell: ({ text, textState }) => (
                <>
                  {text && language !== host && <CardText language={language}>{text}</CardText>}
                  <TextBadge state={textState} />
                </>
              ),
            },
            {
              key: 'state',
              header: t('library.state'),
              cell: ({ state, isReviewDue }) => (
                <>
                  <CardBadge state={state} />
                  {isReviewDue && (
                    <span className="block">
                      <Badge tone="warning" shape="attention">
                        {t('card.reviewDue')}
                      </Badge>
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'shown',
              header: t('library.shownIn'),
              isNumber: true,
              cell: ({ shownIn }) => format.number(shownIn),
            },
          ]}
        />
      </div>
    </details>
  );
}

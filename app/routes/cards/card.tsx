import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardBadge, TextBadge } from '~/components/cards/badges.tsx';
import { CardText } from '~/components/cards/card-text.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { ChoicesSection } from '~/components/cards/choices-section.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import { NamedBy } from '~/components/cards/named-by.tsx';
import { Pictogram } from '~/components/cards/pictogram.tsx';
import { VerdictList } from '~/components/cards/verdict-list.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { cardParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = cardParams(args);
  const card = await api(args).cards.one(where);
  return { ...where, card, title: hostText(card) };
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.title };

export default function CardPage() {
  const { network, cardId, card, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const { state, moves, lacking, mayEdit, isInside, host } = card;
  return (
    <>
      <CardWays />
      <PageHeader
        eyebrow={t(`situations.${card.situation}`)}
        title={<CardText language={host}>{title}</CardText>}
        actions={mayEdit && <LinkButton to={paths.cardEdit(network, cardId)}>{t('edit.title')}</LinkButton>}
      >
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <CardBadge state={state} />
          {card.isReviewDue && (
            <Badge tone="warning" shape="attention">
              {t('card.reviewDue')}
            </Badge>
          )}
        </p>
        {isInside && state !== 'published' && state !== 'retired' && lacking.length > 0 && (
          <div className="mt-6">
            <Notice title={t('card.lacking')}>{lacking.map((part) => t(`parts.${part}`)).join(' · ')}</Notice>
          </div>
        )}
        {moves.length > 0 && (
          <div className="mt-6 flex flex-wrap gap-3" data-print="no">
            {moves
              .filter((move) => move !== 'publish' || lacking.length === 0)
              .map((move) => (
                <LinkButton
                  key={move}
                  look={move === 'retire' ? 'danger' : move === 'revise' ? 'quiet' : 'primary'}
                  to={paths.cardStep(network, cardId, move)}
                >
                  {t(`moves.${move}`)}
                </LinkButton>
              ))}
          </div>
        )}
      </PageHeader>
      <About />
      {card.answer === 'point_list' && card.situation !== 'answers' && (
        <ChoicesSection
          network={network}
          cardId={cardId}
          host={host}
          languages={card.texts.map(({ language }) => language)}
          choices={card.choices}
          mayEdit={mayEdit}
        />
      )}
      {card.namedBy.length > 0 && (
        <Section id="named" title={t('choices.namedBy')}>
          <NamedBy network={network} host={host} cards={card.namedBy} />
        </Section>
      )}
      <Texts />
      {isInside && <Tests />}
      {isInside && <History />}
    </>
  );
}

function About() {
  const { card } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const { picture, pictogram, reviewBy, needed } = card;
  return (
    <Section id="about" title={t('card.about')}>
      <div className="mb-6 flex flex-wrap items-start gap-6">
        <Pictogram name={pictogram} size={144} />
        {picture ? (
          <p className="text-sm text-muted">
            {t('card.drawnBy', { author: picture.author, licence: picture.licence })}
            {picture.source && (
              <>
                {' · '}
                <a href={picture.source} className="link" rel="noreferrer">
                  {picture.source}
                </a>
              </>
            )}
          </p>
        ) : (
          <p className="text-muted">{t('card.noPictogram')}</p>
        )}
      </div>
      <DefinitionList
        entries={[
          { term: t('form.side'), value: t(`sides.${card.side}`) },
          { term: t('form.answer'), value: t(`answers.${card.answer}`) },
          { term: t('card.needed'), value: t('card.people', { count: needed }) },
          {
            term: t('form.reviewBy'),
            value: reviewBy && (
              <time dateTime={reviewBy}>{format.date(new Date(`${reviewBy}T00:00:00Z`), 'UTC')}</time>
            ),
          },
          { term: t('form.key'), value: <code translate="no">{card.conceptKey}</code> },
        ]}
      />
    </Section>
  );
}

function Texts() {
  const { network, cardId, card } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const missing = spokenLanguages
    .filter((language) => language !== card.host && !card.texts.some((text) => text.language === language))
    .map((value) => ({ value, label: format.language(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Section id="texts" title={t('texts.title')} lead={t('texts.lead')} layout="full">
      <Table
        caption={t('texts.title')}
        isCaptionHidden
        rows={card.texts}
        rowKey={({ language }) => language}
        columns={[
          {
            key: 'language',
            header: t('library.language'),
            isName: true,
            cell: ({ language }) =>
              card.isInside ? (
                <Link to={paths.cardText(network, cardId, language)} className="link">
                  {format.language(language)}
                </Link>
              ) : (
                format.language(language)
              ),
          },
          {
            key: 'text',
            header: t('texts.text'),
            cell: ({ language, text, transliteration }) => (
              <>
                <CardText language={language}>{text}</CardText>
                {transliteration && <span className="block text-muted">{transliteration}</span>}
              </>
            ),
          },
          {
            key: 'state',
            header: t('library.state'),
            cell: ({ state, approvals }) => (
              <>
                <TextBadge state={state} />
                {state === 'reviewed' && card.needed > 1 && (
                  <span className="block text-muted">
                    {t('texts.approved', {
                      number: format.number(approvals),
                      all: format.number(card.needed),
                    })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'deck',
            header: t('texts.deck'),
            cell: ({ isShown }) => t(isShown ? 'texts.inDeck' : 'texts.notInDeck'),
          },
        ]}
      />
      {card.mayTranslate && (
        <AddLanguage network={network} cardId={cardId} languages={missing} label={t('texts.add')} />
      )}
    </Section>
  );
}

// The address needs the language in its path; the page of a language that is missing leads on to its form.
function AddLanguage({
  network,
  cardId,
  languages,
  label,
}: {
  network: string;
  cardId: string;
  languages: { value: string; label: string }[];
  label: string;
}) {
  const { t } = useTranslation('cards');
  return (
    <Form
      method="get"
      action={paths.cardTextEdit(network, cardId, 'new')}
      className="mt-6 flex flex-wrap items-end gap-3"
      data-print="no"
    >
      <label className="block text-sm">
        <span className="mb-1 block font-semibold">{label}</span>
        <select name="in" className="control">
          {languages.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button>{t('texts.write')}</Button>
    </Form>
  );
}

function Tests() {
  const { network, cardId, card } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  return (
    <Section
      id="tests"
      title={t('test.title')}
      lead={t('test.lead')}
      actions={
        card.mayTranslate && <LinkButton to={paths.cardTest(network, cardId)}>{t('test.note')}</LinkButton>
      }
    >
      {card.tests.length === 0 ? (
        <p className="text-muted">{t('test.none')}</p>
      ) : (
        <ul className="max-w-[46rem]">
          {card.tests.map(({ id, language, testedOn, shown, understood, remark }) => (
            <li key={id} className="border-b border-rule py-3 first:pt-0">
              <span className="font-semibold">
                {format.language(language)} ·{' '}
                {t('test.understoodOf', { number: format.number(understood), all: format.number(shown) })}
              </span>
              <span className="block text-sm text-muted">
                <time dateTime={testedOn}>{format.date(new Date(`${testedOn}T00:00:00Z`), 'UTC')}</time>
              </span>
              {remark && (
                <span dir="auto" className="block wrap-anywhere">
                  {remark}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function History() {
  const { card } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  return (
    <Section id="history" title={t('history.title')}>
      <VerdictList verdicts={card.verdicts} />
    </Section>
  );
}

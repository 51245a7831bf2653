import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Situation } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardFigures } from '~/components/cards/card-figures.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan, useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).cards.overview(where)) };
}

export const handle: Handle = { title: (t) => t('cards:title') };

export default function Decks() {
  const { network, host, figures, languages, trials, numbers, situations } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['cards', 'spot']);
  const format = useFormats();
  const may = useCan();
  return (
    <>
      <PageHeader
        eyebrow={useNetwork()?.name}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {languages.length > 0 && (
              <>
                <LinkButton look="primary" to={paths.spot(network)}>
                  {t('spot:title')}
                </LinkButton>
                <LinkButton to={paths.cardPrint(network)}>{t('spot:print.title')}</LinkButton>
              </>
            )}
            {may('card.read') && (
              <LinkButton to={paths.cardLibrary(network)}>{t('library.title')}</LinkButton>
            )}
          </>
        }
      />
      {languages.length === 0 ? (
        <Empty title={t('decks.none')}>{t('decks.noneText')}</Empty>
      ) : (
        <Section
          id="decks"
          title={t('decks.title')}
          lead={t('decks.lead', { language: format.language(host) })}
        >
          <DefinitionList
            entries={languages.map(({ language, cards }) => ({
              term: (
                <Link
                  to={paths.spotLanguage(network, language)}
                  className="link inline-flex min-h-11 items-center"
                >
                  {format.language(language)}
                </Link>
              ),
              value: t('decks.cards', { count: cards }),
            }))}
          />
        </Section>
      )}
      {trials.length > 0 && (
        <Section id="trials" title={t('decks.trials')} lead={t('decks.trialsLead')}>
          <ul>
            {trials.map((language) => (
              <li key={language}>
                <Link
                  to={paths.spotLanguage(network, language)}
                  className="link inline-flex min-h-11 items-center"
                >
                  {format.language(language)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="numbers" title={t('numbers.title')} lead={t('numbers.lead')}>
        <DefinitionList
          entries={numbers.map(({ number, label }) => ({
            term: <span dir="auto">{label}</span>,
            value: (
              <a
                href={`tel:${number.replace(/[^+\d]/g, '')}`}
                className="link inline-flex min-h-11 items-center"
              >
                <bdi className="text-lg font-bold tabular-nums">{number}</bdi>
              </a>
            ),
          }))}
        />
      </Section>
      {situations.length > 0 && (
        <Section id="situations" title={t('use.title')} lead={t('use.lead')}>
          <DefinitionList
            entries={situations.map(({ situation, published }) => ({
              term: t(`situations.${situation as Situation}`),
              value: t('decks.cards', { count: published }),
            }))}
          />
        </Section>
      )}
      {figures.published > 0 && <CardFigures figures={figures} />}
    </>
  );
}

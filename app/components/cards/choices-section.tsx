import { Link } from '@remix-run/react';
import type { CardState } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';
import { CardBadge } from './badges.tsx';
import { CardText } from './card-text.tsx';
import { Pictogram } from './pictogram.tsx';

type Choice = { id: string; text: string; pictogram: string | null; state: CardState; shownIn: string[] };

/** The words to point at beneath a card, and how many of them can be shown in each of its languages. */
export function ChoicesSection({
  network,
  cardId,
  host,
  languages,
  choices,
  mayEdit,
}: {
  network: string;
  cardId: string;
  host: string;
  languages: readonly string[];
  choices: readonly Choice[];
  mayEdit: boolean;
}) {
  const { t } = useTranslation('cards');
  const format = useFormats();
  const shownIn = (language: string) => choices.filter((each) => each.shownIn.includes(language)).length;
  const all = format.number(choices.length);
  return (
    <Section
      id="choices"
      title={t('choices.title')}
      lead={t('choices.lead')}
      actions={
        mayEdit && <LinkButton to={paths.cardChoices(network, cardId)}>{t('choices.edit')}</LinkButton>
      }
    >
      {choices.length === 0 ? (
        <p className="text-muted">{t('choices.none')}</p>
      ) : (
        <>
          <ul className="mb-6 grid gap-2 sm:grid-cols-2">
            {choices.map(({ id, text, pictogram, state }) => (
              <li key={id} className="flex items-center gap-3 border border-rule p-2">
                <Pictogram name={pictogram} isDecoration />
                <span className="min-w-0">
                  <Link to={paths.card(network, id)} className="link">
                    <CardText language={host}>{text}</CardText>
                  </Link>
                  {state !== 'published' && <CardBadge state={state} />}
                </span>
              </li>
            ))}
          </ul>
          <h3 className="mb-2 font-semibold">{t('choices.shown')}</h3>
          <DefinitionList
            entries={languages.map((language) => ({
              term: format.language(language),
              value: t('figures.of', { number: format.number(shownIn(language)), all }),
            }))}
          />
        </>
      )}
    </Section>
  );
}

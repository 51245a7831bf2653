import { namedSituations } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';

/** What a programme counts of its cards. */
export function CardFigures({
  figures,
}: {
  figures: { published: number; situations: number; languages: number };
}) {
  const { t } = useTranslation('cards');
  const format = useFormats();
  const of = { number: format.number(figures.situations), all: format.number(namedSituations.length) };
  return (
    <Section id="figures" title={t('figures.title')}>
      <DefinitionList
        entries={[
          { term: t('figures.published'), value: format.number(figures.published) },
          { term: t('figures.situations'), value: t('figures.of', of) },
          { term: t('figures.languages'), value: format.number(figures.languages) },
        ]}
      />
    </Section>
  );
}

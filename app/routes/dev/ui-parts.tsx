import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Filter, FilterBar, FilterChoice, FilterTick } from '~/ui/filter-bar.tsx';
import { Folded } from '~/ui/folded.tsx';
import { Prose, Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';

/** One that filters nothing yet, and one that is so long that a phone folds it. */
export function FilterSamples() {
  const { t } = useTranslation(['dev', 'common']);
  const title = t('ui.sections.filters');
  const options = [
    ['open', t('ui.words.open')],
    ['long', t('ui.sampleLong')],
  ] as const;
  return (
    <Section id="filters" title={title} layout="full">
      <FilterBar label={`${title} 1`}>
        <Filter label={t('common:search')}>
          <input type="search" name="q" className="control" />
        </Filter>
        <FilterChoice
          name="state"
          label={t('ui.words.state')}
          value=""
          any={t('common:all')}
          options={options}
        />
      </FilterBar>
      <FilterBar label={`${title} 2`} clearTo={paths.devUi()} submit={t('common:search')}>
        <Filter label={t('ui.words.place')}>
          <input type="search" name="place" defaultValue={t('ui.sampleLong')} className="control" />
        </Filter>
        <FilterChoice name="one" label={t('ui.words.state')} value="open" options={options} />
        <FilterChoice name="two" label={t('ui.words.amount')} value="long" options={options} />
        <FilterTick name="mine" value="1" isTicked label={t('ui.words.mine')} />
        <FilterTick name="free" value="1" isTicked={false} label={t('ui.words.free', { count: 4 })} />
      </FilterBar>
    </Section>
  );
}

export function FoldSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="folds" title={t('ui.sections.folds')}>
      <div className="max-w-[36rem] space-y-4">
        <Folded isOpen={false} summary={t('ui.words.folded')}>
          <p>{t('ui.sampleText')}</p>
        </Folded>
        <Folded isOpen summary={t('ui.words.unfolded')}>
          <p>{t('ui.sampleText')}</p>
        </Folded>
        <Folded isOpen={false} summary={t('ui.sampleLong')}>
          <p>{t('ui.sampleText')}</p>
        </Folded>
      </div>
    </Section>
  );
}

// Each as somebody could write it: numbers and addresses keep their order in scripts that are read from the right.
const written = [
  'Str. Lungă 12, tel. +40 265 123 456, ana@demo.example',
  'Улица „Васил Левски“ 12, тел. +359 601 123 456',
  'شماره تلفن: +40 265 123 456، نشانی: ana@demo.example',
  'عنوان الصفحة https://demo.example/help 24/7',
];

export function WrittenSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="written" title={t('ui.sections.written')}>
      <Prose>
        {written.map((text) => (
          <p key={text} dir="auto">
            <Written text={text} />
          </p>
        ))}
      </Prose>
    </Section>
  );
}

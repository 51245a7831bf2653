import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { refuse } from '~/server/refusal.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { type SectionName, sections } from './sections.ts';
import { ChoiceSamples, FieldSamples, FormSample } from './ui-fields.tsx';
import { ButtonSamples, SummarySample } from './ui-forms.tsx';
import { AccentSamples, ColourSamples, TypeSamples } from './ui-ground.tsx';
import { FilterSamples, FoldSamples, WrittenSamples } from './ui-parts.tsx';
import { BadgeSamples, MeterSamples, NoticeSamples, StatSamples } from './ui-states.tsx';
import { EmptySamples, ListSamples, MenuSamples, TableSamples, WaySamples } from './ui-structures.tsx';

/** Every primitive in every state; open in the demo and in development only. */
export function loader(_args: LoaderFunctionArgs) {
  if (!env().TESSERA_DEMO && env().NODE_ENV !== 'development') throw refuse('not_found');
  return null;
}

export const handle: Handle = { title: (t) => t('dev:ui.title') };

const samples: Record<SectionName, () => React.JSX.Element> = {
  type: TypeSamples,
  colours: ColourSamples,
  accents: AccentSamples,
  buttons: ButtonSamples,
  forms: FieldSamples,
  choices: ChoiceSamples,
  form: FormSample,
  summary: SummarySample,
  notices: NoticeSamples,
  badges: BadgeSamples,
  meters: MeterSamples,
  stats: StatSamples,
  filters: FilterSamples,
  tables: TableSamples,
  lists: ListSamples,
  folds: FoldSamples,
  written: WrittenSamples,
  navigation: WaySamples,
  menus: MenuSamples,
  empty: EmptySamples,
};

export default function Ui() {
  const { t } = useTranslation('dev');
  return (
    <>
      <PageHeader eyebrow={t('ui.eyebrow')} title={t('ui.title')} lead={t('ui.lead')}>
        <nav aria-label={t('ui.contents')} className="mt-6">
          <ul className="flex flex-wrap gap-x-5">
            {sections.map((name) => (
              <li key={name}>
                <a href={`#${name}`} className="link inline-flex min-h-8 items-center">
                  {t(`ui.sections.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </PageHeader>
      {sections.map((name) => {
        const Sample = samples[name];
        return <Sample key={name} />;
      })}
    </>
  );
}

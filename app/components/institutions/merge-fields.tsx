import { mergeFields } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { placeOf, useInstitutionWords } from './words.ts';

type Card = {
  kind: string;
  texts: { language: string; name: string }[];
  shortName: string;
  locality: string;
  county: string;
  address: string;
  website: string;
  languages: string[];
  parentName: string | null;
};

/** Two cards side by side; for each value one chooses whose stays. */
export function MergeFields({ winner, loser }: { winner: Card; loser: Card }) {
  const { t } = useTranslation('institutions');
  const shown = useValues();
  return (
    <div className="space-y-2">
      {mergeFields.map((field) => {
        const [own, other] = [shown(field, winner), shown(field, loser)];
        return (
          <fieldset
            key={field}
            id={`merge-${field}`}
            className="min-w-0 border-b border-rule py-3 last:border-0"
          >
            <legend className="w-full font-semibold sm:float-start sm:w-48">
              {t(`merge.fields.${field}`)}
            </legend>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 sm:grid-cols-2">
              <Side field={field} side="winner" value={own} isChosen={own !== '' || other === ''} />
              {own === other ? (
                <p className="self-center text-sm text-muted">{t('merge.same')}</p>
              ) : (
                <Side field={field} side="loser" value={other} isChosen={own === '' && other !== ''} />
              )}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

function Side({
  field,
  side,
  value,
  isChosen,
}: {
  field: string;
  side: 'winner' | 'loser';
  value: string;
  isChosen: boolean;
}) {
  const { t } = useTranslation('institutions');
  const id = `merge-${field}-${side}`;
  return (
    <div className="flex min-h-11 items-start gap-3 py-2">
      <input type="radio" id={id} name={field} value={side} defaultChecked={isChosen} className="tick" />
      <label htmlFor={id} className="min-w-0 cursor-pointer whitespace-pre-line wrap-anywhere">
        {value || <span className="text-muted">{t('merge.nothing')}</span>}
        <span className="block text-sm text-muted">{t(`merge.${side}`)}</span>
      </label>
    </div>
  );
}

function useValues() {
  const words = useInstitutionWords();
  const format = useFormats();
  return (field: (typeof mergeFields)[number], card: Card): string => {
    switch (field) {
      case 'names':
        return card.texts.map(({ language, name }) => `${name} (${format.language(language)})`).join('\n');
      case 'kind':
        return words.kind(card.kind);
      case 'shortName':
        return card.shortName;
      case 'place':
        return [card.address, placeOf(card)].filter(Boolean).join(', ');
      case 'website':
        return card.website;
      case 'languages':
        return card.languages.map((tag) => format.language(tag)).join(', ');
      case 'parent':
        return card.parentName ?? '';
      default:
        return field satisfies never;
    }
  };
}

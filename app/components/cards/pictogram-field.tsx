import { type PictogramName, pictogramNames } from '@tessera/core/cards/pictograms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { FieldGroup, type FieldProps } from '~/ui/field.tsx';
import { Pictogram } from './pictogram.tsx';

/** All motifs in sight, one of them to choose. */
export function PictogramField({ defaultValue, ...field }: FieldProps & { defaultValue?: string }) {
  const { t } = useTranslation('pictograms');
  return (
    <FieldGroup {...field}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2">
        {pictogramNames.map((name: PictogramName) => (
          <label
            key={name}
            className="flex cursor-pointer flex-col items-center gap-1.5 border border-rule p-2 text-center text-xs has-checked:border-accent has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-2"
          >
            <Pictogram name={name} isDecoration />
            <span className="flex items-start gap-1.5">
              <input
                type="radio"
                name={field.name}
                value={name}
                defaultChecked={name === defaultValue}
                className="tick mt-0.5"
              />
              <span>{t(name)}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

import { useTranslation } from '@tessera/i18n/react.tsx';
import { FieldGroup, type FieldProps } from '~/ui/field.tsx';
import { CardText } from './card-text.tsx';
import { Pictogram } from './pictogram.tsx';

type Word = { id: string; text: string; pictogram: string | null };

/** All words to point at, those of the card ticked and in their order. */
export function ChoicesField({
  words,
  chosen,
  language,
  defaultValue: _none,
  ...field
}: FieldProps & {
  words: readonly Word[];
  chosen: readonly string[];
  language: string;
  defaultValue?: string;
}) {
  const { t } = useTranslation('cards');
  return (
    <FieldGroup {...field} required={false}>
      <ul className="grid gap-2 sm:grid-cols-2">
        {words.map(({ id, text, pictogram }, index) => (
          <li key={id} className="flex items-center gap-3 border border-rule p-2 has-checked:border-accent">
            <Pictogram name={pictogram} isDecoration />
            <label className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="answerIds"
                value={id}
                defaultChecked={chosen.includes(id)}
                className="tick shrink-0"
              />
              <CardText language={language}>{text}</CardText>
            </label>
            <input type="hidden" name="ids" value={id} />
            <input
              type="number"
              name="places"
              min={1}
              max={999}
              defaultValue={index + 1}
              aria-label={`${t('choices.place')}: ${text}`}
              className="control w-20"
            />
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

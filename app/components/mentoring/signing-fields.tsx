import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import type { useTesseraForm } from '~/ui/form.tsx';

type State = ReturnType<typeof useTesseraForm<{ language: string; isInterpreted: string }>>;

/** Which text is signed: the one that is shown; where a programme has none only the language is noted. */
export function SigningFields({
  state,
  text,
}: {
  state: Pick<State, 'field'>;
  text: { language: string; version: number } | null;
}) {
  const { t } = useTranslation('agreements');
  const format = useFormats();
  return (
    <>
      {text ? (
        <>
          <input type="hidden" name="language" value={text.language} />
          <input type="hidden" name="version" value={text.version} />
          <p>
            {t('language')}: <strong>{format.language(text.language)}</strong>
          </p>
        </>
      ) : (
        <SelectField
          {...state.field('language')}
          options={spokenLanguages.map((value) => ({ value, label: format.language(value) }))}
        />
      )}
      <CheckboxField {...state.field('isInterpreted')} defaultValue={undefined} />
    </>
  );
}

import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useContentLanguages } from '~/components/initiatives/in-languages.tsx';
import { useFormats } from '~/components/use-formats.ts';
import type { FieldProps } from '~/ui/field.tsx';
import { Folded } from '~/ui/folded.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { titleName } from './titles.ts';

/** One title: in the reader's language in sight, or the first of the network; in its others to unfold. */
export function TitleInputs({
  label,
  parts,
  field,
}: {
  label: string;
  parts: Record<string, FieldMetadata<unknown>>;
  field: (part: FieldMetadata<unknown>) => FieldProps & { defaultValue?: string };
}) {
  const { t, language: own } = useTranslation('plans');
  const format = useFormats();
  const known = Object.entries(parts).flatMap(([name, part]) =>
    name.startsWith('title_') && part.initialValue ? [name.slice('title_'.length)] : [],
  );
  const content = useContentLanguages();
  const shown = content.includes(own) ? [own, ...content] : content;
  const [first = own, ...others] = [...new Set([...shown, ...known])];
  const input = (language: string, words: string) => {
    const part = parts[titleName(language)];
    return (
      part && (
        <TextField
          key={language}
          {...field(part)}
          required={false}
          label={words}
          lang={language}
          dir="auto"
          maxLength={200}
        />
      )
    );
  };
  return (
    <div className="space-y-2">
      {input(first, label)}
      <Folded
        isOpen={others.some((language) => !parts[titleName(first)]?.initialValue && known.includes(language))}
        summaryClass="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-4"
        summary={
          <>
            {t('inLanguages')} <span className="sr-only">{label}</span>
          </>
        }
      >
        <div className="space-y-4 pt-1">
          {others.map((language) =>
            input(language, t('titleIn', { field: label, language: format.language(language) })),
          )}
        </div>
      </Folded>
    </div>
  );
}

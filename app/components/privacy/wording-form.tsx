import type { Wording } from '@tessera/core/consents/schema.ts';
import { type Language, languageNames } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

type Text = { language: Language; title: string; text: string };

/** The words of one purpose in every language of the network. A purpose that exists keeps its short name. */
export function WordingForm({
  network,
  purpose,
  texts,
  months,
}: {
  network: string;
  purpose: string | null;
  texts: readonly Text[];
  months: number | null;
}) {
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof Wording>>({
    id: 'wording',
    labels: {
      purpose: t('wordings.purpose'),
      'texts[].title': t('wordings.textTitle'),
      'texts[].text': t('wordings.text'),
      months: t('wordings.months'),
    },
    hints: {
      purpose: t('wordings.purposeHint'),
      'texts[].text': t('wordings.textHint'),
      months: t('wordings.monthsHint'),
    },
    defaultValue: { purpose: purpose ?? '', texts: [...texts], months },
  });
  return (
    <TesseraForm state={form}>
      {purpose === null ? (
        <TextField {...form.field('purpose')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      ) : (
        <input type="hidden" name="purpose" value={purpose} />
      )}
      {form.fields.texts.getFieldList().map((entry, index) => {
        const language = texts[index]?.language;
        if (!language) return null;
        const { language: tag, title, text } = entry.getFieldset();
        return (
          <fieldset key={language} className="space-y-6 border-t border-rule pt-5">
            <legend className="font-semibold" lang={language}>
              {languageNames[language]}
            </legend>
            <input type="hidden" name={tag.name} value={language} />
            <TextField {...form.field(title)} lang={language} autoComplete="off" />
            <TextareaField {...form.field(text)} lang={language} rows={5} />
          </fieldset>
        );
      })}
      <TextField
        {...form.field('months')}
        type="number"
        inputMode="numeric"
        min={1}
        max={120}
        className="max-w-32"
      />
      <FormEnd back={paths.wordings(network)} isPending={form.isPending}>
        {t('wordings.save')}
      </FormEnd>
    </TesseraForm>
  );
}

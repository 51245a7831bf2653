import type { Caller } from '@tessera/core/api.server.ts';
import type { NetworkKind } from '@tessera/core/networks/kinds.ts';
import type { CardLanguages, CardTerritory, CardTexts } from '@tessera/core/networks/schema.ts';
import { languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { SeenTextField } from '~/components/translations/seen-text.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { contentLanguages } from './languages.ts';

export type Card = Awaited<ReturnType<Caller['networks']['card']>>;

/** Name and summary in each language of the network. */
export function NameStep({ card }: { card: Card }) {
  const { t } = useTranslation('founding');
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof CardTexts>>({
    id: 'card',
    labels: { 'texts[].name': t('card.name'), 'texts[].summary': t('card.summary') },
    defaultValue: { texts: card.texts },
  });
  return (
    <TesseraForm state={state}>
      {state.fields.texts.getFieldList().map((text, index) => {
        const { language, name, summary } = text.getFieldset();
        const code = String(language.initialValue ?? '');
        const words = { language: format.language(code) };
        return (
          <div key={text.key} className="space-y-5 border-b border-rule pb-6 last:border-0">
            <input type="hidden" name={language.name} value={code} />
            <SeenTextField
              all={card.seen}
              language={code}
              index={index}
              isRefused={name.errors !== undefined}
            />
            <TextField
              {...state.field(name)}
              label={t('card.nameIn', words)}
              required={code === card.defaultLanguage}
              lang={code}
            />
            <TextareaField
              {...state.field(summary)}
              label={t('card.summaryIn', words)}
              required={false}
              lang={code}
              rows={3}
            />
          </div>
        );
      })}
      <Save isPending={state.isPending} />
    </TesseraForm>
  );
}

/** Kind, country and time zone. */
export function TerritoryStep({ card }: { card: Card }) {
  const { t } = useTranslation(['founding', 'networks']);
  const state = useTesseraForm<z.input<typeof CardTerritory>>({
    id: 'card',
    labels: { kind: t('card.kind'), country: t('card.country'), timeZone: t('card.timeZone') },
    hints: {
      kind: t('card.kindHint'),
      country: t('card.countryHint'),
      timeZone: t('card.timeZoneHint'),
    },
    optional: ['country'],
    defaultValue: { kind: card.kind as NetworkKind, country: card.country, timeZone: card.timeZone },
  });
  return (
    <TesseraForm state={state}>
      <SelectField
        {...state.field('kind')}
        options={card.kinds.map((value) => ({ value, label: t(`networks:kinds.${value as NetworkKind}`) }))}
      />
      <TextField {...state.field('country')} width="short" maxLength={2} autoComplete="off" />
      <TextField {...state.field('timeZone')} width="medium" autoComplete="off" spellCheck={false} />
      <Save isPending={state.isPending} />
    </TesseraForm>
  );
}

/** The languages of pages and of content. */
export function LanguagesStep({ card }: { card: Card }) {
  const { t } = useTranslation('founding');
  const options = useLanguageOptions();
  const state = useTesseraForm<z.input<typeof CardLanguages>>({
    id: 'card',
    labels: {
      defaultLanguage: t('card.defaultLanguage'),
      interfaceLanguages: t('card.interfaceLanguages'),
      contentLanguages: t('card.contentLanguages'),
    },
    hints: { interfaceLanguages: t('card.interfaceHint') },
    optional: ['interfaceLanguages', 'contentLanguages'],
    defaultValue: { defaultLanguage: card.defaultLanguage },
  });
  return (
    <TesseraForm state={state}>
      <SelectField {...state.field('defaultLanguage')} options={options(languages)} />
      <CheckboxGroupField
        {...state.field('interfaceLanguages')}
        defaultValue={card.interfaceLanguages}
        options={options(languages)}
      />
      <CheckboxGroupField
        {...state.field('contentLanguages')}
        defaultValue={card.contentLanguages}
        options={options(contentLanguages)}
      />
      <Save isPending={state.isPending} />
    </TesseraForm>
  );
}

/** Languages as choices, by their name in the reader's alphabet. */
export function useLanguageOptions() {
  const format = useFormats();
  const collator = format.collator();
  return (languages: readonly string[]) =>
    languages
      .map((value) => ({ value, label: format.language(value) }))
      .sort((a, b) => collator.compare(a.label, b.label));
}

/** Saves one step and goes on to the next. */
export function Save({ isPending }: { isPending: boolean }) {
  const { t } = useTranslation('founding');
  return (
    <ButtonRow>
      <Button look="primary" isPending={isPending}>
        {t('start.saveNext')}
      </Button>
    </ButtonRow>
  );
}

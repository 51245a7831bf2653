import {
  resourceAudiences,
  resourceKinds,
  resourceLicences,
  resourceTopics,
  resourceVisibilities,
} from '@tessera/core/library/rules.ts';
import type { SeenText } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { InLanguage, useContentLanguages } from '~/components/initiatives/in-languages.tsx';
import { SeenTextField } from '~/components/translations/seen-text.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, CheckboxGroupField, RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';
import { useLicenceName } from './words.ts';

type Known = {
  kind: string;
  sourceLanguage: string;
  texts: { language: string; title: string; description: string; freshness: string }[];
  /** What the form says that it saw of them */
  seen: SeenText[];
  topics: string[];
  audiences: string[];
  licence: string;
  licenceWords: string;
  ownerInstitutionId: string | null;
  visibility: string;
  reviewBy: string | null;
};
type Choices = { institutions: { id: string; name: string }[]; needsInstitution: boolean };

type Shape = {
  kind: string;
  sourceLanguage: string;
  texts: { language: string; title: string; description: string; isCurrent: string }[];
  isMinor: string;
  topics: string[];
  audiences: string[];
  licence: string;
  licenceWords: string;
  institutionId: string;
  visibility: string;
  reviewBy: string;
};

/** The words and particulars of a resource; its files have a page of their own. */
export function ResourceForm({
  resource,
  choices,
  backTo,
}: {
  resource: Known | null;
  choices: Choices;
  backTo: string;
}) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormats();
  const licenceName = useLicenceName();
  const languages = useContentLanguages();
  const state = useTesseraForm<Shape>({
    id: 'resource',
    labels: {
      kind: t('kind'),
      sourceLanguage: t('form.sourceLanguage'),
      'texts[].title': t('form.title'),
      'texts[].description': t('form.description'),
      'texts[].isCurrent': t('form.isCurrent'),
      isMinor: t('form.isMinor'),
      topics: t('topics'),
      audiences: t('audience'),
      licence: t('licence'),
      licenceWords: t('form.licenceWords'),
      institutionId: t('owner'),
      visibility: t('visibility'),
      reviewBy: t('reviewBy'),
    },
    hints: {
      sourceLanguage: t('form.sourceHint'),
      isMinor: t('form.isMinorHint'),
      reviewBy: t('form.reviewByHint'),
    },
    optional: ['topics', 'audiences', 'licenceWords', 'reviewBy'],
    defaultValue: useDefaults(resource, choices, languages),
  });
  const written = resource?.texts.map(({ language }) => language) ?? [];
  return (
    <TesseraForm state={state}>
      <SelectField
        {...state.field('kind')}
        options={resourceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <SelectField
        {...state.field('sourceLanguage')}
        options={[...new Set([...languages, ...written])].map((value) => ({
          value,
          label: format.language(value),
        }))}
      />
      <Texts state={state} resource={resource} />
      {resource && <CheckboxField {...state.field('isMinor')} defaultChecked={false} />}
      <SelectField
        {...state.field('institutionId')}
        required={choices.needsInstitution}
        placeholder={choices.needsInstitution ? undefined : t('form.noInstitution')}
        options={choices.institutions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxGroupField
        {...state.field('topics')}
        defaultValue={state.fields.topics.initialValue as string[] | undefined}
        options={resourceTopics.map((value) => ({ value, label: t(`topicNames.${value}`) }))}
      />
      <CheckboxGroupField
        {...state.field('audiences')}
        defaultValue={state.fields.audiences.initialValue as string[] | undefined}
        options={resourceAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
      />
      <SelectField
        {...state.field('licence')}
        options={resourceLicences.map((value) => ({ value, label: licenceName(value) }))}
      />
      <TextareaField {...state.field('licenceWords')} rows={2} maxLength={1000} />
      <RadioField
        {...state.field('visibility')}
        options={resourceVisibilities.map((value) => ({ value, label: t(`visibilities.${value}`) }))}
      />
      <DateTimeField {...state.field('reviewBy')} withTime={false} />
      <FormEnd back={backTo} isPending={state.isPending}>
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}

function Texts({
  state,
  resource,
}: {
  state: ReturnType<typeof useTesseraForm<Shape>>;
  resource: Known | null;
}) {
  const behind = (resource?.texts ?? [])
    .filter(({ freshness }) => freshness === 'outdated' || freshness === 'machine')
    .map(({ language }) => language);
  return (
    <div>
      {state.fields.texts.getFieldList().map((text, index) => {
        const { language, title, description, isCurrent } = text.getFieldset();
        const lang = String(language.initialValue ?? '');
        const parts = [title, description];
        const field = (part: typeof title) => ({ ...state.field(part), required: false, lang, dir: 'auto' });
        return (
          <InLanguage
            key={text.key}
            language={lang}
            name={language.name}
            isOpen={index === 0 || parts.some(({ initialValue, errors }) => initialValue || errors)}
          >
            <SeenTextField
              all={resource?.seen ?? null}
              language={lang}
              index={index}
              isRefused={title.errors !== undefined}
            />
            <TextField {...field(title)} required={index === 0} maxLength={200} />
            <TextareaField {...field(description)} rows={4} maxLength={5000} />
            {behind.includes(lang) && <CheckboxField {...state.field(isCurrent)} defaultChecked={false} />}
          </InLanguage>
        );
      })}
    </div>
  );
}

function useDefaults(resource: Known | null, choices: Choices, languages: string[]) {
  const texts = resource?.texts ?? [];
  // The source stands first.
  const order = [resource?.sourceLanguage, ...languages, ...texts.map(({ language }) => language)];
  return {
    kind: resource?.kind ?? 'leaflet',
    sourceLanguage: resource?.sourceLanguage ?? languages[0] ?? 'en',
    texts: [...new Set(order.flatMap((language) => language ?? []))].map((language) => {
      const text = texts.find((each) => each.language === language);
      return { language, title: text?.title ?? '', description: text?.description ?? '', isCurrent: '' };
    }),
    isMinor: '',
    topics: resource?.topics ?? [],
    audiences: resource?.audiences ?? [],
    licence: resource?.licence ?? 'cc-by-4.0',
    licenceWords: resource?.licenceWords ?? '',
    institutionId:
      resource?.ownerInstitutionId ?? (choices.needsInstitution ? (choices.institutions[0]?.id ?? '') : ''),
    visibility: resource?.visibility ?? 'network',
    reviewBy: resource?.reviewBy ?? '',
  };
}

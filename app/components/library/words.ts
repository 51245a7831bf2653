import { everyLanguage, itemLanguages, type ResourceLicence } from '@tessera/core/library/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

const names: Record<Exclude<ResourceLicence, 'own'>, string> = {
  'cc0-1.0': 'CC0 1.0',
  'cc-by-4.0': 'CC BY 4.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  'cc-by-nc-4.0': 'CC BY-NC 4.0',
  'cc-by-nc-sa-4.0': 'CC BY-NC-SA 4.0',
  'cc-by-nd-4.0': 'CC BY-ND 4.0',
};

/** The name of a licence, the same in every language but for one's own words. */
export function useLicenceName(): (licence: string) => string {
  const { t } = useTranslation('library');
  return (licence) => names[licence as keyof typeof names] ?? t('ownLicence');
}

/** The language of a file or link in words. */
export function useItemLanguage(): (language: string) => string {
  const { t } = useTranslation('library');
  const format = useFormats();
  return (language) => (language === everyLanguage ? t('files.everyLanguage') : format.language(language));
}

/** The languages that a file or link can have, for a field. */
export function useItemLanguages() {
  const nameOf = useItemLanguage();
  return itemLanguages
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((one, other) =>
      one.value === everyLanguage
        ? -1
        : other.value === everyLanguage
          ? 1
          : one.label.localeCompare(other.label),
    );
}

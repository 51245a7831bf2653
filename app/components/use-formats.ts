import { type Formats, formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';

/** Dates, numbers, money and names in the reader's language. */
export function useFormats(): Formats {
  const { language } = useTranslation();
  return formats(language);
}

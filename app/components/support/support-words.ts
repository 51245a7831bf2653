import type { SupportKind } from '@tessera/core/support/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** What is needed, in words: `Interpreter: Ukrainian`. */
export function useSupportWords(): (need: { kind: SupportKind; language: string | null }) => string {
  const { t } = useTranslation('registration');
  const format = useFormats();
  return ({ kind, language }) =>
    t(`support.kinds.${kind}`, { language: language === null ? '' : format.language(language) });
}

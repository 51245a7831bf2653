import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Folded } from '~/ui/folded.tsx';

/** The languages in which a network writes, its own first. */
export function useContentLanguages(): string[] {
  const network = useNetwork();
  return [...new Set([...(network?.contentLanguages ?? []), ...(network?.languages ?? [])])];
}

/** Fields in one language; the first is open, the others unfold. */
export function InLanguage({
  language,
  isOpen,
  name,
  children,
}: {
  language: string;
  isOpen: boolean;
  /** Of the field that says which language it is */
  name: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  return (
    <Folded
      isOpen={isOpen}
      summary={t('form.inLanguage', { language: format.language(language) })}
      className="border-b border-rule last:border-0"
    >
      <input type="hidden" name={name} value={language} />
      <div className="space-y-5 pt-2 pb-6">{children}</div>
    </Folded>
  );
}

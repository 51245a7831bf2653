import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { Button } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';

/** The address that a provider has to know, to be copied. */
export function CallbackAddress({ address }: { address: string }) {
  const { t } = useTranslation('accounts');
  const hasScripts = useHasScripts();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Section id="callback" title={t('callback')} lead={t('callbackHint')}>
      <p className="break-all font-mono text-sm">{address}</p>
      {hasScripts && (
        <Button
          type="button"
          className="mt-3"
          onClick={() => navigator.clipboard.writeText(address).then(() => setIsCopied(true))}
        >
          {t('copy')}
        </Button>
      )}
      <p role="status" className="mt-2 text-sm text-muted">
        {isCopied && t('copied')}
      </p>
    </Section>
  );
}

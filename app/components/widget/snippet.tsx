import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { Button } from '~/ui/button.tsx';

/** The code that a site puts where the frame shall stand. */
export function Snippet({ code }: { code: string }) {
  const { t } = useTranslation('catalogue');
  const hasScripts = useHasScripts();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <label className="block max-w-[44rem]">
        <span className="sr-only">{t('widget.code')}. </span>
        <span className="mb-1.5 block text-sm text-muted">{t('widget.codeHint')}</span>
        <textarea readOnly rows={4} value={code} className="control font-mono text-sm" spellCheck={false} />
      </label>
      {hasScripts && (
        <Button
          type="button"
          className="mt-3"
          onClick={() => navigator.clipboard.writeText(code).then(() => setIsCopied(true))}
        >
          {t('widget.copy')}
        </Button>
      )}
      <p role="status" className="mt-2 text-sm text-muted">
        {isCopied && t('widget.copied')}
      </p>
    </>
  );
}

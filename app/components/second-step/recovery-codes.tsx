import { inFours } from '@tessera/core/second-step/groups.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** New recovery codes, shown this once: on paper they are all that stands on the page. */
export function RecoveryCodes({ codes, title, next }: { codes: string[]; title: string; next: string }) {
  const { t } = useTranslation('secondStep');
  const hasScripts = useHasScripts();
  const [isCopied, setIsCopied] = useState(false);
  const shown = codes.map(inFours);
  return (
    <>
      <PageHeader eyebrow={title} title={t('codes.title')} lead={t('codes.text')} />
      <ol
        className="notranslate grid max-w-[36rem] list-inside list-decimal gap-x-10 gap-y-2 font-mono text-lg sm:grid-cols-2"
        translate="no"
      >
        {shown.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {hasScripts && (
        <div className="mt-6">
          <ButtonRow>
            <Button type="button" onClick={() => window.print()}>
              {t('codes.print')}
            </Button>
            <Button
              type="button"
              onClick={() => navigator.clipboard.writeText(shown.join('\n')).then(() => setIsCopied(true))}
            >
              {t('codes.copy')}
            </Button>
          </ButtonRow>
        </div>
      )}
      <p role="status" className="mt-2 text-sm text-muted" data-print="no">
        {isCopied && t('codes.copied')}
      </p>
      <div className="mt-8" data-print="no">
        <LinkButton to={next} look="primary">
          {t('codes.next')}
        </LinkButton>
      </div>
    </>
  );
}

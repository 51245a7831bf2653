import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** One's own half of what opens a package: asked for with a button, shown once. */
export function HalfOfPassphrase({ half, back }: { half: string | undefined; back: string }) {
  const { t } = useTranslation('closing');
  return (
    <>
      <PageHeader title={t('half.title')} lead={t('half.lead')} />
      <div className="space-y-6">
        {half === undefined ? (
          <Form method="post">
            <Button look="primary">{t('half.show')}</Button>
          </Form>
        ) : (
          <div role="status">
            <Notice tone="warning" title={t('half.yours')}>
              <p
                className="notranslate my-3 font-mono text-lg font-semibold wrap-anywhere text-ink"
                translate="no"
                data-testid="half"
              >
                {half}
              </p>
              <p>{t('half.once')}</p>
            </Notice>
          </div>
        )}
        <p className="max-w-[42rem]">{t('half.how')}</p>
        <LinkButton to={back}>{t('half.back')}</LinkButton>
      </div>
    </>
  );
}

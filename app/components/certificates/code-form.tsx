import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button } from '~/ui/button.tsx';
import { LanguageAsked } from '~/ui/language-asked.tsx';
import { TextField } from '~/ui/text-field.tsx';

/** Asks for the code of a certificate. */
export function CodeForm({ typed, error }: { typed: string; error?: string }) {
  const { t } = useTranslation('certificates');
  return (
    <Form method="get" action={paths.verifyForm()} className="space-y-5" data-print="no">
      <LanguageAsked />
      <TextField
        id="code"
        name="code"
        label={t('form.code')}
        hint={t('form.hint')}
        errors={error ? [error] : undefined}
        defaultValue={typed}
        required
        width="medium"
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="tracking-[0.08em] tabular-nums uppercase"
      />
      <Button look="primary">{t('form.check')}</Button>
    </Form>
  );
}

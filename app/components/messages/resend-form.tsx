import { Form } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button } from '~/ui/button.tsx';

type Message = Pick<Awaited<ReturnType<Caller['messages']['one']>>, 'id' | 'kind' | 'email'>;

/** Asks before a message goes out once more, and says what that means. */
export function ResendForm({ code, message: { id, kind, email } }: { code: string; message: Message }) {
  const { t } = useTranslation('messages');
  return (
    <Form method="post" action={paths.messageResend(code, id)}>
      <p className="max-w-[36rem] wrap-anywhere">{t('resend.text', { email: email ?? '' })}</p>
      <p className="mt-3 max-w-[36rem] text-muted">
        {kind === 'invitation' ? t('resend.invitation') : t('resend.today')}
      </p>
      <div className="mt-6">
        <Button look="primary">{t('resend.submit')}</Button>
      </div>
    </Form>
  );
}

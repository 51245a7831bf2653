import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';

type LinkedAccount = { id: string; name: string; network: string; linkedAt: Date };

/** The accounts of institutions with which the reader signs in, and the way out of each. */
export function LinkedAccounts({ accounts }: { accounts: readonly LinkedAccount[] }) {
  const { t } = useTranslation('accounts');
  const format = useFormats();
  if (accounts.length === 0) return <p className="text-muted">{t('mineNone')}</p>;
  return (
    <ul>
      {accounts.map(({ id, name, network, linkedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-rule py-4">
          <div>
            <p className="font-semibold">{name}</p>
            <p className="text-sm text-muted">
              {t('linkedOn', { network, day: format.date(linkedAt, 'UTC') })}
            </p>
          </div>
          <Form method="post" action={paths.accountLinks()}>
            <input type="hidden" name="linkId" value={id} />
            <Button size="small" look="danger" aria-label={t('unlinkOf', { name })}>
              {t('unlink')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

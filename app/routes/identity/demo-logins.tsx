import { Form } from '@remix-run/react';
import type { Role } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type DemoLogin = { email: string; role: Role; name: string; networkName: string | null };

/** Everyone the demo is made for, each one press away. */
export function DemoLogins({
  password,
  logins,
  next,
}: {
  password: string;
  logins: readonly DemoLogin[];
  next: string;
}) {
  const { t } = useTranslation(['identity', 'common']);
  const columns: Column<DemoLogin>[] = [
    { key: 'role', header: t('demo.role'), isName: true, cell: ({ role }) => t(`roles.${role}`) },
    {
      key: 'network',
      header: t('demo.network'),
      cell: ({ networkName }) => networkName ?? t('demo.platform'),
    },
    {
      key: 'email',
      header: t('demo.person'),
      cell: ({ name, email }) => (
        <>
          {name}
          <span className="block wrap-anywhere text-muted">{email}</span>
        </>
      ),
    },
    {
      key: 'sign-in',
      header: t('common:actions'),
      cell: ({ email }) => (
        <Form method="post" action={paths.signIn()} reloadDocument>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="password" value={password} />
          <input type="hidden" name="next" value={next} />
          <Button size="small" className="whitespace-nowrap" aria-label={t('demo.signInAs', { email })}>
            {t('demo.signIn')}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Section id="demo" title={t('demo.title')} lead={t('demo.lead')}>
      <Table
        caption={t('demo.caption')}
        isCaptionHidden
        columns={columns}
        rows={logins}
        rowKey={({ email }) => email}
      />
      <p className="mt-4 text-sm text-muted">{t('demo.password', { password })}</p>
    </Section>
  );
}

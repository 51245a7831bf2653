import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useValidityWord } from '~/components/people/words.ts';
import { LinkButton } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Network = NonNullable<Awaited<ReturnType<Caller['identity']['me']>>>['networks'][number];

/** The reader's networks with their roles, and the way out of each. */
export function OwnNetworks({ networks }: { networks: readonly Network[] }) {
  const { t } = useTranslation(['people', 'identity', 'common']);
  const validity = useValidityWord('UTC');
  const columns: Column<Network>[] = [
    {
      key: 'network',
      header: t('account.network'),
      isName: true,
      cell: ({ code, name }) => (
        <Link to={paths.network(code)} className="link">
          {name}
        </Link>
      ),
    },
    {
      key: 'roles',
      header: t('person.roles'),
      cell: ({ held }) => (
        <ul className="space-y-1">
          {held.map(({ role, institution, validFrom, validUntil }) => (
            <li key={`${role} ${institution} ${validFrom.toISOString()}`}>
              {[t(`identity:roles.${role}`), institution].filter(Boolean).join(' · ')}
              <span className="block text-muted">{validity(validFrom, validUntil)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'leave',
      header: t('common:actions'),
      cell: ({ code, name }) => (
        <LinkButton
          to={paths.leaving(code)}
          size="small"
          look="danger"
          aria-label={t('account.leaveOf', { network: name })}
        >
          {t('account.leave')}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table
      caption={t('account.caption')}
      isCaptionHidden
      columns={columns}
      rows={networks}
      rowKey={({ code }) => code}
    />
  );
}

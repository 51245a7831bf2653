import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { useCapabilityWord, useValidityWord } from './words.ts';

export type PersonPage = Awaited<ReturnType<Caller['members']['person']>>;
type HeldRole = PersonPage['roles'][number];

/** The roles of a person in one network, with a way to change those that are not over. */
export function PersonRoles({
  code,
  personId,
  roles,
  canEdit,
}: {
  code: string;
  personId: string;
  roles: readonly HeldRole[];
  canEdit: boolean;
}) {
  const { t } = useTranslation(['people', 'identity', 'common']);
  const validity = useValidityWord(useNetwork()?.timeZone ?? 'UTC');
  const columns: Column<HeldRole>[] = [
    {
      key: 'role',
      header: t('identity:members.role'),
      isName: true,
      cell: ({ role, institution, training, trainingId }) => (
        <>
          {t(`identity:roles.${role}`)}
          {institution && <span className="block font-normal text-muted">{institution}</span>}
          {trainingId && (
            <Link to={paths.training(code, trainingId)} className="link block font-normal">
              {training}
            </Link>
          )}
        </>
      ),
    },
    {
      key: 'validity',
      header: t('person.validity'),
      cell: ({ validFrom, validUntil, state }) => state !== 'waiting' && validity(validFrom, validUntil),
    },
    { key: 'origin', header: t('person.origin'), cell: (role) => <Origin {...role} /> },
    {
      key: 'capabilities',
      header: t('person.capabilities'),
      cell: ({ capabilities }) => <Capabilities capabilities={capabilities} />,
    },
    { key: 'state', header: t('identity:members.state'), cell: ({ state }) => <RoleState state={state} /> },
  ];
  const steps: Column<HeldRole> = {
    key: 'actions',
    header: t('common:actions'),
    cell: ({ id, role, state }) =>
      state !== 'ended' && (
        <LinkButton
          to={paths.role(code, personId, id)}
          size="small"
          aria-label={t('person.changeOf', { role: t(`identity:roles.${role}`) })}
        >
          {t('person.change')}
        </LinkButton>
      ),
  };
  return (
    <Table
      caption={t('person.rolesCaption')}
      isCaptionHidden
      columns={canEdit ? [...columns, steps] : columns}
      rows={roles}
      rowKey={({ id }) => id}
    />
  );
}

function Origin({ origin, assignedBy }: HeldRole) {
  const { t } = useTranslation('people');
  if (origin === 'invited')
    return assignedBy ? t('person.invitedBy', { name: assignedBy }) : t('person.invited');
  return assignedBy ? t('person.assignedBy', { name: assignedBy }) : t('person.assigned');
}

function Capabilities({ capabilities }: Pick<HeldRole, 'capabilities'>) {
  const { t } = useTranslation('common');
  const word = useCapabilityWord();
  const validity = useValidityWord(useNetwork()?.timeZone ?? 'UTC');
  const shown = capabilities.filter(({ isValid, isAhead }) => isValid || isAhead);
  if (shown.length === 0) return <span className="text-muted">{t('none')}</span>;
  return (
    <ul>
      {shown.map(({ id, capability, validFrom, validUntil, isAhead }) => (
        <li key={id}>
          {word(capability)}
          {(validUntil || isAhead) && (
            <span className="block text-muted">{validity(validFrom, validUntil)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function RoleState({ state }: Pick<HeldRole, 'state'>) {
  const { t } = useTranslation('people');
  const look = {
    valid: { tone: 'success', shape: 'done' },
    ahead: { tone: 'neutral', shape: 'draft' },
    waiting: { tone: 'warning', shape: 'waiting' },
    ended: { tone: 'neutral', shape: 'stopped' },
  } as const;
  return <Badge {...look[state]}>{t(`person.roleStates.${state}`)}</Badge>;
}

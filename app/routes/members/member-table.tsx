import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { lastMoment, useCapabilityWord } from '~/components/people/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { Badge } from '~/ui/badge.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Person = Awaited<ReturnType<Caller['members']['list']>>['people'][number];
type Sort = 'name' | 'name-down' | 'role' | 'institution';

/** People with their roles, one line each; the name leads to the person's page. */
export function MemberTable({
  code,
  people,
  sort,
  sortTo,
}: {
  code: string;
  people: readonly Person[];
  sort: Sort;
  sortTo: (sort: Sort) => string;
}) {
  const { t } = useTranslation(['people', 'identity']);
  const isByName = sort === 'name' || sort === 'name-down';
  const columns: Column<Person>[] = [
    {
      key: 'name',
      header: t('identity:members.name'),
      isName: true,
      sort: {
        to: sortTo(sort === 'name' ? 'name-down' : 'name'),
        ...(isByName ? { direction: sort === 'name' ? 'ascending' : 'descending' } : {}),
      },
      cell: ({ personId, email, ...name }) => (
        <>
          <Link to={paths.member(code, personId)} className="link">
            <PersonName {...name} />
          </Link>
          <span className="block font-normal text-muted wrap-anywhere">{email}</span>
        </>
      ),
    },
    {
      key: 'roles',
      header: t('identity:members.role'),
      sort: { to: sortTo('role'), ...(sort === 'role' ? { direction: 'ascending' } : {}) },
      cell: ({ roles }) => <Roles roles={roles} />,
    },
    {
      key: 'institution',
      header: t('identity:members.institution'),
      sort: { to: sortTo('institution'), ...(sort === 'institution' ? { direction: 'ascending' } : {}) },
      cell: ({ roles }) =>
        [...new Set(roles.map(({ institution }) => institution).filter(Boolean))].join(', '),
    },
    {
      key: 'state',
      header: t('identity:members.state'),
      cell: ({ state, isLapsed }) => <State state={state} isLapsed={isLapsed} />,
    },
  ];
  return (
    <Table
      caption={t('list.caption')}
      isCaptionHidden
      columns={columns}
      rows={people}
      rowKey={({ personId }) => personId}
    />
  );
}

function Roles({ roles }: { roles: Person['roles'] }) {
  const { t, language } = useTranslation(['people', 'identity']);
  const capability = useCapabilityWord();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const format = formats(language);
  return (
    <ul className="space-y-1">
      {roles.map(({ role, training, validFrom, validUntil, isValid, isWaiting, capabilities }) => {
        const notes = [
          training,
          isWaiting && t('list.waits'),
          !isValid &&
            !isWaiting &&
            validFrom > new Date() &&
            t('list.begins', { date: format.date(validFrom, zone) }),
          !isWaiting && validUntil && t('list.ends', { date: format.date(lastMoment(validUntil), zone) }),
          ...capabilities.map(capability),
        ].filter(Boolean);
        return (
          <li key={`${role} ${training} ${validFrom.toISOString()}`}>
            {t(`identity:roles.${role}`)}
            {notes.length > 0 && <span className="block text-muted">{notes.join(' · ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Where someone stands in the network, in a word. */
export function State({ state, isLapsed }: { state: Person['state']; isLapsed: boolean }) {
  const { t } = useTranslation('people');
  if (isLapsed)
    return (
      <Badge tone="warning" shape="attention">
        {t('states.lapsed')}
      </Badge>
    );
  switch (state) {
    case 'active':
      return (
        <Badge tone="success" shape="done">
          {t('states.active')}
        </Badge>
      );
    case 'waiting':
      return <Badge shape="waiting">{t('states.waiting')}</Badge>;
    case 'ended':
      return <Badge shape="stopped">{t('states.ended')}</Badge>;
    default:
      return state satisfies never;
  }
}

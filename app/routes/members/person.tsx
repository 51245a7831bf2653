import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { detailsOf } from '~/components/event-words.ts';
import { PersonHistory } from '~/components/people/person-history.tsx';
import { PersonPrerequisites } from '~/components/people/person-prerequisites.tsx';
import { PersonRoles } from '~/components/people/person-roles.tsx';
import { PersonTrainings } from '~/components/people/person-trainings.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan, useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { personParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';
import { State } from './member-table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = personParams(args);
  const { events, ...page } = await api(args).members.person(where);
  return {
    code: where.network,
    ...page,
    events: events.map(({ payload, ...event }) => ({ ...event, details: detailsOf(payload) })),
  };
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => (data ? formats('en').personName(data.person) : t('identity:members.title')),
};

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const { code, person, roles, prerequisites, canEdit, canDeactivate, canReactivate } = page;
  const { t } = useTranslation(['people', 'identity']);
  const canList = useCan()('person.edit');
  const isActive = roles.some(({ state }) => state === 'valid');
  const isWaiting = roles.some(({ state }) => state === 'waiting' || state === 'ahead');
  const institutions = [
    ...new Set(roles.filter(({ state }) => state !== 'ended').map(({ institution }) => institution)),
  ].filter(Boolean);
  return (
    <>
      {canList && (
        <Breadcrumbs
          label={t('identity:members.title')}
          ways={[{ to: paths.members(code), label: t('identity:members.title') }]}
        />
      )}
      <PageHeader
        title={<PersonName {...person} />}
        actions={
          canEdit && (
            <>
              <LinkButton to={paths.newRole(code, person.id)} look="primary" icon={<Plus aria-hidden />}>
                {t('person.giveRole')}
              </LinkButton>
              {canDeactivate && (
                <LinkButton to={paths.deactivation(code, person.id)} look="danger">
                  {t('person.deactivate')}
                </LinkButton>
              )}
              {canReactivate && (
                <LinkButton to={paths.deactivation(code, person.id)}>{t('person.reactivate')}</LinkButton>
              )}
            </>
          )
        }
      >
        <Ended />
      </PageHeader>
      <Section id="about" title={t('person.about')}>
        <DefinitionList
          entries={[
            { term: t('identity:members.email'), value: person.email },
            {
              term: t('identity:members.state'),
              value: (
                <State
                  state={isActive ? 'active' : isWaiting ? 'waiting' : 'ended'}
                  isLapsed={
                    isActive && prerequisites.some(({ isNeeded, state }) => isNeeded && state !== 'met')
                  }
                />
              ),
            },
            { term: t('identity:members.institution'), value: institutions.join(', ') },
          ]}
        />
      </Section>
      <Section id="roles" title={t('person.roles')} layout="full">
        <PersonRoles code={code} personId={person.id} roles={roles} canEdit={canEdit} />
      </Section>
      {prerequisites.length > 0 && (
        <Section
          id="prerequisites"
          title={t('person.prerequisites')}
          lead={t('person.prerequisitesLead')}
          layout="full"
        >
          <PersonPrerequisites
            code={code}
            personId={person.id}
            prerequisites={prerequisites}
            canEdit={canEdit}
          />
        </Section>
      )}
      <Section id="trainings" title={t('person.trainings')}>
        <PersonTrainings code={code} seats={page.seats} />
      </Section>
      <Section id="history" title={t('person.history')} layout="full">
        <PersonHistory events={page.events} />
      </Section>
    </>
  );
}

function Ended() {
  const { person, deactivation } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('people');
  const zone = useNetwork()?.timeZone ?? 'UTC';
  if (person.state === 'locked') {
    return (
      <div className="mt-6">
        <Notice tone="warning" title={t('person.locked')}>
          {t('person.lockedText')}
        </Notice>
      </div>
    );
  }
  if (!deactivation) return null;
  const date = formats(language).date(deactivation.at, zone);
  return (
    <div className="mt-6">
      <Notice
        tone="warning"
        title={deactivation.kind === 'left' ? t('person.left', { date }) : t('person.deactivated', { date })}
      >
        {t('person.endedText')}
      </Notice>
    </div>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { languageNames, languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkedAccounts } from '~/components/own-accounts/linked-accounts.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { deviceOf } from './device.ts';
import { DeviceTable } from './device-table.tsx';
import { OwnNetworks } from './own-networks.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const call = api(args);
  const [sessions, me, accounts] = await Promise.all([
    call.identity.sessions(),
    call.identity.me(),
    call.ownAccounts.mine(),
  ]);
  const { actor, language } = args.context.core;
  return {
    name: actor?.name ?? '',
    email: actor?.email ?? '',
    language,
    networks: me?.networks ?? [],
    accounts,
    sessions: sessions.map(({ device, ...session }) => ({ ...session, ...deviceOf(device) })),
  };
}

export const handle: Handle = { title: (t) => t('identity:account.title') };

export default function Account() {
  const { name, email, language, networks, accounts, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation([
    'identity',
    'people',
    'common',
    'messages',
    'privacy',
    'catalogue',
    'secondStep',
    'accounts',
  ]);
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Section id="you" title={t('account.you')}>
        <DefinitionList
          entries={[
            { term: t('account.name'), value: name },
            { term: t('account.email'), value: email },
          ]}
        />
      </Section>
      <Section id="networks" title={t('people:account.title')} lead={t('people:account.lead')}>
        {networks.length > 0 ? (
          <OwnNetworks networks={networks} />
        ) : (
          <p className="text-muted">{t('people:account.none')}</p>
        )}
      </Section>
      <Section id="language" title={t('account.language')} lead={t('account.languageLead')}>
        <Form
          method="post"
          action={paths.language()}
          reloadDocument
          className="flex flex-wrap items-end gap-4"
        >
          <input type="hidden" name="next" value={paths.account()} />
          <SelectField
            id="language-choice"
            name="language"
            label={t('account.language')}
            required
            defaultValue={language}
            options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
          />
          <Button>{t('common:save')}</Button>
        </Form>
      </Section>
      <Section id="password" title={t('account.password')} lead={t('account.passwordLead')}>
        <LinkButton to={paths.accountPassword()}>{t('account.changePassword')}</LinkButton>
      </Section>
      <Section id="second-step" title={t('secondStep:title')} lead={t('secondStep:lead')}>
        <LinkButton to={paths.secondStep()}>{t('secondStep:open')}</LinkButton>
      </Section>
      <Section id="own-accounts" title={t('accounts:mine')} lead={t('accounts:mineLead')}>
        <LinkedAccounts accounts={accounts} />
      </Section>
      <Section id="notices" title={t('messages:choices.title')} lead={t('messages:choices.linkLead')}>
        <LinkButton to={paths.accountNotices()}>{t('messages:choices.link')}</LinkButton>
      </Section>
      <Section id="calendar" title={t('catalogue:own.title')} lead={t('catalogue:own.linkLead')}>
        <LinkButton to={paths.accountCalendar()}>{t('catalogue:own.link')}</LinkButton>
      </Section>
      <Section id="privacy" title={t('privacy:mine.title')} lead={t('privacy:mine.linkLead')}>
        <LinkButton to={paths.accountPrivacy()}>{t('privacy:mine.link')}</LinkButton>
      </Section>
      <Section id="devices" title={t('account.devices')} lead={t('account.devicesLead')}>
        <DeviceTable sessions={sessions} />
        <Form method="post" action={paths.signOutEverywhere()} reloadDocument className="mt-8">
          <Button look="danger" aria-describedby="everywhere-text">
            {t('account.everywhere')}
          </Button>
          <p id="everywhere-text" className="mt-2 max-w-[36rem] text-sm text-muted">
            {t('account.everywhereText')}
          </p>
        </Form>
      </Section>
    </>
  );
}

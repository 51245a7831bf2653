import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { ConnectionChange } from '@tessera/core/own-accounts/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CallbackAddress } from '~/components/own-accounts/callback-address.tsx';
import { ProviderFields, useProviderForm } from '~/components/own-accounts/provider-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { providerParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const Change = ConnectionChange.omit({ providerId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = providerParams(args);
  return { ...where, provider: await api(args).ownAccounts.provider(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = providerParams(args);
  return submit(args, Change, async ({ domains, ...input }) => {
    await api(args).ownAccounts.change({ ...where, ...input, domains: domains.join('\n') });
    return redirectWithFlash(paths.ownAccount(where.network, where.providerId), 'accounts:saved');
  });
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.provider.name };

export default function Provider() {
  const { network, providerId, provider } = useLoaderData<typeof loader>();
  const { t } = useTranslation('accounts');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const { name, issuer, clientId, domains, secretSetAt, offAt, people, callback } = provider;
  const form = useProviderForm({
    values: { name, clientId, domains: domains.join('\n') },
    keptSecret: t('secretKeep', { day: format.date(secretSetAt, timeZone) }),
  });
  const back = paths.ownAccounts(network);
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: back, label: t('title') }]} />
      <PageHeader title={name} />
      <Section id="state" title={t('state')} lead={t('switchText')}>
        <DefinitionList
          entries={[
            { term: t('state'), value: t(offAt ? 'off' : 'on') },
            { term: t('issuer'), value: issuer },
            { term: t('people'), value: people },
          ]}
        />
        <div className="mt-6">
          <ButtonRow>
            <Form method="post" action={paths.ownAccountTest(network, providerId)}>
              <Button>{t('test')}</Button>
            </Form>
            <Form method="post" action={paths.ownAccountSwitch(network, providerId)}>
              <input type="hidden" name="isOn" value={offAt ? 'yes' : 'no'} />
              <Button>{t(offAt ? 'switchOn' : 'switchOff')}</Button>
            </Form>
            <LinkButton look="danger" to={paths.ownAccountRemoval(network, providerId)}>
              {t('remove')}
            </LinkButton>
          </ButtonRow>
        </div>
      </Section>
      <Section id="details" title={t('details')}>
        <TesseraForm state={form}>
          <ProviderFields form={form} isNew={false} />
          <FormEnd back={back} isPending={form.isPending}>
            {t('save')}
          </FormEnd>
        </TesseraForm>
      </Section>
      <CallbackAddress address={callback} />
    </>
  );
}

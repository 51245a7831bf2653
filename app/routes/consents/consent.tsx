import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ConsentState } from '~/components/privacy/consent-state.tsx';
import { OpenedNames } from '~/components/privacy/opened-names.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { consentParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, consentId } = consentParams(args);
  const call = api(args);
  const [{ viewer }, consents] = await Promise.all([
    call.networks.shell({ network }),
    call.consents.list({ network }),
  ]);
  const consent = consents.find(({ id }) => id === consentId);
  if (!consent) throw refuse('not_found');
  const mayAsk = viewer?.can.includes('access.ask') ?? false;
  const accesses = mayAsk ? await call.privacy.accesses({ network }) : [];
  const isOpenToMe = accesses.some(
    ({ recordId, isOwn, isOpen }) => recordId === consentId && isOwn && isOpen,
  );
  return { network, consent, mayOpen: consent.mayOpen || isOpenToMe, mayAsk };
}

/** Opens the sealed names. What was opened is in this answer only, and no cache keeps it. */
export async function action(args: ActionFunctionArgs) {
  const names = await api(args).consents.open(consentParams(args));
  return data(names, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const handle: Handle = { title: (t) => t('privacy:consents.oneTitle') };

export default function Consent() {
  const { network, consent, mayOpen, mayAsk } = useLoaderData<typeof loader>();
  const names = useActionData<typeof action>();
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { id, title, language, version, state, givenHow, decidedAt } = consent;
  const isSealed = consent.subjectKind === 'sealed';
  return (
    <>
      <PrivacyWays between={[{ to: paths.consents(network), label: t('consents.title') }]} />
      <PageHeader title={t('consents.oneTitle')} />
      <Section id="facts" title={<span lang={language}>{title}</span>}>
        <DefinitionList
          entries={[
            { term: t('consents.state'), value: <ConsentState state={state} /> },
            { term: t('consents.how'), value: t(`how.${givenHow as 'digital'}`) },
            { term: t('consents.date'), value: decidedAt && format.date(decidedAt, zone) },
            {
              term: t('consents.wording'),
              value: t('consents.wordingOf', { version, language: format.language(language) }),
            },
          ]}
        />
      </Section>
      {isSealed && (
        <Section id="names" title={t('consents.sealed')} lead={t('consents.sealedText')}>
          {names ? (
            <OpenedNames names={names} />
          ) : mayOpen ? (
            <Form method="post">
              <Button look="primary">{t('consents.show')}</Button>
            </Form>
          ) : (
            mayAsk && <LinkButton to={paths.consentAccess(network, id)}>{t('consents.ask')}</LinkButton>
          )}
        </Section>
      )}
      {consent.mayOpen && state === 'given' && (
        <Section id="withdraw" title={t('consents.withdraw')}>
          <Form method="post" action={paths.consentWithdrawal(network, id)}>
            <Button look="danger">{t('consents.withdraw')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

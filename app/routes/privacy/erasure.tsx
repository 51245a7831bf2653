import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { requestParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, requestId } = requestParams(args);
  const requests = await api(args).privacy.erasures({ network });
  const request = requests.find(({ id, state }) => id === requestId && state === 'open');
  if (!request) throw refuse('not_found');
  return { network, request };
}

export async function action(args: ActionFunctionArgs) {
  const where = requestParams(args);
  try {
    await api(args).privacy.carryOutErasure(where);
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (refusal?.code !== 'legal_hold') throw thrown;
    const params = { ...refusal.params };
    return redirectWithFlash(paths.erasures(where.network), 'errors:legal_hold', params, 'warning');
  }
  return redirectWithFlash(paths.erasures(where.network), 'privacy:erasures.done');
}

export const handle: Handle = { title: (t) => t('privacy:erasures.oneTitle') };

export default function Erasure() {
  const { network, request } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['privacy', 'common']);
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { id, hold } = request;
  return (
    <>
      <PrivacyWays between={[{ to: paths.erasures(network), label: t('erasures.title') }]} />
      <PageHeader title={t('erasures.oneTitle')} />
      <Section id="request" title={<PersonName {...request} />}>
        <DefinitionList
          entries={[
            { term: t('consents.state'), value: t('erasures.states.open') },
            { term: t('erasures.askedOn'), value: format.date(request.requestedAt, zone) },
            { term: t('erasures.due'), value: format.date(request.dueAt, zone) },
          ]}
        />
      </Section>
      {hold ? (
        <Section id="hold" title={t('erasures.held')}>
          <Notice
            tone="warning"
            title={t('erasures.hold')}
            actions={
              <Form method="post" action={paths.legalHoldEnd(network, id)}>
                <Button>{t('erasures.liftHold')}</Button>
              </Form>
            }
          >
            {hold.reason}
          </Notice>
        </Section>
      ) : (
        <>
          <Section id="carry-out" title={t('erasures.carryOut')} lead={t('erasures.carryOutText')}>
            <Form method="post">
              <Button look="danger">{t('erasures.carryOut')}</Button>
            </Form>
          </Section>
          <Section id="hold" title={t('erasures.hold')} lead={t('erasures.holdText')}>
            <LinkButton to={paths.legalHold(network, id)}>{t('erasures.setHold')}</LinkButton>
          </Section>
        </>
      )}
    </>
  );
}

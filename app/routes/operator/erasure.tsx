import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const requests = await api(args).privacy.operatorErasures();
  const request = requests.find(({ id }) => id === args.params.request);
  if (!request) throw refuse('not_found');
  return { request };
}

export async function action(args: ActionFunctionArgs) {
  const list = paths.operatorPrivacy();
  try {
    await api(args).privacy.carryOutErasureEverywhere({ requestId: args.params.request ?? '' });
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (refusal?.code !== 'legal_hold') throw thrown;
    return redirectWithFlash(list, 'errors:legal_hold', { ...refusal.params }, 'warning');
  }
  return redirectWithFlash(list, 'privacy:erasures.everywhereDone');
}

export const handle: Handle = { title: (t) => t('privacy:erasures.oneTitle') };

export default function OperatorErasure() {
  const { request } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const format = useFormats();
  return (
    <>
      <PageHeader title={t('erasures.oneTitle')} />
      <Section id="request" title={t('erasures.number')}>
        <DefinitionList
          entries={[
            { term: t('erasures.number'), value: <span className="break-all">{request.id}</span> },
            { term: t('erasures.askedOn'), value: format.date(request.requestedAt, 'UTC') },
            { term: t('erasures.due'), value: format.date(request.dueAt, 'UTC') },
            {
              term: t('erasures.state'),
              value: t('erasures.openNetworks', { count: request.openNetworks }),
            },
          ]}
        />
      </Section>
      <Section id="carry-out" title={t('erasures.everywhere')} lead={t('erasures.everywhereText')}>
        <Form method="post">
          <FormEnd back={paths.operatorPrivacy()} look="danger">
            {t('erasures.everywhere')}
          </FormEnd>
        </Form>
      </Section>
    </>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { OpenedNames } from '~/components/privacy/opened-names.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const accesses = await api(args).privacy.operatorAccesses();
  const { network, consent } = args.params;
  const isMine = accesses.some(
    (access) =>
      access.isOwn &&
      access.state === 'approved' &&
      access.networkCode === network &&
      access.recordId === consent,
  );
  if (!isMine) throw refuse('not_found');
  return null;
}

/** Opens the sealed names. What was opened is in this answer only, and no cache keeps it. */
export async function action(args: ActionFunctionArgs) {
  const { network = '', consent: consentId = '' } = args.params;
  const names = await api(args).privacy.readAsOperator({ network, consentId });
  return data(names, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const handle: Handle = { title: (t) => t('privacy:operator.reading') };

export default function OperatorReading() {
  const names = useActionData<typeof action>();
  const { t } = useTranslation('privacy');
  return (
    <>
      <PageHeader title={t('operator.reading')} lead={t('consents.sealedText')} />
      {names ? (
        <OpenedNames names={names} />
      ) : (
        <Form method="post">
          <FormEnd back={paths.operatorPrivacy()}>{t('consents.show')}</FormEnd>
        </Form>
      )}
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requestHours } from '@tessera/core/registering/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  await api(args).joining.page(networkParams(args));
  return null;
}

export const handle: Handle = { title: (t) => t('registering:guest.sentTitle') };

/** The same for every address, known or not. */
export default function JoiningSent() {
  const { t } = useTranslation(['joining', 'registering']);
  return (
    <PageHeader
      eyebrow={useNetwork()?.name}
      title={t('registering:guest.sentTitle')}
      lead={t('ask.sentText', { hours: requestHours })}
    />
  );
}

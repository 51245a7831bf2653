import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Application } from '@tessera/core/joining/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { ApplicationForm } from '~/components/joining/application-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const t = translator(args.context.language, 'joining');
  return {
    ...(await api(args).joining.page(where)),
    head: publicHead(args, {
      path: paths.joining(where.network),
      title: t('ask.title'),
      text: t('ask.lead'),
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Application, async (application) => {
    await api(args).joining.ask({ ...where, ...application });
    return redirect(paths.joiningSent(where.network));
  });
}

export const handle: Handle = { title: (t) => t('joining:ask.title') };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** Where an institution asks to join, without a login. */
export default function Join() {
  const { isOpen, country, nameLanguages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('joining');
  return (
    <>
      <PageHeader eyebrow={useNetwork()?.name} title={t('ask.title')} lead={isOpen && t('ask.lead')} />
      {isOpen ? (
        <ApplicationForm country={country} nameLanguages={nameLanguages} />
      ) : (
        <Notice title={t('ask.closed')}>{t('ask.closedText')}</Notice>
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ResendForm } from '~/components/messages/resend-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network: code = '', message: messageId = '' } = args.params;
  const { id, kind, email, canResend } = await api(args).messages.one({ network: code, messageId });
  if (!canResend) throw redirect(paths.message(code, messageId));
  return { code, message: { id, kind, email } };
}

const told = ['message_on_its_way', 'message_purged', 'invitation_used', 'too_many_attempts'] as const;

export async function action(args: ActionFunctionArgs) {
  const { network: code = '', message: messageId = '' } = args.params;
  const back = paths.message(code, messageId);
  try {
    await api(args).messages.resend({ network: code, messageId });
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    const known = told.find((each) => each === refusal?.code);
    if (!refusal || !known) throw thrown;
    return redirectWithFlash(back, `errors:${known}`, refusal.params, 'warning');
  }
  return redirectWithFlash(back, 'messages:resend.done');
}

export const handle: Handle = { title: (t) => t('messages:resend.title') };

export default function Resend() {
  const { code, message } = useLoaderData<typeof loader>();
  const { t } = useTranslation('messages');
  return (
    <>
      <Breadcrumbs
        label={t('log.title')}
        ways={[
          { to: paths.messages(code), label: t('log.title') },
          { to: paths.message(code, message.id), label: t(`kinds.${message.kind}`) },
        ]}
      />
      <PageHeader title={t('resend.title')} />
      <ResendForm code={code} message={message} />
    </>
  );
}

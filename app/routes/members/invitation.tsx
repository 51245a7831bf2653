import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useRouteError } from '@remix-run/react';
import { NewPerson } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { InvitationProblem } from './invitation-problem.tsx';
import { NewLogin } from './new-login.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const invitation = await api(args).members.invitation(linkOf(args));
  return { ...linkOf(args), invitation, signedInAs: args.context.core.actor?.email ?? null };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, NewPerson, async (input) => {
    const { isWaiting } = await api(args).members.acceptWithNewLogin({ ...linkOf(args), ...input });
    const welcome = isWaiting ? 'people:invitations.waiting' : 'identity:invitation.accepted';
    return redirectWithFlash(paths.dashboard(), welcome);
  });
}

export const handle: Handle = { title: (t) => t('identity:invitation.title') };

export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  return (
    <>
      <PageHeader
        title={t('invitation.title')}
        lead={t('invitation.lead', { network: invitation.networkName })}
      />
      <Section id="offer" title={t('invitation.offer')}>
        <DefinitionList
          entries={[
            { term: t('invitation.network'), value: invitation.networkName },
            { term: t('invitation.role'), value: t(`roles.${invitation.role}`) },
            { term: t('invitation.institution'), value: invitation.institutionName },
            { term: t('invitation.email'), value: invitation.email },
          ]}
        />
      </Section>
      <NextStep />
    </>
  );
}

export function ErrorBoundary() {
  return <InvitationProblem error={useRouteError()} />;
}

function NextStep() {
  const { network, invitationId, token, invitation, signedInAs } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  const here = paths.invitation(network, invitationId, token);
  if (invitation.next === 'accept') {
    return (
      <Form
        method="post"
        action={paths.invitationAcceptance(network, invitationId, token)}
        reloadDocument
        className="mt-8"
      >
        <Button look="primary">{t('invitation.accept')}</Button>
      </Form>
    );
  }
  if (signedInAs !== null) {
    return (
      <div className="mt-8">
        <Notice
          tone="warning"
          title={t('invitation.otherTitle')}
          actions={
            <Form method="post" action={paths.signOut()} reloadDocument>
              <input type="hidden" name="next" value={here} />
              <Button>{t('invitation.signOut')}</Button>
            </Form>
          }
        >
          {t('invitation.otherText', { email: signedInAs })}
        </Notice>
      </div>
    );
  }
  if (invitation.next === 'sign_in') {
    return (
      <Section id="sign-in" title={t('invitation.signInTitle')} lead={t('invitation.signInText')}>
        <LinkButton to={paths.signIn({ next: here })} look="primary">
          {t('invitation.signIn')}
        </LinkButton>
      </Section>
    );
  }
  return <NewLogin {...invitation} />;
}

function linkOf({
  params: { network = '', invitation = '', token = '' },
}: Pick<LoaderFunctionArgs, 'params'>) {
  return { network, invitationId: invitation, token };
}

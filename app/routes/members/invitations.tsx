import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleNeedsInstitution } from '@tessera/core/members/rules.ts';
import { Invitation } from '@tessera/core/members/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const { givableRoles, institutions } = await api(args).members.list({ network: code });
  if (givableRoles.length === 0) throw refuse('not_found');
  return { code, givableRoles, institutions };
}

export async function action(args: ActionFunctionArgs) {
  const network = args.params.network ?? '';
  return submit(args, Invitation, async (input) => {
    await api(args).members.invite({ network, ...input });
    return redirectWithFlash(paths.members(network), 'identity:members.sent', { email: input.email });
  });
}

export const handle: Handle = { title: (t) => t('identity:members.inviteTitle') };

export default function Invitations() {
  const { code, givableRoles, institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['identity', 'common']);
  // Who may give roles for the whole network may also leave the institution out.
  const mayLeaveOut = givableRoles.some((role) => !roleNeedsInstitution(role) && role !== 'volunteer');
  const form = useTesseraForm<z.input<typeof Invitation>>({
    id: 'invitation',
    labels: {
      email: t('fields.email'),
      role: t('members.role'),
      institutionId: t('members.institution'),
    },
    hints: {
      email: t('fields.emailHint'),
      ...(mayLeaveOut ? { institutionId: t('members.institutionHint') } : {}),
    },
    optional: mayLeaveOut ? ['institutionId'] : [],
  });
  return (
    <>
      <PageHeader title={t('members.inviteTitle')} lead={t('members.inviteLead')} />
      <TesseraForm state={form}>
        <TextField {...form.field('email')} type="email" autoComplete="off" />
        <RadioField
          {...form.field('role')}
          options={givableRoles.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: role === 'platform_admin' ? undefined : t(`members.roleHints.${role}`),
          }))}
        />
        <SelectField
          {...form.field('institutionId')}
          placeholder={mayLeaveOut ? t('members.noInstitution') : undefined}
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ButtonRow>
          <Button look="primary" isPending={form.isPending}>
            {t('members.inviteSubmit')}
          </Button>
          <LinkButton to={paths.members(code)}>{t('common:cancel')}</LinkButton>
        </ButtonRow>
      </TesseraForm>
    </>
  );
}

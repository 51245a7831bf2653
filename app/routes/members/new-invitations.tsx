import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleNeedsInstitution } from '@tessera/core/members/rules.ts';
import { Invitations } from '@tessera/core/members/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const { givableRoles, institutions } = await api(args).members.invitations({ network: code });
  return { code, givableRoles, institutions };
}

export async function action(args: ActionFunctionArgs) {
  const network = args.params.network ?? '';
  return submit(args, Invitations, async (input) => {
    const { sent } = await api(args).members.inviteMany({ network, ...input });
    return redirectWithFlash(paths.invitations(network), 'people:invitations.sent', { count: sent });
  });
}

export const handle: Handle = { title: (t) => t('identity:members.inviteTitle') };

export default function NewInvitations() {
  const { code, givableRoles, institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['identity', 'people']);
  // Who may give roles for the whole network may also leave the institution out.
  const mayLeaveOut = givableRoles.some((role) => !roleNeedsInstitution(role) && role !== 'volunteer');
  const form = useTesseraForm<z.input<typeof Invitations>>({
    id: 'invitation',
    labels: {
      people: t('people:invitations.people'),
      role: t('members.role'),
      institutionId: t('members.institution'),
    },
    hints: {
      people: t('people:invitations.peopleHint'),
      ...(mayLeaveOut ? { institutionId: t('members.institutionHint') } : {}),
    },
    optional: mayLeaveOut ? ['institutionId'] : [],
  });
  return (
    <>
      <Breadcrumbs
        label={t('members.title')}
        ways={[
          { to: paths.members(code), label: t('members.title') },
          { to: paths.invitations(code), label: t('people:invitations.title') },
        ]}
      />
      <PageHeader title={t('members.inviteTitle')} lead={t('people:invitations.formLead')} />
      <TesseraForm state={form}>
        <TextareaField {...form.field('people')} rows={6} spellCheck={false} />
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
        <FormEnd back={paths.invitations(code)} isPending={form.isPending}>
          {t('people:invitations.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

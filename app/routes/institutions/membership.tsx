import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MembershipDetails } from '@tessera/core/institutions/schema.ts';
import { membershipRoles } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { institutionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = institutionParams(args);
  const { id, name, membership, note, staff, focalPoint, may } = await api(args).institutions.page(where);
  if (!may.manage) throw refuse('not_allowed');
  return {
    network: where.network,
    institution: { id, name },
    staff: staff ?? [],
    values: {
      role: membership.role as (typeof membershipRoles)[number],
      track: membership.track,
      focalPointId: focalPoint?.personId ?? '',
      note,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = institutionParams(args);
  return submit(args, MembershipDetails, async (details) => {
    await api(args).institutions.editMembership({ ...where, ...details });
    return redirectWithFlash(
      paths.institution(where.network, where.institutionId),
      'institutions:form.doneMembership',
    );
  });
}

export const handle: Handle = { title: (t) => t('institutions:card.editMembership') };

export default function EditMembership() {
  const { network, institution, staff, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'networks', 'common']);
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof MembershipDetails>>({
    id: 'membership',
    labels: {
      role: t('directory.role'),
      track: t('form.track'),
      focalPointId: t('form.focalPoint'),
      note: t('form.note'),
    },
    hints: { focalPointId: t('form.focalPointHint'), note: t('form.noteHint'), track: t('form.trackHint') },
    optional: ['track', 'focalPointId', 'note'],
    defaultValue: values,
  });
  return (
    <>
      <InstitutionWays institution={institution} />
      <PageHeader
        eyebrow={institution.name}
        title={t('card.editMembership')}
        lead={t('form.membershipLead')}
      />
      <TesseraForm state={state}>
        <SelectField
          {...state.field('role')}
          options={membershipRoles.map((value) => ({ value, label: t(`networks:membershipRoles.${value}`) }))}
        />
        <TextField {...state.field('track')} width="medium" />
        <SelectField
          {...state.field('focalPointId')}
          placeholder={t('form.nobody')}
          options={staff.map((person) => ({ value: person.personId, label: format.personName(person) }))}
        />
        <TextareaField {...state.field('note')} rows={5} />
        <FormEnd back={paths.institution(network, institution.id)} isPending={state.isPending}>
          {t('common:save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CapabilityGift } from '@tessera/core/members/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { DaysForm, instantsOf } from '~/components/people/validity.server.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { roleParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { PersonWays } from './person-ways.tsx';
import { ValidityFields } from './validity-fields.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, personId, assignmentId } = roleParams(args);
  const role = await api(args).members.role({ network, assignmentId });
  return { network, personId, role };
}

export async function action(args: ActionFunctionArgs) {
  const { network, personId, assignmentId } = roleParams(args);
  const core = api(args);
  const { timeZone } = await core.networks.shell({ network });
  const Schema = CapabilityGift.pick({ capability: true, inLanguage: true }).extend(DaysForm.shape);
  return submit(args, Schema, async ({ from, until, ...gift }) => {
    const validity = instantsOf({ from, until }, timeZone);
    await core.members.grantCapability({ network, assignmentId, ...gift, ...validity });
    return redirectWithFlash(paths.role(network, personId, assignmentId), 'people:role.added');
  });
}

export const handle: Handle = { title: (t) => t('people:role.add') };

type Shape = { capability: string; inLanguage: string; from: string; until: string };

export default function Capabilities() {
  const { network, personId, role } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['people', 'identity']);
  const format = formats(language);
  const state = useTesseraForm<Shape>({
    id: 'capability',
    labels: {
      capability: t('role.capability'),
      inLanguage: t('role.language'),
      from: t('give.from'),
      until: t('give.until'),
    },
    hints: {
      inLanguage: t('role.languageHint'),
      from: t('give.fromHint'),
      until: t('give.untilHint'),
    },
    optional: ['inLanguage', 'from', 'until'],
  });
  const languages = spokenLanguages
    .map((value) => ({ value, label: format.language(value) }))
    .toSorted((a, b) => format.collator().compare(a.label, b.label));
  return (
    <>
      <PersonWays code={network} personId={personId} person={role.person} />
      <PageHeader
        eyebrow={t(`identity:roles.${role.role}`)}
        title={t('role.add')}
        lead={t('role.capabilitiesLead')}
      />
      <TesseraForm state={state}>
        <SelectField
          {...state.field('capability')}
          options={role.givableCapabilities.map((value) => ({ value, label: t(`capability.${value}`) }))}
        />
        <SelectField {...state.field('inLanguage')} placeholder={t('role.noLanguage')} options={languages} />
        <ValidityFields field={state.field} />
        <FormEnd back={paths.role(network, personId, role.id)} isPending={state.isPending}>
          {t('role.add')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

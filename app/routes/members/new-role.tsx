import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleNeedsInstitution } from '@tessera/core/members/rules.ts';
import { RoleGift } from '@tessera/core/members/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { DaysForm, instantsOf } from '~/components/people/validity.server.ts';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { personParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { PersonWays } from './person-ways.tsx';
import { ValidityFields } from './validity-fields.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = personParams(args);
  const call = api(args);
  const [page, { trainings }] = await Promise.all([
    call.members.person(where),
    call.trainings.catalogue({ network: where.network }),
  ]);
  const { person, givableRoles, institutions, prerequisites } = page;
  if (givableRoles.length === 0) throw refuse('not_allowed');
  return {
    ...where,
    person,
    givableRoles,
    institutions,
    lacking: prerequisites.filter(({ state }) => state !== 'met'),
    trainings: trainings
      .filter(({ networkCode }) => networkCode === where.network)
      .map(({ id, title }) => ({ id, title })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = personParams(args);
  const core = api(args);
  const { timeZone } = await core.networks.shell({ network: where.network });
  const Schema = RoleGift.pick({ role: true, institutionId: true, trainingId: true }).extend(DaysForm.shape);
  return submit(args, Schema, async ({ from, until, ...gift }) => {
    await core.members.giveRole({ ...where, ...gift, ...instantsOf({ from, until }, timeZone) });
    return redirectWithFlash(paths.member(where.network, where.personId), 'people:give.done');
  });
}

export const handle: Handle = { title: (t) => t('people:give.title') };

type Shape = {
  role: string;
  institutionId: string;
  trainingId: string;
  from: string;
  until: string;
};

export default function NewRole() {
  const { network, personId, person, givableRoles, institutions, trainings } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'identity']);
  const isCoordinator = givableRoles.includes('coordinator');
  const mayLeaveOut = givableRoles.some((role) => !roleNeedsInstitution(role) && role !== 'volunteer');
  const state = useTesseraForm<Shape>({
    id: 'role',
    labels: {
      role: t('identity:members.role'),
      institutionId: t('identity:members.institution'),
      trainingId: t('give.training'),
      from: t('give.from'),
      until: t('give.until'),
    },
    hints: {
      trainingId: t('give.trainingHint'),
      from: t('give.fromHint'),
      until: t('give.untilHint'),
      ...(mayLeaveOut ? { institutionId: t('identity:members.institutionHint') } : {}),
    },
    optional: ['trainingId', 'from', 'until', ...(mayLeaveOut ? (['institutionId'] as const) : [])],
  });
  return (
    <>
      <PersonWays code={network} personId={personId} person={person} />
      <PageHeader title={t('give.title')} lead={t('give.lead')}>
        <Lacking />
      </PageHeader>
      <TesseraForm state={state}>
        <RadioField
          {...state.field('role')}
          options={givableRoles.map((role) => ({
            value: role,
            label: t(`identity:roles.${role}`),
            hint: role === 'platform_admin' ? undefined : t(`identity:members.roleHints.${role}`),
          }))}
        />
        <SelectField
          {...state.field('institutionId')}
          placeholder={mayLeaveOut ? t('identity:members.noInstitution') : undefined}
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {isCoordinator && trainings.length > 0 && (
          <SelectField
            {...state.field('trainingId')}
            placeholder={t('give.noTraining')}
            options={trainings.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <ValidityFields field={state.field} />
        <FormEnd back={paths.member(network, personId)} isPending={state.isPending}>
          {t('give.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

function Lacking() {
  const { lacking } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['people', 'identity']);
  const word = usePrerequisiteWord();
  if (lacking.length === 0) return null;
  const list = formats(language).list;
  const roles = [...new Set(lacking.flatMap((kind) => kind.roles))];
  return (
    <div className="mt-6">
      <Notice tone="warning" title={t('give.lacking')}>
        {t('give.lackingText', {
          prerequisites: list(lacking.map(word)),
          roles: list(roles.map((role) => t(`identity:roles.${role as z.output<typeof RoleGift>['role']}`))),
        })}
      </Notice>
    </div>
  );
}

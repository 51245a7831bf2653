import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { membershipRoles } from '@tessera/core/institutions/terms.ts';
import { Admission } from '@tessera/core/joining/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { placeOf, useCountryName, useInstitutionWords } from '~/components/institutions/words.ts';
import { ApplicationBadge } from '~/components/joining/application-badge.tsx';
import { ApplicationWays } from '~/components/joining/application-ways.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { applicationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Admitting = Admission.omit({ applicationId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = applicationParams(args);
  return { network: where.network, application: await api(args).joining.application(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = applicationParams(args);
  return submit(args, Admitting, async (admission) => {
    await api(args).joining.admit({ ...where, ...admission });
    return redirectWithFlash(
      paths.application(where.network, where.applicationId),
      'joining:application.admitted',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('joining:list.title')}: ${data.application.name}`,
};

export default function ApplicationPage() {
  const { network, application } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['joining', 'institutions', 'registering']);
  const { id, state, institutionId } = application;
  const isOpen = state === 'applied' || state === 'under_review';
  return (
    <>
      <ApplicationWays />
      <PageHeader
        eyebrow={t('list.title')}
        title={application.name}
        actions={
          institutionId && (
            <LinkButton to={paths.institution(network, institutionId)}>{t('application.see')}</LinkButton>
          )
        }
      >
        <p className="mt-4">
          <ApplicationBadge state={state} />
        </p>
        {isOpen && (
          <div className="mt-6 flex flex-wrap gap-3">
            {state === 'applied' && (
              <Form method="post" action={paths.applicationReview(network, id)}>
                <Button>{t('institutions:moves.review')}</Button>
              </Form>
            )}
            <LinkButton to={paths.applicationRefusal(network, id)} look="danger">
              {t('institutions:moves.decline')}
            </LinkButton>
          </div>
        )}
      </PageHeader>
      <Typed />
      {isOpen && <Admit key={id} />}
    </>
  );
}

function Typed() {
  const { application } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['joining', 'institutions', 'registering']);
  const words = useInstitutionWords();
  const country = useCountryName();
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const { name, nameLanguage, kind, website, email, jobTitle, language, message } = application;
  const { confirmedAt, decidedAt, reason } = application;
  return (
    <Section id="typed" title={t('application.typed')}>
      <DefinitionList
        entries={[
          { term: t('ask.name'), value: <span lang={nameLanguage}>{name}</span> },
          { term: t('institutions:directory.kind'), value: words.kind(kind) },
          { term: t('institutions:directory.place'), value: placeOf(application) },
          { term: t('institutions:form.country'), value: country(application.country) },
          {
            term: t('institutions:form.website'),
            value: website && (
              <a href={website} rel="noreferrer nofollow" className="link wrap-anywhere">
                {website}
              </a>
            ),
          },
          { term: t('ask.contact'), value: <PersonName {...application} /> },
          { term: t('ask.jobTitle'), value: jobTitle },
          { term: t('registering:guest.email'), value: <span className="wrap-anywhere">{email}</span> },
          { term: t('registering:guest.language'), value: format.language(language) },
          {
            term: t('ask.message'),
            value: message && <span className="whitespace-pre-line wrap-anywhere">{message}</span>,
          },
          {
            term: t('list.asked'),
            value: confirmedAt && <Moment at={confirmedAt} timeZone={timeZone} />,
          },
          { term: t('list.decided'), value: decidedAt && <Moment at={decidedAt} timeZone={timeZone} /> },
          { term: t('registering:approvals.reason'), value: reason },
        ]}
      />
    </Section>
  );
}

function Admit() {
  const { application } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['joining', 'institutions']);
  const words = useInstitutionWords();
  const format = useFormats();
  const { similar, locality } = application;
  const state = useTesseraForm<z.input<typeof Admitting>>({
    id: 'admission',
    labels: { institutionId: t('application.which'), role: t('institutions:directory.role') },
    defaultValue: { institutionId: '', role: 'member' },
  });
  const { field } = state;
  const isHere = (stateHere: string | null, canBeTaken: boolean) =>
    stateHere === 'active' ? t('application.memberHere') : !canBeTaken && t('application.suspendedHere');
  return (
    <Section
      id="admission"
      title={t('application.admit')}
      lead={t('application.admitLead', { name: format.personName(application) })}
    >
      <TesseraForm state={state}>
        <RadioField
          {...field('institutionId')}
          defaultValue={field('institutionId').defaultValue ?? ''}
          options={[
            {
              value: '',
              label: [t('application.new'), application.name, locality].filter(Boolean).join(' · '),
              hint: t('application.newHint'),
            },
            ...similar.map(({ id, name, kind, stateHere, canBeTaken, ...place }) => ({
              value: id,
              label: name,
              disabled: !canBeTaken,
              hint: [words.kind(kind), placeOf(place), isHere(stateHere, canBeTaken)]
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
        />
        <SelectField
          {...field('role')}
          options={membershipRoles.map((value) => ({ value, label: words.role(value) }))}
        />
        <Button look="primary" isPending={state.isPending}>
          {t('institutions:moves.admit')}
        </Button>
      </TesseraForm>
    </Section>
  );
}

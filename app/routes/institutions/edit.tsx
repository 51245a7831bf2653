import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { institutionChoices, submitInstitution } from '~/components/institutions/institution-form.server.ts';
import { InstitutionForm } from '~/components/institutions/institution-form.tsx';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { institutionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = institutionParams(args);
  const [{ nameLanguages, languages, parents }, institution] = await Promise.all([
    institutionChoices(args, where.institutionId),
    api(args).institutions.page(where),
  ]);
  if (!institution.may.edit) throw refuse('not_allowed');
  const { id, name, texts, latitude, longitude, parent, ...card } = institution;
  const tags = new Set([...nameLanguages, ...texts.map(({ language }) => language)]);
  const above = parent && !parents.some(({ value }) => value === parent.id) ? [parent] : [];
  return {
    network: where.network,
    institution: { id, name },
    choices: {
      languages: [...new Set([...languages, ...card.languages])],
      parents: [...parents, ...above.map((each) => ({ value: each.id, label: each.name }))],
    },
    values: {
      kind: card.kind,
      texts: [...tags].map((language) => ({
        language,
        name: texts.find((text) => text.language === language)?.name ?? '',
      })),
      shortName: card.shortName,
      locality: card.locality,
      county: card.county,
      country: card.country,
      address: card.address,
      latitude: latitude === null ? '' : String(latitude),
      longitude: longitude === null ? '' : String(longitude),
      website: card.website,
      languages: card.languages,
      parentId: parent?.id ?? '',
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = institutionParams(args);
  return submitInstitution(args, async (card) => {
    await api(args).institutions.edit({ ...where, ...card });
    return redirectWithFlash(
      paths.institution(where.network, where.institutionId),
      'institutions:form.doneEdit',
    );
  });
}

export const handle: Handle = { title: (t) => t('institutions:form.editTitle') };

export default function EditInstitution() {
  const { network, institution, choices, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation('institutions');
  return (
    <>
      <InstitutionWays institution={institution} />
      <PageHeader eyebrow={institution.name} title={t('form.editTitle')} lead={t('form.editLead')} />
      <InstitutionForm
        values={values}
        choices={choices}
        submitLabel={t('form.submitEdit')}
        backTo={paths.institution(network, institution.id)}
      />
    </>
  );
}

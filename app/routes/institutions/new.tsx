import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { AddedInstitution } from '@tessera/core/institutions/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { institutionChoices, submitInstitution } from '~/components/institutions/institution-form.server.ts';
import { InstitutionForm } from '~/components/institutions/institution-form.tsx';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import { placeOf, useInstitutionWords } from '~/components/institutions/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { readForm, submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

const Added = AddedInstitution.pick({ institutionId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const q = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const call = api(args);
  const [{ nameLanguages, ...choices }, { country, institutions: known }] = await Promise.all([
    institutionChoices(args, null),
    call.institutions.register({ ...where, q }),
  ]);
  return {
    network: where.network,
    q,
    known,
    choices,
    values: {
      texts: nameLanguages.map((language, index) => ({ language, name: index === 0 ? q : '' })),
      country: country ?? '',
      languages: [],
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const form = await readForm(args.request.clone());
  if (form.has('institutionId')) {
    return submit(args, Added, async ({ institutionId }) => {
      await api(args).institutions.add({ ...where, institutionId });
      return redirectWithFlash(
        paths.institution(where.network, institutionId),
        'institutions:form.doneAdded',
      );
    });
  }
  if (!form.has('kind')) throw refuse('invalid');
  return submitInstitution(args, async (card) => {
    const { institutionId } = await api(args).institutions.create({ ...where, ...card });
    return redirectWithFlash(paths.institution(where.network, institutionId), 'institutions:form.doneNew');
  });
}

export const handle: Handle = { title: (t) => t('institutions:form.newTitle') };

export default function NewInstitution() {
  const { network, q, known, choices, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'common', 'transfer']);
  const may = useCan();
  return (
    <>
      <InstitutionWays />
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        actions={
          may('person.import') && (
            <LinkButton to={paths.imports(network, { kind: 'institutions' })}>
              {t('transfer:open')}
            </LinkButton>
          )
        }
      />
      <Section id="register" title={t('form.look')} lead={t('form.lookLead')}>
        <Form method="get" role="search" className="flex max-w-[36rem] flex-wrap items-end gap-3">
          <label className="block grow text-sm" htmlFor="register-query">
            <span className="mb-1 block font-semibold">{t('form.name')}</span>
            <input
              id="register-query"
              type="search"
              name="q"
              defaultValue={q}
              maxLength={100}
              className="control"
            />
          </label>
          <Button>{t('common:search')}</Button>
        </Form>
        {q !== '' && <Found network={network} known={known} />}
      </Section>
      {q !== '' && (
        <div className="mt-12">
          <InstitutionForm
            key={q}
            values={values}
            choices={choices}
            submitLabel={t('form.submitNew')}
            backTo={paths.institutions(network)}
          />
        </div>
      )}
    </>
  );
}

type Known = ReturnType<typeof useLoaderData<typeof loader>>['known'][number];

function Found({ network, known }: { network: string; known: readonly Known[] }) {
  const { t } = useTranslation(['institutions', 'common']);
  const words = useInstitutionWords();
  if (known.length === 0)
    return (
      <p role="status" className="mt-4">
        {t('form.notFound')}
      </p>
    );
  return (
    <div className="mt-5">
      <Table
        caption={t('form.found')}
        columns={[
          {
            key: 'name',
            header: t('directory.name'),
            isName: true,
            cell: ({ id, name, stateHere }: Known) =>
              stateHere ? (
                <Link to={paths.institution(network, id)} className="link">
                  {name}
                </Link>
              ) : (
                name
              ),
          },
          { key: 'kind', header: t('directory.kind'), cell: ({ kind }) => words.kind(kind) },
          { key: 'place', header: t('directory.place'), cell: placeOf },
          {
            key: 'add',
            header: t('common:actions'),
            cell: ({ id, name, stateHere }) =>
              stateHere ? (
                t('form.isHere')
              ) : (
                <Form method="post">
                  <input type="hidden" name="institutionId" value={id} />
                  <Button size="small">
                    {t('form.add')}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              ),
          },
        ]}
        rows={known}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ProgrammeForm } from '~/components/programmes/programme-form.tsx';
import { programmeOf, ProgrammeForm as Schema } from '~/components/programmes/programme-form-schema.ts';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'programme.create');
  return networkParams(args);
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Schema, async (input) => {
    const { programmeId } = await api(args).mentoring.createProgramme({ ...where, ...programmeOf(input) });
    return redirectWithFlash(
      paths.mentoringProgramme(where.network, programmeId),
      'programmes:programmes.added',
    );
  });
}

export const handle: Handle = { title: (t) => t('programmes:programmes.add') };

export default function NewProgramme() {
  const { network } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  return (
    <>
      <MentoringWays network={network} above="programmes" />
      <PageHeader title={t('programmes.add')} lead={t('programmes.emptyText')} />
      <ProgrammeForm network={network} programme={null} />
    </>
  );
}

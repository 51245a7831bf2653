import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seenTexts } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ProgrammeForm } from '~/components/programmes/programme-form.tsx';
import { programmeEditOf, ProgrammeForm as Schema } from '~/components/programmes/programme-form-schema.ts';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  await requireRight(args, 'programme.edit');
  const programme = await api(args).mentoring.programme(where);
  return {
    network: where.network,
    programme: { ...programme, seen: seenTexts('programme', programme.texts) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, Schema, async (input) => {
    await api(args).mentoring.editProgramme({ ...where, ...programmeEditOf(input) });
    return redirectWithFlash(
      paths.mentoringProgramme(where.network, where.programmeId),
      'programmes:programmes.changed',
    );
  });
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('programmes:programmes.edit') };

export default function EditProgramme() {
  const { network, programme } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  return (
    <>
      <MentoringWays network={network} above="programmes" />
      <PageHeader eyebrow={t('programmes.edit')} title={<span translate="no">{programme.title}</span>} />
      <ProgrammeForm network={network} programme={programme} />
    </>
  );
}

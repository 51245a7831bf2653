import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { readWording, saveWording } from '~/components/privacy/wording.server.ts';
import { WordingForm } from '~/components/privacy/wording-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return readWording(args, args.params.purpose ?? '');
}

export async function action(args: ActionFunctionArgs) {
  return saveWording(args);
}

export const handle: Handle = { title: (t) => t('privacy:wordings.newTitle') };

export default function WordingPage() {
  const wording = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  return (
    <>
      <PageHeader title={t('wordings.newTitle')} lead={t('wordings.lead')} />
      <WordingForm {...wording} />
    </>
  );
}

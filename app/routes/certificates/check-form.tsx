import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { normaliseCode } from '@tessera/core/certificates/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CodeForm } from '~/components/certificates/code-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { PageHeader } from '~/ui/page.tsx';

const codeLength = 16;

export async function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return { typed: '', isMalformed: false };
  const code = normaliseCode(typed);
  if (code.length === codeLength) return redirect(paths.verify(code));
  return { typed: typed.slice(0, 60), isMalformed: true };
}

export const handle: Handle = { title: (t) => t('certificates:form.title') };

export default function CheckForm() {
  const { typed, isMalformed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  return (
    <>
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <CodeForm typed={typed} error={isMalformed ? t('form.malformed') : undefined} />
    </>
  );
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { normaliseCode } from '@tessera/core/certificates/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { CodeForm } from '~/components/certificates/code-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { languageAsked } from '~/server/language-asked.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { PageHeader } from '~/ui/page.tsx';

const codeLength = 16;

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const t = translator(args.context.language, 'certificates');
  const head = publicHead(args, { path: paths.verifyForm(), title: t('form.title'), text: t('form.lead') });
  const lang = languageAsked(request.url) ?? undefined;
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return { typed: '', isMalformed: false, head };
  const code = normaliseCode(typed);
  if (code.length === codeLength) return redirect(paths.verify(code, { lang }));
  return { typed: typed.slice(0, 60), isMalformed: true, head };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

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

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageNames, languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { preferenceCookie } from '~/server/cookies.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';

const LanguageChoice = z.object({ language: z.enum(languages), next: z.string().optional() });

export async function loader({ context }: LoaderFunctionArgs) {
  return { language: context.language };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, LanguageChoice, async ({ language, next }) => {
    const { actor, setCookies } = args.context.core;
    if (actor) await api(args).identity.setLanguage({ language });
    setCookies.push(preferenceCookie('tessera_language', language));
    return redirectWithFlash(withoutLanguage(safePath(next, paths.language())), 'shell:language.changed');
  });
}

// An address that asks for a language would win over the choice.
function withoutLanguage(path: string): string {
  const [address = '', query] = path.split('?');
  const params = new URLSearchParams(query);
  params.delete('lang');
  return params.size > 0 ? `${address}?${params}` : address;
}

export const handle: Handle = { title: (t) => t('shell:language.title') };

export default function Language() {
  const { language } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['shell', 'common']);
  const form = useTesseraForm<z.input<typeof LanguageChoice>>({
    id: 'language',
    labels: { language: t('language.choose') },
    defaultValue: { language },
  });
  return (
    <>
      <PageHeader title={t('language.title')} lead={t('language.lead')} />
      <TesseraForm state={form} reloadDocument>
        <RadioField
          {...form.field('language')}
          options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        />
        <Button look="primary">{t('common:save')}</Button>
      </TesseraForm>
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { languageNames } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [{ viewer, languages }, wordings] = await Promise.all([
    call.networks.shell(where),
    call.consents.wordings(where),
  ]);
  if (!viewer?.can.includes('privacy.manage')) throw refuse('not_allowed');
  const shown = [args.context.core.language, ...languages, 'en'];
  return {
    ...where,
    wordings: wordings.map(({ texts, createdAt, ...wording }) => ({
      ...wording,
      isBrought: createdAt === null,
      languages: texts.map(({ language }) => language),
      text: shown.map((wish) => texts.find(({ language }) => language === wish)).find(Boolean) ?? texts[0],
    })),
  };
}

export const handle: Handle = { title: (t) => t('privacy:wordings.title') };

export default function Wordings() {
  const { network, wordings } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  return (
    <>
      <PrivacyWays />
      <PageHeader
        title={t('wordings.title')}
        lead={t('wordings.lead')}
        actions={<LinkButton to={paths.newWording(network)}>{t('wordings.add')}</LinkButton>}
      />
      {wordings.map(({ purpose, version, isBrought, languages, text }) => (
        <Section key={purpose} id={purpose} title={<span lang={text?.language}>{text?.title}</span>}>
          <p lang={text?.language} className="max-w-[42rem] whitespace-pre-line">
            {text?.text}
          </p>
          <p className="mt-3 text-sm text-muted">
            {isBrought ? t('wordings.brought') : t('wordings.version', { version })}
            {' · '}
            {languages.map((language) => languageNames[language]).join(', ')}
          </p>
          <p className="mt-2">
            <Link
              to={paths.wording(network, purpose)}
              aria-label={t('wordings.rewriteOf', { title: text?.title })}
              className="link inline-flex min-h-9 items-center"
            >
              {t('wordings.rewrite')}
            </Link>
          </p>
        </Section>
      ))}
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AgreementView } from '~/components/mentoring/agreement-view.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const call = api(args).mentoring;
  const [{ texts }, { title }] = await Promise.all([call.agreements(where), call.programme(where)]);
  return { ...where, title, texts };
}

export const handle: Handle = { title: (t) => t('agreements:title') };

export default function Agreements() {
  const { network, programmeId, title, texts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('agreements');
  const format = useFormats();
  const to = paths.mentoringProgramme(network, programmeId);
  return (
    <>
      <MentoringWays network={network} above="programmes" more={[{ to, label: title }]} />
      <PageHeader
        eyebrow={<span translate="no">{title}</span>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton look="primary" to={paths.editMentoringAgreement(network, programmeId)}>
            {t('write')}
          </LinkButton>
        }
      />
      {texts.length === 0 ? (
        <Empty title={t('none')}>{t('noneText')}</Empty>
      ) : (
        texts.map((text) => (
          <Section
            key={text.language}
            id={text.language}
            title={format.language(text.language)}
            actions={
              <LinkButton
                size="small"
                to={paths.editMentoringAgreement(network, programmeId, { in: text.language })}
              >
                {t('edit')} <span className="sr-only">{format.language(text.language)}</span>
              </LinkButton>
            }
          >
            <AgreementView text={text} />
          </Section>
        ))
      )}
    </>
  );
}

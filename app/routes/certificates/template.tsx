import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewTemplate } from '@tessera/core/certificates/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams, templateParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

const Words = NewTemplate.omit({ language: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { language } = templateParams(args);
  const { templates } = await api(args).certificates.templates(where);
  const template = templates.find((each) => each.language === language);
  if (!template) throw refuse('not_found');
  return { ...where, template };
}

export async function action(args: ActionFunctionArgs) {
  const where = templateParams(args);
  return submit(args, Words, async (words) => {
    const { version } = await api(args).certificates.saveTemplate({ ...where, ...words });
    return redirectWithFlash(paths.certificateTemplates(where.network), 'certificates:template.saved', {
      version,
    });
  });
}

export const handle: Handle = { title: (t) => t('certificates:template.title') };

export default function CertificateTemplate() {
  const { network, template } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const { language, version, ...words } = template;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const state = useTesseraForm<z.input<typeof Words>>({
    id: 'template',
    labels: {
      accent: t('template.accent'),
      introduction: t('template.introduction'),
      signatoryName: t('template.signatoryName'),
      signatoryFunction: t('template.signatoryFunction'),
      qualityAssurance: t('template.qualityAssurance'),
      footer: t('template.footer'),
    },
    hints: {
      introduction: t('template.introductionHint'),
      qualityAssurance: t('template.qualityAssuranceHint'),
    },
    optional: ['introduction', 'signatoryName', 'signatoryFunction', 'qualityAssurance', 'footer'],
    defaultValue: words,
  });
  const { field } = state;
  return (
    <>
      <PageHeader
        eyebrow={format.language(language)}
        title={t('template.title')}
        lead={version === 0 ? t('template.none') : t('template.number', { version })}
      />
      <SettingsTabs />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <TesseraForm
          state={state}
          onInput={(event: React.FormEvent<HTMLFormElement>) => setTyped(textsIn(event.currentTarget))}
        >
          <TextField {...field('accent')} type="color" width="short" className="h-11 p-1" />
          <TextareaField {...field('introduction')} lang={language} rows={2} maxLength={200} />
          <TextField {...field('signatoryName')} lang={language} maxLength={100} autoComplete="off" />
          <TextField {...field('signatoryFunction')} lang={language} maxLength={120} autoComplete="off" />
          <TextareaField {...field('qualityAssurance')} lang={language} rows={3} maxLength={400} />
          <TextareaField {...field('footer')} lang={language} rows={2} maxLength={300} />
          <p className="max-w-[42rem] text-sm text-muted">{t('template.onlyNew')}</p>
          <FormEnd back={paths.certificateTemplates(network)} isPending={state.isPending}>
            {t('template.save')}
          </FormEnd>
        </TesseraForm>
        <Preview network={network} language={language} typed={typed} />
      </div>
    </>
  );
}

const restMs = 400;

/** The paper with the words as they are typed; without scripts, as they were saved. */
function Preview({
  network,
  language,
  typed,
}: {
  network: string;
  language: string;
  typed: Record<string, string>;
}) {
  const { t } = useTranslation('certificates');
  const [shown, setShown] = useState(typed);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    timer.current = setTimeout(() => setShown(typed), restMs);
    return () => clearTimeout(timer.current);
  }, [typed]);
  return (
    <Section
      id="preview"
      title={t('template.preview')}
      layout="full"
      actions={
        <LinkButton
          to={paths.certificatePreview(network, language, 'pdf', shown)}
          size="small"
          reloadDocument
          target="_blank"
        >
          {t('mine.openPdf')}
        </LinkButton>
      }
    >
      <img
        src={paths.certificatePreview(network, language, 'svg', shown)}
        alt={t('template.previewAlt')}
        width={595}
        height={842}
        className="h-auto w-full border border-edge"
        style={{ background: 'white' }}
      />
    </Section>
  );
}

function textsIn(form: HTMLFormElement): Record<string, string> {
  const known = Object.keys(Words.shape);
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && known.includes(entry[0]),
  );
  return Object.fromEntries(entries);
}

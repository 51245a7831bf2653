import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewAddress } from '@tessera/core/links/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { LinkUses } from '~/components/library/link-uses.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const Change = NewAddress.extend({ step: z.enum(['preview', 'replace']) });

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { oldUrl = '', newUrl = '' } = Object.fromEntries(new URL(args.request.url).searchParams);
  const asked = NewAddress.safeParse({ oldUrl, newUrl });
  // Who may not replace is told at once, and not after the form.
  const uses = await api(args).links.uses({ ...where, oldUrl: asked.data?.oldUrl ?? '' });
  return { ...where, oldUrl, newUrl, uses: asked.success ? uses : null };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Change, async ({ step, ...addresses }) => {
    if (step === 'preview') return redirect(paths.linkReplacing(where.network, addresses));
    const { resources } = await api(args).links.replace({ ...where, ...addresses });
    return redirectWithFlash(paths.libraryLinks(where.network), 'links:done', { count: resources });
  });
}

export const handle: Handle = { title: (t) => t('links:replaceTitle') };

type Shape = { oldUrl: string; newUrl: string };

export default function ReplaceLink() {
  const { network, oldUrl, newUrl, uses } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['links', 'library']);
  const state = useTesseraForm<Shape>({
    id: 'replace',
    labels: { oldUrl: t('oldUrl'), newUrl: t('newUrl') },
    defaultValue: { oldUrl, newUrl },
  });
  const isRefused = Object.values(state.form.allErrors).flat().length > 0;
  return (
    <>
      <Breadcrumbs
        label={t('library:title')}
        ways={[
          { to: paths.library(network), label: t('library:title') },
          { to: paths.libraryLinks(network), label: t('title') },
        ]}
      />
      <PageHeader title={t('replaceTitle')} lead={t('replaceLead')} />
      {/* What was shown is what is replaced: the addresses are written on the page before. */}
      {uses === null || isRefused ? (
        <TesseraForm state={state}>
          <TextField {...state.field('oldUrl')} inputMode="url" maxLength={1000} dir="ltr" />
          <TextField {...state.field('newUrl')} type="url" maxLength={1000} dir="ltr" />
          <FormEnd back={paths.libraryLinks(network)} name="step" value="preview" isPending={state.isPending}>
            {t('preview')}
          </FormEnd>
        </TesseraForm>
      ) : (
        <>
          <DefinitionList
            entries={[
              { term: t('oldUrl'), value: <Address url={oldUrl} /> },
              { term: t('newUrl'), value: <Address url={newUrl} /> },
            ]}
          />
          <Section
            id="changes"
            title={uses.length === 0 ? t('wouldNone') : t('would', { count: uses.length })}
          >
            <LinkUses uses={uses} />
          </Section>
          <TesseraForm state={state}>
            <input type="hidden" name="oldUrl" value={oldUrl} />
            <input type="hidden" name="newUrl" value={newUrl} />
            <ButtonRow>
              {uses.length > 0 && (
                <Button look="primary" name="step" value="replace" isPending={state.isPending}>
                  {t('confirm', { count: uses.length })}
                </Button>
              )}
              <LinkButton to={paths.linkReplacing(network)}>{t('back')}</LinkButton>
            </ButtonRow>
          </TesseraForm>
        </>
      )}
    </>
  );
}

function Address({ url }: { url: string }) {
  return (
    <span className="wrap-anywhere" translate="no" dir="ltr">
      {url}
    </span>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mostTexts } from '@tessera/core/translators/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { mostMegabytes } from '~/components/translators/limits.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submitUpload } from '~/server/upload.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, pairs: await api(args).translators.files(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  // Who may not translate is refused before the file is read.
  await api(args).translators.files(where);
  return submitUpload(args, async (_, { name, content }) => {
    const { fileId } = await api(args).translators.keepFile({ ...where, name: name.slice(-200), content });
    return redirect(paths.translationFile(where.network, fileId));
  });
}

export const handle: Handle = { title: (t) => t('translators:title') };

export default function TranslationFiles() {
  const { network, pairs } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translators', 'translations']);
  const format = useFormats();
  const may = useCan();
  const form = useTesseraForm<{ file: string }>({
    id: 'back',
    labels: { file: t('back.file') },
    hints: { file: t('back.hint', { megabytes: format.number(mostMegabytes) }) },
  });
  const nameOf = ({ from, language }: (typeof pairs)[number]) =>
    t('out.pair', { from: format.language(from), language: format.language(language) });
  return (
    <>
      <Breadcrumbs
        label={t('translations:title')}
        ways={[{ to: paths.translations(network), label: t('translations:title') }]}
      />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          may('network.edit') && (
            <LinkButton to={paths.machineTranslation(network)}>{t('machine.title')}</LinkButton>
          )
        }
      />
      <Section id="out" title={t('out.title')}>
        {pairs.length === 0 ? (
          <Empty title={t('out.none')}>{t('out.noneText')}</Empty>
        ) : (
          <Table
            caption={t('out.lead', { number: format.number(mostTexts) })}
            rows={pairs}
            rowKey={({ from, language }) => `${from} ${language}`}
            columns={[
              { key: 'pair', header: t('check.text'), isName: true, cell: nameOf },
              { key: 'texts', header: t('out.title'), cell: ({ texts }) => t('out.count', { count: texts }) },
              {
                key: 'file',
                header: t('back.file'),
                isSteps: true,
                cell: (pair) => (
                  <Link
                    to={paths.translationTexts(network, pair.from, pair.language)}
                    reloadDocument
                    className="link inline-flex min-h-11 items-center"
                  >
                    {t('out.download')}
                    <span className="sr-only"> {nameOf(pair)}</span>
                  </Link>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section id="back" title={t('back.title')}>
        <TesseraForm state={form} encType="multipart/form-data">
          <FileField {...form.field('file')} accept=".xlf,.xliff" />
          <Button look="primary" isPending={form.isPending}>
            {t('back.submit')}
          </Button>
        </TesseraForm>
      </Section>
    </>
  );
}

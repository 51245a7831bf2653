import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { outcomes } from '@tessera/core/translators/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = placeOf(args);
  return { ...where, ...(await api(args).translators.checkFile(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = placeOf(args);
  return submit(args, z.object({}), async () => {
    const { texts } = await api(args).translators.takeFile(where);
    return redirectWithFlash(paths.translationFiles(where.network), 'translators:check.taken', {
      count: texts,
    });
  });
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('translators:check.title') };

function placeOf(args: Pick<LoaderFunctionArgs, 'params'>) {
  return { ...networkParams(args), fileId: args.params.file ?? '' };
}

export default function CheckTranslationFile() {
  const { network, name, from, language, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translators', 'translations']);
  const format = useFormats();
  const form = useTesseraForm({ id: 'take', labels: {} });
  const count = lines.filter(({ outcome }) => outcome === 'ready').length;
  const sorted = [...lines].sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.translationFiles(network), label: t('title') }]} />
      <PageHeader
        eyebrow={<span className="wrap-anywhere">{name}</span>}
        title={t('check.title')}
        lead={t('check.lead', { from: format.language(from), language: format.language(language) })}
      />
      <Section id="texts" title={t('out.count', { count: lines.length })} layout="full">
        <Table
          caption={t('check.title')}
          isCaptionHidden
          rows={sorted.map((line, index) => ({ ...line, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              key: 'text',
              header: t('check.text'),
              isName: true,
              cell: ({ title, titleLanguage, kind }) => (
                <>
                  <span lang={titleLanguage || undefined} dir="auto" translate="no" className="wrap-anywhere">
                    {title}
                  </span>
                  {kind && (
                    <span className="block font-normal text-muted">{t(`translations:kinds.${kind}`)}</span>
                  )}
                </>
              ),
            },
            {
              key: 'outcome',
              header: t('check.result'),
              cell: ({ outcome, origin, fault }) => (
                <>
                  <Badge {...looks[outcome]}>
                    {t(`outcomes.${outcome}`, {
                      field: fault ? t(`translations:fields.${fault as 'title'}`) : '',
                    })}
                  </Badge>
                  {outcome === 'ready' && origin === 'machine' && (
                    <span className="block text-muted">{t('check.machine')}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
      {count === 0 ? (
        <Empty
          title={t('check.nothing')}
          action={<Link to={paths.translationFiles(network)}>{t('check.other')}</Link>}
        >
          {t('check.nothingText')}
        </Empty>
      ) : (
        <TesseraForm state={form}>
          <FormEnd
            back={paths.translationFiles(network)}
            backLabel={t('check.other')}
            isPending={form.isPending}
          >
            {t('check.take', { count })}
          </FormEnd>
        </TesseraForm>
      )}
    </>
  );
}

const looks = {
  ready: { tone: 'success', shape: 'done' },
  same: { tone: 'neutral', shape: 'draft' },
  unfinished: { tone: 'neutral', shape: 'draft' },
  stale: { tone: 'warning', shape: 'attention' },
  changed: { tone: 'warning', shape: 'attention' },
  human: { tone: 'neutral', shape: 'stopped' },
  faulty: { tone: 'danger', shape: 'attention' },
  not_yours: { tone: 'neutral', shape: 'stopped' },
  unknown: { tone: 'danger', shape: 'stopped' },
} as const;

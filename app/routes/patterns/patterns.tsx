import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { PatternOffer, PatternStart } from '@tessera/core/patterns/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { ChoiceForm } from '~/components/patterns/choice-form.tsx';
import { StateBadge } from '~/components/patterns/state-badge.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { ticked } from '~/ui/ticked.ts';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { patterns } = api(args);
  const source = new URL(args.request.url).searchParams.get('source') ?? '';
  const page = await patterns.page(where);
  const isOne = page.sources.some(({ code }) => code === source);
  return { ...where, ...page, choices: isOne ? await patterns.choices({ ...where, like: source }) : null };
}

/** Two forms live here: beginning like another network, and being a pattern. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const { patterns } = api(args);
  if (new URL(args.request.url).searchParams.get('step') === 'offer')
    return submit(args, PatternOffer, async (input) => {
      await patterns.offer({ ...where, ...input });
      return redirectWithFlash(paths.patterns(where.network), 'patterns:offer.saved');
    });
  return submit(args, PatternStart, async (input) => {
    const { runId } = await patterns.start({ ...where, ...input });
    return redirect(paths.pattern(where.network, runId));
  });
}

export const handle: Handle = { title: (t) => t('patterns:title') };

export default function Patterns() {
  const { network, sources, runs, isOffered, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation('patterns');
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SettingsTabs />
      <Section id="start" title={t('start.title')}>
        {sources.length === 0 ? (
          <p className="text-muted">{t('start.noSources')}</p>
        ) : choices ? (
          <ChoiceForm network={network} choices={choices} />
        ) : (
          <Form method="get" className="flex max-w-[36rem] flex-wrap items-end gap-3">
            <SelectField
              id="source"
              name="source"
              required
              label={t('start.source')}
              options={sources.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Button>{t('start.choose')}</Button>
          </Form>
        )}
      </Section>
      {runs.length > 0 && (
        <Section id="runs" title={t('runs.title')} layout="full">
          <Table
            caption={t('runs.title')}
            isCaptionHidden
            rows={runs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'source',
                header: t('start.source'),
                isName: true,
                cell: ({ id, source }) => (
                  <Link to={paths.pattern(network, id)} className="link">
                    {source.name}
                  </Link>
                ),
              },
              {
                key: 'at',
                header: t('runs.at'),
                cell: ({ createdAt }) => <Moment at={new Date(createdAt)} timeZone={timeZone} />,
              },
              { key: 'state', header: t('runs.state'), cell: ({ state }) => <StateBadge state={state} /> },
            ]}
          />
        </Section>
      )}
      <Section id="offer" title={t('offer.title')}>
        <Offer network={network} isOffered={isOffered} />
      </Section>
    </>
  );
}

function Offer({ network, isOffered }: { network: string; isOffered: boolean }) {
  const { t } = useTranslation('patterns');
  const form = useTesseraForm<{ isOffered: string }>({
    id: 'offer',
    labels: { isOffered: t('offer.label') },
    hints: { isOffered: t('offer.hint') },
    optional: ['isOffered'],
  });
  return (
    <TesseraForm state={form} action={paths.patterns(network, { step: 'offer' })}>
      <CheckboxField {...ticked(form.field('isOffered'))} defaultChecked={isOffered} />
      <ButtonRow>
        <Button isPending={form.isPending}>{t('offer.save')}</Button>
      </ButtonRow>
    </TesseraForm>
  );
}

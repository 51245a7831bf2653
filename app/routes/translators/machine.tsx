import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MachineRules, MachineWish } from '@tessera/core/translators/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { CheckboxField, CheckboxGroupField, RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, requestKey: randomUUID(), ...(await api(args).translators.machine(where)) };
}

/** Two forms live here: ordering translations, and the budget. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const here = paths.machineTranslation(where.network);
  if (new URL(args.request.url).searchParams.get('step') === 'budget')
    return submit(args, MachineRules, async (rules) => {
      await api(args).translators.saveMachineRules({ ...where, ...rules });
      return redirectWithFlash(here, 'translators:machine.saved');
    });
  return submit(args, MachineWish, async (wish) => {
    const { texts } = await api(args).translators.askMachine({ ...where, ...wish });
    return redirectWithFlash(here, 'translators:machine.asked', { count: texts });
  });
}

export const handle: Handle = { title: (t) => t('translators:machine.title') };

export default function MachineTranslation() {
  const { network, isOn, year, budget, used, reserved, left, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translators', 'translations']);
  const format = useFormats();
  const number = (count: number) => format.number(count);
  return (
    <>
      <Breadcrumbs
        label={t('translations:title')}
        ways={[{ to: paths.translations(network), label: t('translations:title') }]}
      />
      <PageHeader
        title={t('machine.title')}
        lead={t('machine.lead')}
        actions={<LinkButton to={paths.translationFiles(network)}>{t('title')}</LinkButton>}
      />
      {!isOn && (
        <div className="mb-8">
          <Notice title={t('machine.off')}>{t('machine.offText')}</Notice>
        </div>
      )}
      <Section id="year" title={t('machine.year', { year: String(year) })}>
        <DefinitionList
          entries={[
            { term: t('machine.budget'), value: number(budget) },
            { term: t('machine.used'), value: number(used) },
            { term: t('machine.reserved'), value: number(reserved) },
            { term: t('machine.left'), value: <strong>{number(left)}</strong> },
          ]}
        />
      </Section>
      {isOn && (
        <Section id="missing" title={t('machine.missing')}>
          {budget === 0 ? (
            <Empty title={t('machine.noBudget')}>{t('machine.noBudgetText')}</Empty>
          ) : languages.length === 0 ? (
            <Empty title={t('machine.none')}>{t('machine.noneText')}</Empty>
          ) : (
            <Order />
          )}
        </Section>
      )}
      <Orders />
      <Budget />
    </>
  );
}

function Order() {
  const { languages, requestKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translators');
  const format = useFormats();
  const costOf = ({ texts, characters }: { texts: number; characters: number }) =>
    `${t('machine.texts', { count: texts })}, ${t('machine.characters', { count: characters, number: format.number(characters) })}`;
  const form = useTesseraForm<{ language: string; withHard: string }>({
    id: 'order',
    labels: { language: t('machine.order'), withHard: t('machine.withHard') },
    hints: { withHard: t('machine.withHardHint') },
    optional: ['withHard'],
    defaultValue: { language: languages[0]?.language ?? '' },
  });
  return (
    <TesseraForm state={form}>
      <input type="hidden" name="requestKey" value={requestKey} />
      <RadioField
        {...form.field('language')}
        options={languages.map((each) => ({
          value: each.language,
          label: format.language(each.language),
          hint:
            each.hard.texts === 0
              ? costOf(each)
              : `${costOf(each)}. ${t('machine.hard')}: ${costOf(each.hard)}`,
        }))}
      />
      <CheckboxField {...form.field('withHard')} />
      <Button look="primary" isPending={form.isPending}>
        {t('machine.ask')}
      </Button>
    </TesseraForm>
  );
}

function Orders() {
  const { orders, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translators');
  const format = useFormats();
  if (orders.length === 0) return null;
  return (
    <Section id="orders" title={t('machine.orders')} layout="full">
      <Table
        caption={t('machine.orders')}
        isCaptionHidden
        rows={orders}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            header: t('machine.asked_at'),
            isName: true,
            cell: ({ createdAt }) => format.dateTime(createdAt, timeZone),
          },
          {
            key: 'language',
            header: t('machine.language'),
            cell: ({ language }) => format.language(language),
          },
          {
            key: 'state',
            header: t('machine.state'),
            cell: ({ state, reason }) => (
              <>
                <Badge {...looks[state as keyof typeof looks]}>
                  {t(`machine.states.${state as keyof typeof looks}`)}
                </Badge>
                {reason && (
                  <span className="block text-muted">
                    {t(`machine.reasons.${reason as 'exhausted' | 'refused' | 'lost'}`)}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'written',
            header: t('machine.written'),
            isNumber: true,
            cell: ({ written, texts }) => `${format.number(written)} / ${format.number(texts)}`,
          },
          {
            key: 'cost',
            header: t('machine.cost'),
            isNumber: true,
            cell: ({ state, used, reserved }) => format.number(state === 'waiting' ? reserved : used),
          },
        ]}
      />
    </Section>
  );
}

const looks = {
  waiting: { tone: 'neutral', shape: 'waiting' },
  done: { tone: 'success', shape: 'done' },
  stopped: { tone: 'danger', shape: 'stopped' },
} as const;

function Budget() {
  const { network, budget, internal, kinds } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['translators', 'translations']);
  const form = useTesseraForm<{ characters: string; internal: string[] }>({
    id: 'budget',
    labels: { characters: t('machine.rulesCharacters'), internal: t('machine.internal') },
    hints: { characters: t('machine.rulesCharactersHint'), internal: t('machine.internalHint') },
    optional: ['internal'],
    defaultValue: { characters: String(budget) },
  });
  return (
    <Section id="budget" title={t('machine.rules')}>
      <TesseraForm state={form} action={`${paths.machineTranslation(network)}?step=budget`}>
        <TextField {...form.field('characters')} inputMode="numeric" width="short" />
        <CheckboxGroupField
          {...form.field('internal')}
          defaultValue={internal}
          options={kinds.map((kind) => ({ value: kind, label: t(`translations:kinds.${kind}`) }))}
        />
        <Button isPending={form.isPending}>{t('machine.save')}</Button>
      </TesseraForm>
    </Section>
  );
}

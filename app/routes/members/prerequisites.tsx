import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { type Role, roles } from '@tessera/core/permissions.ts';
import { prerequisiteCodes } from '@tessera/core/prerequisites/rules.ts';
import { NewKind } from '@tessera/core/prerequisites/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const shownRoles: Role[] = roles.filter((role) => role !== 'platform_admin');

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [kinds, lapsing] = await Promise.all([
    call.prerequisites.kinds(where),
    call.prerequisites.lapsing(where),
  ]);
  return { code: where.network, kinds, lapsing };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewKind, async (input) => {
    await api(args).prerequisites.require({ ...where, ...input });
    return redirectWithFlash(paths.prerequisites(where.network), 'people:settings.added');
  });
}

export const handle: Handle = { title: (t) => t('people:settings.title') };

export default function Prerequisites() {
  const { code, kinds, lapsing } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'identity']);
  const canRequire = useCan()('person.require');
  return (
    <>
      <Breadcrumbs
        label={t('identity:members.title')}
        ways={[{ to: paths.members(code), label: t('identity:members.title') }]}
      />
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <SettingsTabs />
      <Section
        id="attention"
        title={t('settings.attention')}
        lead={t('settings.attentionLead')}
        layout="full"
      >
        {lapsing.length > 0 ? <LapsingTable /> : <p className="text-muted">{t('settings.nothing')}</p>}
      </Section>
      <Section id="asked" title={t('settings.asked')} layout="full">
        {kinds.length > 0 ? (
          <KindTable canRequire={canRequire} />
        ) : (
          <Empty title={t('settings.none')}>{canRequire && t('settings.noneText')}</Empty>
        )}
      </Section>
      {canRequire && (
        <Section id="add" title={t('settings.add')}>
          <KindForm />
        </Section>
      )}
    </>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Lapsing = Data['lapsing'][number];
type Kind = Data['kinds'][number];

function LapsingTable() {
  const { code, lapsing } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['people', 'identity']);
  const word = usePrerequisiteWord();
  const day = (value: Date | null) => (value ? formats(language).date(value, 'UTC') : '');
  const columns: Column<Lapsing>[] = [
    {
      key: 'name',
      header: t('identity:members.name'),
      isName: true,
      cell: ({ personId, ...name }) => (
        <Link to={paths.member(code, personId)} className="link">
          <PersonName {...name} />
        </Link>
      ),
    },
    { key: 'kind', header: t('settings.kind'), cell: word },
    {
      key: 'state',
      header: t('identity:members.state'),
      cell: ({ state, expiresOn, isWaiting }) => (
        <>
          <Badge
            tone={state === 'lapsing' ? 'neutral' : 'warning'}
            shape={state === 'lapsing' ? 'waiting' : 'attention'}
          >
            {state === 'missing' && t('person.missing')}
            {state === 'lapsed' && t('settings.lapsedOn', { date: day(expiresOn) })}
            {state === 'lapsing' && t('settings.lapsesOn', { date: day(expiresOn) })}
          </Badge>
          {isWaiting && <span className="block text-muted">{t('settings.waits')}</span>}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('settings.attentionCaption')}
      isCaptionHidden
      columns={columns}
      rows={lapsing}
      rowKey={({ personId, code: kind, name }) => `${personId} ${kind} ${name}`}
    />
  );
}

function KindTable({ canRequire }: { canRequire: boolean }) {
  const { code, kinds } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['people', 'identity', 'common']);
  const word = usePrerequisiteWord();
  const columns: Column<Kind>[] = [
    { key: 'kind', header: t('settings.kind'), isName: true, cell: word },
    {
      key: 'roles',
      header: t('settings.forRoles'),
      cell: ({ roles: needed }) => formats(language).list(needed.map((role) => t(`identity:roles.${role}`))),
    },
    {
      key: 'validity',
      header: t('settings.validity'),
      cell: ({ validMonths }) =>
        validMonths ? t('settings.months', { count: validMonths }) : t('person.noEnd'),
    },
    {
      key: 'lacking',
      header: t('settings.lacking'),
      isNumber: true,
      cell: ({ lacking, holders }) => t('settings.lackingOf', { lacking, holders }),
    },
  ];
  const steps: Column<Kind> = {
    key: 'actions',
    header: t('common:actions'),
    cell: ({ id, ...kind }) => (
      <Form method="post" action={paths.prerequisiteRetirement(code, id)}>
        <Button size="small" look="danger" aria-label={t('settings.retireOf', { prerequisite: word(kind) })}>
          {t('settings.retire')}
        </Button>
      </Form>
    ),
  };
  return (
    <Table
      caption={t('settings.askedCaption')}
      isCaptionHidden
      columns={canRequire ? [...columns, steps] : columns}
      rows={kinds}
      rowKey={({ id }) => id}
    />
  );
}

type Shape = { kind: string; name: string; roles: string[]; validMonths: string };

function KindForm() {
  const { t } = useTranslation(['people', 'identity']);
  const state = useTesseraForm<Shape>({
    id: 'requirement',
    labels: {
      kind: t('settings.kind'),
      name: t('settings.name'),
      roles: t('settings.forRoles'),
      validMonths: t('settings.validMonths'),
    },
    hints: { name: t('settings.nameHint'), validMonths: t('settings.validMonthsHint') },
    optional: ['name', 'validMonths'],
  });
  const chosen = state.fields.roles.initialValue;
  return (
    <TesseraForm state={state}>
      <SelectField
        {...state.field('kind')}
        options={prerequisiteCodes.map((value) => ({ value, label: t(`prerequisite.${value}`) }))}
      />
      <TextField {...state.field('name')} maxLength={80} />
      <CheckboxGroupField
        {...state.field('roles')}
        defaultValue={Array.isArray(chosen) ? chosen.map(String) : typeof chosen === 'string' ? [chosen] : []}
        options={shownRoles.map((value) => ({ value, label: t(`identity:roles.${value}`) }))}
      />
      <TextField {...state.field('validMonths')} type="number" min={1} max={240} width="short" />
      <Button look="primary" isPending={state.isPending}>
        {t('settings.submit')}
      </Button>
    </TesseraForm>
  );
}

import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DialogLink } from '~/ui/dialog.tsx';
import { DefinitionList, Empty, Progress, Steps } from '~/ui/lists.tsx';
import { Menu, MenuHeading, menuItem } from '~/ui/menu.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { Breadcrumbs, Pagination, Tabs } from '~/ui/ways.tsx';

export function TableSamples() {
  const { t } = useTranslation(['dev', 'common']);
  const rows = (['first', 'second', 'third'] as const).map((key, index) => ({
    key,
    name: index === 2 ? t('ui.sampleLong') : t(`ui.words.${key}`),
    amount: (index + 1) * 1204,
    note: index === 0 ? '' : t('ui.sampleText'),
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'place',
      header: t('ui.words.place'),
      isName: true,
      cell: ({ name }) => name,
      sort: { to: '?sort=place', direction: 'ascending' },
    },
    {
      key: 'state',
      header: t('ui.words.state'),
      cell: () => (
        <Badge tone="success" shape="done">
          {t('ui.words.open')}
        </Badge>
      ),
    },
    {
      key: 'amount',
      header: t('ui.words.amount'),
      isNumber: true,
      cell: ({ amount }) => amount,
      sort: { to: '?sort=amount' },
    },
    { key: 'note', header: t('ui.sampleName'), cell: ({ note }) => note },
  ];
  const table = {
    caption: t('ui.words.caption'),
    columns,
    rows,
    rowKey: (row: (typeof rows)[number]) => row.key,
  };
  return (
    <Section id="tables" title={t('ui.sections.tables')} layout="full">
      <Table {...table} />
      <div className="mt-10">
        <Table {...table} narrow="scroll" />
      </div>
      {[1, 2, 5].map((page) => (
        <Pagination key={page} page={page} pages={5} to={(to) => `?page=${to}`} />
      ))}
    </Section>
  );
}

export function ListSamples() {
  const { t } = useTranslation(['dev', 'common']);
  return (
    <Section id="lists" title={t('ui.sections.lists')}>
      <DefinitionList
        entries={[
          { term: t('ui.words.place'), value: t('ui.words.first') },
          { term: t('ui.words.state'), value: t('ui.words.open') },
          { term: t('ui.words.amount'), value: null },
          { term: t('ui.sampleLong'), value: t('ui.sampleText') },
        ]}
      />
      <div className="mt-8">
        <Steps
          label={t('ui.sections.lists')}
          steps={[
            { label: t('ui.words.first'), state: 'done' },
            { label: t('ui.words.second'), state: 'current', note: t('ui.sampleHint') },
            { label: t('ui.words.third'), state: 'ahead' },
          ]}
        />
      </div>
      <div className="mt-8">
        <Progress label={t('ui.words.pending')} value={40} />
      </div>
      <div className="mt-8">
        <Progress label={t('ui.words.waiting')} />
      </div>
    </Section>
  );
}

export function WaySamples() {
  const { t } = useTranslation(['dev', 'common']);
  const to = paths.devUi();
  const tabs = [
    { to, label: t('ui.words.open'), isCurrent: true, count: 12 },
    { to: `${to}?state=waiting`, label: t('ui.words.waiting'), isCurrent: false, count: 0 },
    { to: `${to}?state=cancelled`, label: t('ui.sampleLong'), isCurrent: false },
  ];
  return (
    <Section id="navigation" title={t('ui.sections.navigation')}>
      <Breadcrumbs
        label={t('ui.words.place')}
        ways={[
          { to: paths.home(), label: t('ui.words.first') },
          { to, label: t('ui.words.second') },
          { to: `${to}?state=long`, label: t('ui.sampleLong') },
        ]}
      />
      <Tabs label={`${t('ui.sections.navigation')} 1`} tabs={tabs} />
      <Tabs label={`${t('ui.sections.navigation')} 2`} tabs={tabs} isLong />
    </Section>
  );
}

export function MenuSamples() {
  const { t } = useTranslation(['dev', 'common']);
  return (
    <Section id="menus" title={t('ui.sections.menus')}>
      <div className="flex flex-wrap items-center gap-8">
        <Menu summary={t('common:more')} align="start">
          <MenuHeading>{t('ui.sampleName')}</MenuHeading>
          <button type="button" className={menuItem()}>
            {t('ui.words.first')}
          </button>
          <button type="button" className={menuItem(true)}>
            {t('ui.words.second')}
          </button>
        </Menu>
        <DialogLink to={paths.devUi()} trigger={t('ui.words.openDialog')} title={t('ui.words.dialogTitle')}>
          <p className="mb-5">{t('ui.words.dialogText')}</p>
          <Button type="button" look="danger">
            {t('ui.words.danger')}
          </Button>
        </DialogLink>
      </div>
    </Section>
  );
}

export function EmptySamples() {
  const { t } = useTranslation(['dev', 'common']);
  return (
    <Section id="empty" title={t('ui.sections.empty')}>
      <Empty
        title={t('ui.sampleName')}
        action={<LinkButton to={paths.devUi()}>{t('ui.words.primary')}</LinkButton>}
      >
        {t('ui.sampleHint')}
      </Empty>
      <Empty title={t('ui.words.nothing')} />
    </Section>
  );
}

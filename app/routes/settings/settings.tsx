import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { Reset } from '@tessera/core/settings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useRuleWords } from '~/components/founding/setting-words.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).settings.page(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Reset, async ({ what }) => {
    await api(args).settings.reset({ ...where, what });
    return redirectWithFlash(paths.settings(where.network), 'founding:settings.wasReset');
  });
}

export const handle: Handle = { title: (t) => t('founding:settings.title') };

type Page = Awaited<ReturnType<Caller['settings']['page']>>;
type Line = {
  key: string;
  /** What "use the inherited value" names; null when there is nothing to give back */
  what: string | null;
  label: string;
  note?: string | undefined;
  value: string;
  origin: Page['rules'][number]['origin'];
  without: string;
};

export default function Settings() {
  const { network, modules, rules } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'trainings']);
  const words = useRuleWords();
  const switchWord = (isOn: unknown) => t(isOn ? 'settings.on' : 'settings.off');
  const moduleLines: Line[] = modules.map(({ name, needs, value, origin, without }) => ({
    key: name,
    what: origin.level === 'own' ? name : null,
    label: t(`modules.${name}`),
    note: needs.map((need) => t('settings.needs', { module: t(`modules.${need}`) })).join(' '),
    value: switchWord(value),
    origin,
    without: switchWord(without.value),
  }));
  const ruleLines: Line[] = rules.map(({ field, value, origin, without }) => ({
    key: field,
    what: origin.level === 'own' ? field : null,
    label: words.labels[field],
    note: field === 'cancelDeadlineHours' ? t('trainings:form.cancelDeadlineHint') : undefined,
    value: words.wordOf(field, value),
    origin,
    without: words.wordOf(field, without.value),
  }));
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <SettingsTabs />
      <Section
        id="rules"
        layout="full"
        title={t('settings.rules')}
        lead={t('settings.rulesLead')}
        actions={<LinkButton to={paths.settingsRules(network)}>{t('settings.changeRules')}</LinkButton>}
      >
        <Lines caption={t('settings.rules')} lines={ruleLines} />
      </Section>
      <Section
        id="modules"
        layout="full"
        title={t('settings.modules')}
        lead={t('settings.modulesLead')}
        actions={<LinkButton to={paths.settingsModules(network)}>{t('settings.changeModules')}</LinkButton>}
      >
        <Lines caption={t('settings.modules')} lines={moduleLines} />
      </Section>
    </>
  );
}

function Lines({ caption, lines }: { caption: string; lines: Line[] }) {
  const { t } = useTranslation('founding');
  const columns: Column<Line>[] = [
    {
      key: 'setting',
      header: t('settings.setting'),
      isName: true,
      cell: ({ label, note }) => (
        <>
          {label}
          {note && <span className="block font-normal text-muted">{note}</span>}
        </>
      ),
    },
    { key: 'value', header: t('settings.value'), cell: ({ value }) => value },
    {
      key: 'origin',
      header: t('settings.comesFrom'),
      cell: ({ origin, without }) => (
        <>
          {t(`settings.origin.${origin.level}`, { network: origin.name ?? '' })}
          {origin.level === 'own' && (
            <span className="block text-muted">{t('settings.inherited', { value: without })}</span>
          )}
        </>
      ),
    },
    {
      key: 'step',
      header: t('settings.step'),
      cell: ({ what, label }) =>
        what && (
          <Form method="post">
            <input type="hidden" name="what" value={what} />
            <Button size="small" aria-label={t('settings.resetOf', { setting: label })}>
              {t('settings.reset')}
            </Button>
          </Form>
        ),
    },
  ];
  // A column of steps that nobody can take would only stand in the way.
  const shown = lines.some(({ what }) => what) ? columns : columns.filter(({ key }) => key !== 'step');
  return <Table caption={caption} isCaptionHidden columns={shown} rows={lines} rowKey={({ key }) => key} />;
}

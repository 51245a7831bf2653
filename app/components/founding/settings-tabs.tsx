import { useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan, useModule, useNetwork } from '~/components/shell/network.ts';
import { Tabs } from '~/ui/ways.tsx';

/** The pages of a network's settings, for who keeps them. */
export function SettingsTabs() {
  const { t } = useTranslation([
    'founding',
    'shell',
    'people',
    'messages',
    'closing',
    'certificates',
    'catalogue',
    'patterns',
    'accounts',
  ]);
  const { pathname } = useLocation();
  const has = useModule();
  const may = useCan();
  const code = useNetwork()?.code ?? '';
  const start = paths.start(code);
  const tabs = [
    { to: paths.settings(code), label: t('settings.tabRules') },
    { to: paths.phases(code), label: t('shell:nav.phases') },
    { to: start, label: t('settings.tabStart') },
    { to: paths.place(code), label: t('settings.tabTree') },
    { to: paths.patterns(code), label: t('patterns:tab') },
    { to: paths.translations(code), label: t('shell:nav.translations') },
    { to: paths.messages(code), label: t('messages:tab') },
    ...(may('person.require')
      ? [{ to: paths.prerequisites(code), label: t('people:list.prerequisites') }]
      : []),
    ...(may('privacy.read') ? [{ to: paths.privacySettings(code), label: t('shell:nav.privacy') }] : []),
    ...(has('certificates')
      ? [{ to: paths.certificateTemplates(code), label: t('certificates:template.tab') }]
      : []),
    ...(has('widget') ? [{ to: paths.widgetSetup(code), label: t('catalogue:widget.title') }] : []),
    { to: paths.ownAccounts(code), label: t('accounts:tab') },
    ...(has('partners') ? [{ to: paths.partners(code), label: t('settings.tabPartners') }] : []),
    ...(may('network.close') ? [{ to: paths.closing(code), label: t('closing:tab') }] : []),
  ];
  const current = tabs.findLast(({ to }) => pathname.startsWith(to))?.to;
  if (!may('network.edit')) return null;
  return (
    <Tabs
      isLong
      label={t('settings.tabs')}
      tabs={tabs.map((tab) => ({ ...tab, isCurrent: tab.to === current }))}
    />
  );
}

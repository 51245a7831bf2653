import { useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';
import { useCan, useNetwork } from './network.ts';
import { currentOf, pagesOf } from './pages.ts';

/** The way up to the entry of the navigation that a page belongs to, as far as its reader has one, and what lies between. */
export function EntryWays({ between = [] }: { between?: readonly Way[] }) {
  const { t } = useTranslation(['shell', 'institutions']);
  const may = useCan();
  const { pathname } = useLocation();
  const network = useNetwork();
  if (!network) return null;
  const { code, modules } = network;
  const entry = currentOf(pagesOf({ code, has: (module) => modules.includes(module), may }), pathname);
  const ways = new Map<string, Way>();
  if (entry) ways.set(entry.to, { to: entry.to, label: t(`nav.${entry.name}`) });
  for (const way of between) {
    // A key that is set again would keep its first place.
    ways.delete(way.to);
    ways.set(way.to, way);
  }
  ways.delete(pathname);
  if (ways.size === 0) return null;
  return <Breadcrumbs label={t('institutions:ways')} ways={[...ways.values()]} />;
}

/** The way up to what stands about privacy in a network. */
export function PrivacyWays({ between = [] }: { between?: readonly Way[] }) {
  const { t } = useTranslation('privacy');
  const code = useNetwork()?.code;
  const may = useCan();
  const board =
    code && may('privacy.read') ? [{ to: paths.privacySettings(code), label: t('settings.title') }] : [];
  return <EntryWays between={[...board, ...between]} />;
}

import type { NetworkCard } from '../context.server.ts';
import { settingOf } from '../settings/registry.ts';

/** The languages of a network that are in preparation. Its own never is. */
export function preparedIn(network: Pick<NetworkCard, 'settings' | 'defaultLanguage'>): readonly string[] {
  return settingOf(network, 'languages.prepared').filter((language) => language !== network.defaultLanguage);
}

/** Of some languages of a network those that everybody sees. */
export function shownOf<Language extends string>(
  network: Pick<NetworkCard, 'settings' | 'defaultLanguage'>,
  languages: readonly Language[],
): Language[] {
  const prepared = preparedIn(network);
  return languages.filter((language) => !prepared.includes(language));
}

import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from './languages.ts';
import type { Area } from './messages.ts';

/** Gives the `t` of some areas in one language: i18next on the server, `browserWords` in the browser. */
export type Translators = (areas: readonly Area[]) => unknown;

type Reading = { language: Language; translate: Translators; made: Map<string, unknown> };

const ReadingContext = createContext<Reading | undefined>(undefined);

/** One reading for one language, to be kept: its translators are made once. */
export function reading(language: Language, translate: Translators): Reading {
  return { language, translate, made: new Map() };
}

export function ReadingProvider({ value, children }: { value: Reading; children: ReactNode }) {
  return <ReadingContext.Provider value={value}>{children}</ReadingContext.Provider>;
}

/**
 * The words of one area, or of several (`common:save` names another one than the first), and the language they are in.
 * Another language is another document, so nothing here changes while a page is open.
 */
export function useTranslation<const A extends Area | readonly Area[] = 'common'>(areas?: A) {
  const current = useContext(ReadingContext);
  if (!current) throw new Error('useTranslation needs a ReadingProvider above it');
  const names = (typeof areas === 'string' ? [areas] : (areas ?? ['common'])) as readonly Area[];
  const id = names.join();
  let t = current.made.get(id);
  if (t === undefined) {
    t = current.translate(names);
    current.made.set(id, t);
  }
  return { t: t as TFunction<A>, language: current.language, dir: 'ltr' as const };
}

import { useEffect, useState } from 'react';
import { canKeepPages, keepPage, wasKeptSince } from '../offline/keep-page.ts';

const mostForms = 20;
const dayMs = 86_400_000;

/**
 * Keeps the mentor's page and the empty forms of their relations on the phone, in a store of that person. They hold
 * aliases and states, never a text; stores of others who used this phone go.
 * @returns whether they open without network
 */
export function useKeptForms(personId: string, page: string, forms: readonly string[]): boolean {
  const [isReady, setIsReady] = useState(false);
  const all = forms.slice(0, mostForms).join(' ');
  useEffect(() => {
    if (!canKeepPages() || !navigator.onLine) return;
    keepAll(personId, page, all.split(' ').filter(Boolean)).then(
      () => setIsReady(true),
      () => setIsReady(false),
    );
  }, [personId, page, all]);
  return isReady;
}

/** Keeps the empty form of one relation, unless that was done today. */
export async function keepForm(personId: string, form: string): Promise<void> {
  const store = storeOf(personId);
  if (await wasKeptSince(form, store, Date.now() - dayMs)) return;
  await keepPage(form, store, `${form}?blank=1`);
}

async function keepAll(personId: string, page: string, forms: readonly string[]): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== storeOf(personId)) await caches.delete(name);
  if (page) await keepPage(page, storeOf(personId));
  for (const form of forms) await keepForm(personId, form);
}

const prefix = 'tessera-mentoring ';
const storeOf = (personId: string) => `${prefix}${personId}`;

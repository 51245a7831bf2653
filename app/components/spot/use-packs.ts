import { useCallback, useEffect, useState } from 'react';
import { canKeepPages, keepPage } from '../offline/keep-page.ts';
import { type Failure, keepPack, keptPacks, PackError, refreshPack, removePack, takeNote } from './device.ts';
import type { Kept } from './pack-rules.ts';

const store = 'tessera-cards';

export type Packs = {
  kept: readonly Kept[];
  isOnline: boolean;
  /** Whether the page itself opens without network; null where the browser cannot do that */
  isReady: boolean | null;
  /** The language that is being fetched */
  busy: string | null;
  failure: { language: string; why: Failure } | null;
  /** The language that was found to be up to date */
  current: string | null;
  keep: (language: string) => Promise<void>;
  refresh: (kept: Kept) => Promise<void>;
  remove: (language: string) => Promise<void>;
  note: (kept: Kept) => Promise<void>;
};

/** The languages that lie on this device, brought up to date when the page opens with network. */
export function usePacks(network: string, page: string): Packs {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [isOnline, setIsOnline] = useState(true);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Packs['failure']>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const isReady = useKeptPage(page);

  const read = useCallback(async () => setKept(await keptPacks(network).catch(() => [])), [network]);

  const step = useCallback(
    async (language: string, work: () => Promise<void>) => {
      setBusy(language);
      setFailure(null);
      setCurrent(null);
      const why = await work().then(
        () => null,
        (error: unknown) => (error instanceof PackError ? error.failure : ('failed' as const)),
      );
      if (why) setFailure({ language, why });
      await read();
      setBusy(null);
      return why === null;
    },
    [read],
  );

  useEffect(() => {
    let isOver = false;
    async function sync() {
      const all = await keptPacks(network).catch(() => []);
      if (!isOver) setKept(all);
      if (!navigator.onLine) return;
      for (const each of all) {
        if (isOver) return;
        await step(each.pack.language, () => refreshPack(network, each));
      }
    }
    const changed = () => {
      setIsOnline(navigator.onLine);
      void sync();
    };
    changed();
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    return () => {
      isOver = true;
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
    };
  }, [network, step]);

  return {
    kept,
    isOnline,
    isReady,
    busy,
    failure,
    current,
    keep: async (language) => void (await step(language, () => keepPack(network, language))),
    refresh: async (each) => {
      const { language } = each.pack;
      if (await step(language, () => refreshPack(network, each))) setCurrent(language);
    },
    remove: async (language) => void (await step(language, () => removePack(network, language))),
    note: async (each) => {
      await takeNote(network, each);
      await read();
    },
  };
}

/** Keeps the page as nobody in particular sees it, in the language in which it stands. */
function useKeptPage(page: string): boolean | null {
  const [isReady, setIsReady] = useState<boolean | null>(false);
  useEffect(() => {
    if (!canKeepPages()) return setIsReady(null);
    const { lang } = document.documentElement;
    // The letters of all its languages are kept with it.
    const letters = [400, 700].map((weight) =>
      document.fonts.load(`${weight} 1em "Noto Sans Tessera", "Noto Sans Tessera Arabic"`, 'aşєپ'),
    );
    const kept = Promise.allSettled(letters).then(() =>
      keepPage(page, store, `${page}?${new URLSearchParams({ lang })}`, 'omit'),
    );
    kept.then(
      () => setIsReady(true),
      () => setIsReady(navigator.serviceWorker.controller !== null),
    );
  }, [page]);
  return isReady;
}

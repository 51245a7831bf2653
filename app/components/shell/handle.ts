import { useMatches } from '@remix-run/react';
import type { Area } from '@tessera/i18n/messages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { TFunction } from 'i18next';

/**
 * What a route tells the shell about itself: `export const handle: Handle<typeof loader> = { title: … }`.
 * `title` gets the words of every area (`t('trainings:list.title')`) and the route's data, which is missing while an
 * error is shown.
 */
export type Handle<Loader = undefined> = {
  title?: (t: TFunction<Area[]>, data: DataOf<Loader> | undefined) => string | undefined;
};

type DataOf<Loader> = Loader extends (...args: never[]) => infer Answer
  ? Unwrapped<Awaited<Answer>>
  : undefined;
type Unwrapped<Answer> = Answer extends { type: 'DataWithResponseInit'; data: infer Data } ? Data : Answer;

/** The title of the innermost page that has one, then the network, then Tessera. */
export function useTitle(network: string | undefined): string {
  const { t } = useTranslation();
  const matches = useMatches();
  const own = matches
    .map(({ handle, data }) =>
      (handle as Handle<() => unknown> | undefined)?.title?.(t as unknown as TFunction<Area[]>, data),
    )
    .findLast((title) => title !== undefined);
  return [own, network, 'Tessera']
    .filter((part, index, all) => part && all.indexOf(part) === index)
    .join(' – ');
}

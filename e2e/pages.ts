import { readFileSync } from 'node:fs';
import routes from '../app/routes.ts';

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] };

/** The pattern of every page and file, as `app/routes.ts` has them: `n/:network/trainings/:training`. */
export const pages: { path: string; file: string }[] = (routes as Entry[]).flatMap((entry) =>
  flat(entry, ''),
);

/** The patterns that take a form. */
export const withAction: string[] = pages
  .filter(({ file }) => /export (?:async )?function action\b/.test(readFileSync(`app/${file}`, 'utf8')))
  .map(({ path }) => path);

/** The patterns that scripts ask for data: their refusals have no page. */
export const dataOnly: string[] = pages
  .filter(({ file }) => !/export default\b/.test(readFileSync(`app/${file}`, 'utf8')))
  .map(({ path }) => path);

/** The patterns inside a network. */
export const inNetwork: string[] = pages
  .map(({ path }) => path)
  .filter((path) => path.startsWith('n/:network'));

function flat({ path = '', file, children }: Entry, parent: string): { path: string; file: string }[] {
  const own = [parent, path].filter(Boolean).join('/');
  if (children) return children.flatMap((child) => flat(child, own));
  return [{ path: own, file }];
}

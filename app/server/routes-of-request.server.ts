import type { ServerBuild } from '@remix-run/node';
import type { NextFunction, Request, Response } from 'express';

type Handler = (req: Request, res: Response, next: NextFunction) => unknown;
type Routes = ServerBuild['routes'];

// Of `/n/un/trainings/…/manage`, what is fixed: the first, the third and the fifth part.
const positions = [0, 2, 4] as const;

/**
 * Answers each request with the part of the build whose routes its address can reach. The framework sorts and tries all
 * routes of a build several times for one page, so a page would cost more with every page that the product gets.
 */
export function byAddress(build: ServerBuild, makeHandler: (part: ServerBuild) => Handler): Handler {
  const partsOf = new Map(Object.keys(build.routes).map((id) => [id, partsOfRoute(build.routes, id)]));
  const known = positions.map(
    (position) => new Set([...partsOf.values()].map((parts) => parts[position]).filter(isFixed)),
  );
  const handlers = new Map<string, Handler>();
  const handlerOf = (fixed: string[]) => {
    const leaves = leavesOf(build).filter((id) => canReach(partsOf.get(id) ?? [], fixed));
    const key = leaves.join(' ');
    const handler = handlers.get(key) ?? makeHandler(partOf(build, leaves));
    handlers.set(key, handler);
    return handler;
  };
  const found = new Map<string, Handler>();
  return (req, res, next) => {
    const parts = partsOfAddress(req.path);
    const fixed = known.map((names, index) => {
      const part = parts[positions[index] ?? 0];
      return part !== undefined && names.has(part) ? part : '*';
    });
    const key = fixed.join('/');
    let handler = found.get(key);
    if (!handler) {
      handler = handlerOf(fixed);
      // Made-up addresses could join any of the fixed parts.
      if (found.size < 1000) found.set(key, handler);
    }
    return handler(req, res, next);
  };
}

function canReach(parts: string[], fixed: string[]): boolean {
  return fixed.every((wanted, index) => {
    const part = parts[positions[index] ?? 0];
    return part === undefined || !isFixed(part) || part === wanted;
  });
}

function isFixed(part: string | undefined): part is string {
  return part !== undefined && !/^[:*]/.test(part);
}

function partsOfRoute(routes: Routes, id: string | undefined): string[] {
  const route = id === undefined ? undefined : routes[id];
  if (!route) return [];
  return [...partsOfRoute(routes, route.parentId), ...split(route.path ?? '')];
}

// The data of `/n/un` are asked for as `/n/un.data`.
function partsOfAddress(path: string): string[] {
  return split(path.replace(/(^\/_root)?\.data$/, '')).map((part) => {
    try {
      return decodeURIComponent(part).toLowerCase();
    } catch {
      return part;
    }
  });
}

function split(path: string): string[] {
  return path.toLowerCase().split('/').filter(Boolean);
}

function leavesOf(build: ServerBuild): string[] {
  const parents = new Set(Object.values(build.routes).map((route) => route?.parentId));
  return Object.keys(build.routes).filter((id) => !parents.has(id));
}

function partOf(build: ServerBuild, leaves: string[]): ServerBuild {
  const kept = new Set<string>();
  for (const leaf of leaves) {
    for (let at: string | undefined = leaf; at !== undefined; at = build.routes[at]?.parentId) kept.add(at);
  }
  const pick = <Entries extends Record<string, unknown>>(entries: Entries) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => kept.has(id))) as Entries;
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}

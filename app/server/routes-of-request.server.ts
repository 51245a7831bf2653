import type { ServerBuild } from '@remix-run/node';
import type { NextFunction, Request, Response } from 'express';

type Handler = (req: Request, res: Response, next: NextFunction) => unknown;
type Routes = ServerBuild['routes'];

/**
 * Answers each request with the part of the build whose routes its address can reach. The framework sorts and tries all
 * routes of a build several times for one page, so a page would cost more with every page that the product gets.
 */
export function byAddress(build: ServerBuild, makeHandler: (part: ServerBuild) => Handler): Handler {
  const leaves = leavesOf(build).map((id) => ({ id, parts: partsOfRoute(build.routes, id) }));
  const deepest = Math.max(...leaves.map(({ parts }) => parts.length));
  const known = Array.from({ length: deepest }, (_, at) => {
    return new Set(leaves.map(({ parts }) => parts[at]).filter(isFixed));
  });
  const handlers = new Map<string, Handler>();
  const handlerOf = (address: string[]) => {
    const reached = leaves.filter(({ parts }) => canReach(parts, address)).map(({ id }) => id);
    const key = reached.join(' ');
    const handler = handlers.get(key) ?? makeHandler(partOf(build, reached));
    handlers.set(key, handler);
    return handler;
  };
  const found = new Map<string, Handler>();
  return (req, res, next) => {
    // What no route has as a fixed part is one like the other; what is deeper than all of them, too.
    const address = partsOfAddress(req.path)
      .slice(0, deepest + 1)
      .map((part, at) => (known[at]?.has(part) ? part : '*'));
    const key = address.join('/');
    let handler = found.get(key);
    if (!handler) {
      handler = handlerOf(address);
      // Made-up addresses could join any of the fixed parts.
      if (found.size < 1000) found.set(key, handler);
    }
    return handler(req, res, next);
  };
}

function canReach(parts: string[], address: string[]): boolean {
  const isOpen = parts.at(-1) === '*';
  const own = isOpen ? parts.slice(0, -1) : parts;
  if (isOpen ? own.length > address.length : own.length !== address.length) return false;
  return own.every((part, at) => !isFixed(part) || part === address[at]);
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

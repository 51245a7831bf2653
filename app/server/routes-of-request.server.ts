import type { ServerBuild } from '@remix-run/node';
import type { NextFunction, Request, Response } from 'express';

type Handler = (req: Request, res: Response, next: NextFunction) => unknown;
type Routes = ServerBuild['routes'];

/**
 * Answers each request with the part of the build whose routes its address can reach. The framework sorts and tries all
 * routes of a build several times for one page, so a page would cost more with every page that the product gets.
 */
export function byAddress(build: ServerBuild, makeHandler: (part: ServerBuild) => Handler): Handler {
  const reachedBy = leavesByAddress(build);
  const handlers = new Map<string, Handler>();
  return (req, res, next) => {
    const { key, leaves } = reachedBy(req.path);
    let handler = handlers.get(key);
    if (!handler) {
      handler = makeHandler(partOf(build, leaves));
      handlers.set(key, handler);
    }
    return handler(req, res, next);
  };
}

// As long as an address may be that names others.
const longestQuestion = 7680;

/**
 * Tells a browser the routes that the links of its page can reach, in place of the framework, which would sort and try all
 * routes for each part of each of them. The answer never changes for one version of the build.
 */
export function routesAsked(build: ServerBuild): Handler {
  const reachedBy = leavesByAddress(build);
  return (req, res) => {
    const question = new URLSearchParams(req.originalUrl.split('?')[1]);
    if (question.get('version') !== build.assets.version)
      return void res.status(204).set('X-Remix-Reload-Document', 'true').end();
    if (req.originalUrl.length > longestQuestion) return void res.status(400).end();
    // With each address those above it, whose own pages may be under none of its parts.
    const addresses = question.getAll('p').flatMap((path) => {
      const parts = path.split('/').filter(Boolean);
      return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    });
    const leaves = [...new Set(addresses)].flatMap((address) => reachedBy(address).leaves);
    res.set('Cache-Control', 'private, max-age=31536000, immutable');
    res.json(partOf(build, leaves).assets.routes);
  };
}

type Reached = { key: string; leaves: string[] };

function leavesByAddress(build: ServerBuild): (path: string) => Reached {
  const all = leavesOf(build).map((id) => ({ id, parts: partsOfRoute(build.routes, id) }));
  const deepest = Math.max(...all.map(({ parts }) => parts.length));
  const known = Array.from({ length: deepest }, (_, at) => {
    return new Set(all.map(({ parts }) => parts[at]).filter(isFixed));
  });
  const found = new Map<string, Reached>();
  return (path) => {
    // What no route has as a fixed part is one like the other; what is deeper than all of them, too.
    const address = partsOfAddress(path)
      .slice(0, deepest + 1)
      .map((part, at) => (known[at]?.has(part) ? part : '*'));
    const name = address.join('/');
    let reached = found.get(name);
    if (!reached) {
      const leaves = all.filter(({ parts }) => canReach(parts, address)).map(({ id }) => id);
      reached = { key: leaves.join(' '), leaves };
      // Made-up addresses could join any of the fixed parts.
      if (found.size < 1000) found.set(name, reached);
    }
    return reached;
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

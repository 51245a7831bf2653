import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import type { ViteDevServer } from 'vite';

/** Where pages come from: the finished build, or in development Vite, which builds while one works. */
export type Source = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  current(): Promise<ServerBuild>;
  vite?: ViteDevServer;
};

/**
 * @param server Vite's own connection to the browser shares its port
 * @throws when there is no build outside development
 */
export async function openSource(server: Server): Promise<Source> {
  if (env().NODE_ENV === 'development') {
    const { createServer } = await import('vite');
    const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
    const current = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
    return { build: current, current, vite };
  }
  const file = path.resolve('build/server/index.js');
  if (!existsSync(file)) throw new Error('there is no build yet. Run: npx remix vite:build');
  const build = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
  return { build, current: async () => build };
}

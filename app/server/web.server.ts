import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequestHandler } from '@remix-run/express';
import { env } from '@tessera/env/env.server.ts';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { apiHandler } from './api-handler.server.ts';
import { openSource } from './build.server.ts';
import { sendErrorPage } from './error-page.server.ts';
import {
  dropForwardedHeaders,
  dropUnreadBodies,
  refuseForeignWrites,
  refuseMalformed,
  refuseUnusableBodies,
} from './guards.server.ts';
import { identify, securityHeaders } from './headers.server.ts';
import { type Entry, loadContext } from './incoming.server.ts';
import { finish, listen } from './lifecycle.server.ts';
import { logFailure } from './log.server.ts';
import { logRequests } from './request-log.server.ts';
import { byAddress, routesAsked } from './routes-of-request.server.ts';

export type Web = { url: string; close(): Promise<void> };

/**
 * Starts the web server and resolves when it answers.
 * @returns its address, and `close`, which finishes running requests and ends within ten seconds
 * @throws when the port is taken (`code` is EADDRINUSE) or when there is no build outside development
 */
export async function startWeb({ host = env().HOST, port = env().PORT } = {}): Promise<Web> {
  let state: 'starting' | 'ready' | 'closing' = 'starting';
  let entry = async (): Promise<Entry> => Promise.reject(new Error('the build is not read yet'));
  const app = express();
  const server = createServer(
    { requestTimeout: 300_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    app,
  );

  app.disable('x-powered-by').disable('etag').set('trust proxy', env().TRUSTED_PROXIES);
  app.use(identify);
  app.get('/healthz', (_req, res) => void res.json({ ok: true }));
  app.get('/readyz', async (_req, res) => {
    const isReady = state === 'ready' && (await (await entry()).isReady());
    res.status(isReady ? 200 : 503).json({ state: state === 'ready' && !isReady ? 'no_database' : state });
  });
  app.use((_req, res, next) => {
    if (state === 'closing') res.setHeader('Connection', 'close');
    if (state === 'starting') res.status(503).setHeader('Retry-After', '1').end();
    else next();
  });
  // A port that is taken is reported before the build is read.
  await listen(server, port, host);

  const { build, current, vite } = await openSource(server);
  entry = async () => (await current()).entry.module as unknown as Entry;
  const isHttps = env().appUrl.startsWith('https:');

  app.use(logRequests, securityHeaders({ isHttps, isDevelopment: vite !== undefined }));
  app.use(dropForwardedHeaders(env().TRUSTED_PROXIES), refuseMalformed, compression());
  if (vite) app.use(vite.middlewares);
  else serveFiles(app);
  app.use(refuseForeignWrites, refuseUnusableBodies, dropUnreadBodies);
  app.use(
    '/api',
    apiHandler(() => entry()),
  );
  const getLoadContext = async (req: Request, res: Response) => loadContext(await entry(), req, res);
  const answer = (part: typeof build) =>
    createRequestHandler({ build: part, mode: env().NODE_ENV, getLoadContext });
  if (typeof build !== 'function') app.get('/__manifest', routesAsked(build));
  app.all('*', typeof build === 'function' ? answer(build) : byAddress(build, answer));
  app.use(answerFailure);
  state = 'ready';

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      state = 'closing';
      await finish(server);
      await (await entry()).close();
      await vite?.close();
    },
  };
}

function serveFiles(app: express.Express): void {
  const options = { index: false, redirect: false, dotfiles: 'ignore' } as const;
  app.use('/assets', express.static('build/client/assets', { ...options, immutable: true, maxAge: '1y' }));
  const serve = express.static('build/client', { ...options, maxAge: '1h' });
  // The address of a page is no file; the disk is not asked for each of them.
  const names = new Set(readdirSync('build/client'));
  app.use((req, res, next) => (names.has(req.path.split('/')[1] ?? '') ? serve(req, res, next) : next()));
}

// Express knows an error handler by its four parameters.
function answerFailure(error: unknown, req: Request, res: Response, _next: NextFunction) {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (status === 400 || status === 404 || status === 413) return sendErrorPage(req, res, status);
  const hasLeft = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
  if (!hasLeft) logFailure(error, res.locals.requestId, req.originalUrl);
  sendErrorPage(req, res, 500);
}

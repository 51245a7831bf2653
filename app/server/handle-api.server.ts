import type { AppLoadContext } from '@remix-run/node';
import { appRouter } from '@tessera/core/api.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { generateOpenApiDocument } from 'trpc-to-openapi';
import { logFailure } from './log.server.ts';

const trpc = '/api/trpc';
let description: ReturnType<typeof generateOpenApiDocument> | undefined;

/** Answers `/api/*`: the procedures as tRPC, those that are public interface as REST, and the description of these. */
export async function handleApi(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/openapi.json') return Response.json(await openApi());
  const shared = {
    req: request,
    router: appRouter,
    createContext: () => context.core,
    onError: ({ error }: { error: { code: string; cause?: unknown } }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') {
        logFailure(error.cause ?? error, context.core.requestId, pathname);
      }
    },
  };
  if (pathname.startsWith(`${trpc}/`)) return fetchRequestHandler({ ...shared, endpoint: trpc });
  const { createOpenApiFetchHandler } = await import('trpc-to-openapi');
  return createOpenApiFetchHandler({ ...shared, endpoint: '/api' });
}

// What describes the interface is loaded when somebody asks for it; no page does.
async function openApi() {
  const { generateOpenApiDocument } = await import('trpc-to-openapi');
  description ??= generateOpenApiDocument(appRouter, {
    title: 'Tessera',
    version: '1',
    baseUrl: `${env().appUrl}/api`,
  });
  return description;
}

import type { AppLoadContext } from '@remix-run/node';
import { appRouter } from '@tessera/core/api.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { generateOpenApiDocument } from 'trpc-to-openapi';
import { asNobody } from './api.server.ts';
import { logFailure } from './log.server.ts';

const trpc = '/api/trpc';
/** Every question of a batch costs what it costs alone, and they are counted as one request. */
const mostInBatch = 20;
let description: ReturnType<typeof generateOpenApiDocument> | undefined;

/**
 * Answers `/api/*`: the procedures as tRPC in the name of who asks, those that are public interface as REST in nobody's
 * name, and the description of these. No answer is kept by anybody in between.
 */
export async function handleApi(request: Request, context: AppLoadContext): Promise<Response> {
  const answer = await answerTo(request, context);
  const headers = new Headers(answer.headers);
  headers.set('Cache-Control', 'private, no-store');
  headers.append('Vary', 'Cookie, Accept-Language');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

async function answerTo(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/openapi.json') return describeAll(request);
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
  if (pathname.startsWith(`${trpc}/`))
    return asJson(await fetchRequestHandler({ ...shared, endpoint: trpc, maxBatchSize: mostInBatch }));
  const { createOpenApiFetchHandler } = await import('trpc-to-openapi');
  // What is in preparation and an editor reads on a page is no part of the public interface, whoever's browser asks.
  const createContext = () => asNobody(context.core);
  return createOpenApiFetchHandler({ ...shared, createContext, endpoint: '/api' });
}

async function describeAll({ method }: Request): Promise<Response> {
  if (method === 'GET' || method === 'HEAD') return Response.json(await openApi());
  return refusal(405, { Allow: 'GET, HEAD' });
}

// A method or a type of content that no procedure takes is refused in plain text by the library.
function asJson(answer: Response): Response {
  const isPlain = !(answer.headers.get('Content-Type') ?? '').startsWith('application/json');
  return answer.status >= 400 && isPlain ? refusal(answer.status) : answer;
}

function refusal(status: number, headers?: HeadersInit): Response {
  return Response.json({ error: { code: 'notUnderstood', status } }, { status, ...(headers && { headers }) });
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

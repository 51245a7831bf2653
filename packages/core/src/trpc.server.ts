import { initTRPC, TRPCError } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import { z } from 'zod';
import { networkContext, type RequestContext } from './context.server.ts';
import { DomainError, type ErrorCode, statusOf } from './errors.ts';
import { resolveNetwork } from './networks/resolve.server.ts';
import { type Permission, reachOf } from './permissions.ts';
import { isModuleOn, moduleOf } from './settings/modules.ts';

/**
 * Why a question that everybody may ask is no address of the interface for programs: it takes a secret that somebody was
 * given, is about who asks, is cut for one page (its facts stand in an endpoint), or is a file with an address of its own.
 */
export type NotForPrograms = 'link' | 'session' | 'page' | 'file';

// Each question of `anyoneProcedure` and `visitorProcedure` has either `openapi` or `notForPrograms`; a test holds it.
type Meta = OpenApiMeta & {
  permission?: Permission | 'visitor' | 'anyone' | 'person' | 'operator';
  notForPrograms?: NotForPrograms;
};

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: {
        ...shape.data,
        stack: undefined,
        domain: error.cause instanceof DomainError ? domainOf(error.cause) : null,
      },
    }),
  });

const domainOf = ({ code, params, field, fields }: DomainError) => ({ code, params, field, fields });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const trpcCodes: Record<number, TRPCError['code']> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

// The one map from what a person can meet to a status.
const base = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) {
    throw toTrpcError(result.error.cause);
  }
  return result;
});

function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({
    code: trpcCodes[statusOf(error.code)] ?? 'BAD_REQUEST',
    message: error.code,
    cause: error,
  });
}

/** For everyone, signed in or not. */
export const anyoneProcedure = base.meta({ permission: 'anyone' });

/** For a signed-in person, about themselves. */
export const personProcedure = base.meta({ permission: 'person' }).use(({ ctx, next }) => {
  if (!ctx.actor) throw toTrpcError(new DomainError('sign_in_needed'));
  return next({ ctx: { actor: ctx.actor } });
});

const NetworkInput = z.object({
  network: z.string().max(40).describe('Code of the network, as in its address'),
});

// An invitation leads into a network that its reader does not belong to yet.
const openToInvited = new Set([
  'members.invitation',
  'members.acceptInvitation',
  'members.acceptWithNewLogin',
]);

const refusals: Record<string, ErrorCode> = {
  suspended: 'network_suspended',
  closing: 'network_closing',
};

// What leads through the closing of a network and out of it; everything else rests meanwhile.
const openWhileClosing = new Set([
  'closing.ask',
  'closing.confirm',
  'closing.showHalf',
  'closing.download',
  'closing.arrived',
  'closing.withdraw',
]);

// The one place where a draft is hidden, a module is off, and a network that is not active refuses to be changed. One that
// closes is there for its members only, and one that is closed for nobody. Who holds a role for which the network asks a second step at
// sign-in meets nothing of it before they have one.
const inNetwork = base.input(NetworkInput).use(async ({ ctx, input, path, type, next }) => {
  const { network, grants, isSecondStepMissing } = await resolveNetwork(ctx, input.network);
  if (isSecondStepMissing)
    throw toTrpcError(new DomainError('second_step_needed', { network: network.code }));
  if (network.state === 'draft' && grants.length === 0 && !openToInvited.has(path))
    throw toTrpcError(new DomainError('not_found'));
  const module = moduleOf(path);
  if (module && !isModuleOn(network, module)) throw toTrpcError(new DomainError('not_found'));
  if (['closing', 'closed'].includes(network.state) && grants.length === 0)
    throw toTrpcError(new DomainError('not_found'));
  if (type === 'mutation' && !openWhileClosing.has(path) && !['draft', 'active'].includes(network.state))
    throw toTrpcError(new DomainError(refusals[network.state] ?? 'network_closed'));
  const { actor, now: realNow, language, reading } = ctx;
  const here = networkContext({ network, actor, grants, realNow, language, reading });
  return next({ ctx: { ...here, request: ctx } });
});

/** The public face of a network: members see more, because the database shows them more. */
export const visitorProcedure = inNetwork.meta({ permission: 'visitor' });

/**
 * For members with a permission; whoever holds it for one training only has to name that training. Who is not signed in is asked to; who holds no role here gets the same answer as for a
 * network that does not exist.
 */
export function networkProcedure(options: { can: Permission }) {
  return inNetwork.meta({ permission: options.can }).use(async ({ ctx, next, getRawInput }) => {
    if (!ctx.actor) throw toTrpcError(new DomainError('sign_in_needed'));
    if (ctx.grants.length === 0) throw toTrpcError(new DomainError('not_found'));
    const allowed = reachOf(ctx.grants, options.can);
    if (allowed.kind === 'none') throw toTrpcError(new DomainError('not_allowed'));
    if (allowed.kind === 'objects' && !allowed.objectIds.includes(objectIn(await getRawInput())))
      throw toTrpcError(new DomainError('not_allowed'));
    return next({ ctx: { actor: ctx.actor } });
  });
}

// A role for one object opens what names that object as its own, and nothing else.
function objectIn(input: unknown): string {
  const named = ObjectInput.safeParse(input);
  return named.success ? named.data.trainingId : '';
}

const ObjectInput = z.object({ trainingId: z.string() });

/** For operators of the platform: counts and health, never content about people. */
export const operatorProcedure = base.meta({ permission: 'operator' }).use(async ({ ctx, next }) => {
  if (!ctx.actor) throw toTrpcError(new DomainError('sign_in_needed'));
  const { grants } = await resolveNetwork(ctx, 'platform', { allowPlatform: true });
  if (!grants.some((grant) => grant.role === 'platform_admin'))
    throw toTrpcError(new DomainError('not_found'));
  return next({ ctx: { actor: ctx.actor } });
});

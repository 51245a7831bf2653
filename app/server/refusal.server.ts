import { data, redirect } from '@remix-run/node';
import { DomainError, statusOf } from '@tessera/core/errors.ts';
import { paths } from '@tessera/paths/paths.ts';

/** What an error page knows: the code says which words, see `problem.tsx`. */
export type Problem = { code: string; params: Record<string, string | number> };

/**
 * What a loader or action throws when the core refused: the page of that status, or the way to sign in or to
 * the second step that a network asks for.
 * Bugs come back as they are and end as a 500.
 * @param error what a procedure threw
 */
export function answerTo(error: unknown, request: Request): unknown {
  const refusal = domainErrorOf(error) ?? inputRefusal(error, request);
  if (!refusal) return error;
  const status = statusOf(refusal.code);
  if (status === 401) {
    const { pathname, search } = new URL(request.url);
    return Object.assign(redirect(paths.signIn({ next: pathname + search })), { cause: refusal });
  }
  if (refusal.code === 'second_step_needed') {
    const { pathname, search } = new URL(request.url);
    const to = paths.secondStep({
      network: String(refusal.params.network),
      next: wantedPage(request, pathname + search),
    });
    return Object.assign(redirect(to), { cause: refusal });
  }
  const problem: Problem = { code: refusal.code, params: refusal.params };
  return Object.assign(data(problem, { status }), { cause: refusal });
}

// Where a form was sent to is no page to come back to.
function wantedPage({ method }: Request, path: string): string | undefined {
  return method === 'GET' ? path : undefined;
}

/** Ends the request with the page of a refusal: `throw refuse('not_found')`. */
export function refuse(...refusal: ConstructorParameters<typeof DomainError>) {
  const error = new DomainError(...refusal);
  const problem: Problem = { code: error.code, params: error.params };
  return Object.assign(data(problem, { status: statusOf(error.code) }), { cause: error });
}

/** What was refused of several things at once, each with its own reason. */
export class Refusals extends Error {
  override readonly name = 'Refusals';
  readonly refusals: readonly DomainError[];

  constructor(refusals: readonly DomainError[]) {
    super(refusals.map(({ code }) => code).join());
    this.refusals = refusals;
  }
}

/** The refusal inside something that `api(args)` threw, or undefined for a bug or a redirect. */
export function domainErrorOf(thrown: unknown): DomainError | undefined {
  if (thrown instanceof DomainError) return thrown;
  const cause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown ? thrown.cause : undefined;
  return cause instanceof DomainError ? cause : undefined;
}

// An address that no link of ours has (an id that is none, a page "abc") leads nowhere.
function inputRefusal(error: unknown, request: Request): DomainError | undefined {
  const isInput =
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'BAD_REQUEST';
  if (!isInput) return undefined;
  return new DomainError(request.method === 'GET' || request.method === 'HEAD' ? 'not_found' : 'invalid');
}

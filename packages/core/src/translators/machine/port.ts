export type LanguagePair = { from: string; to: string };

/** What translates by machine. Texts come back in their order. */
export type MachineTranslator = {
  name: string;
  supports(pair: LanguagePair): boolean;
  /** @throws MachineError */
  translate(wish: LanguagePair & { texts: readonly string[] }): Promise<string[]>;
  /** Characters that the account has used and may use. @throws MachineError */
  usage(): Promise<{ used: number; limit: number }>;
};

/**
 * Why nothing was translated: `busy` and `unreachable` pass by themselves, `exhausted` with the account's next period or another
 * contract, `refused` when somebody changes the settings.
 */
export class MachineError extends Error {
  override readonly name = 'MachineError';
  readonly reason: 'busy' | 'unreachable' | 'exhausted' | 'refused';

  constructor(reason: MachineError['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }

  /** Whether the same may go well a little later */
  get isPassing(): boolean {
    return this.reason === 'busy' || this.reason === 'unreachable';
  }
}

import { readInTurn, type Scope } from '@tessera/db/scope.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';

/** Statements that only read, asked in the name of one scope. */
export type Question = { scope: Scope; statements: readonly Statement<object>[] };

type Asked = Question & { resolve: (rows: object[][]) => void; reject: (error: unknown) => void };

/**
 * What one request reads. Questions that come in the same turn are one message, each answered in its own scope; and a question
 * that was guessed before it was asked has its answer already: the same statement with the same values, in the same scope,
 * in the transaction that read the session.
 */
export class Reading {
  readonly #known = new Map<string, object[]>();
  #asked: Asked[] = [];

  /** Keeps the answers to a question that was asked ahead; each serves once. */
  keep({ scope, statements }: Question, answers: readonly object[][]): void {
    for (const [index, statement] of statements.entries()) {
      this.#known.set(keyOf(scope, statement), answers[index] ?? []);
    }
  }

  /** @returns the rows of each statement, in order */
  ask({ scope, statements }: Question): Promise<object[][]> {
    const known = statements.map((statement) => this.#take(keyOf(scope, statement)));
    if (known.every((rows) => rows !== undefined)) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) process.nextTick(() => this.#send());
      this.#asked.push({ scope, statements, resolve, reject });
    });
  }

  #take(key: string): object[] | undefined {
    const rows = this.#known.get(key);
    this.#known.delete(key);
    return rows;
  }

  #send(): void {
    const asked = this.#asked;
    this.#asked = [];
    readInTurn(asked).then(
      (answers) => {
        for (const [index, { resolve }] of asked.entries()) resolve(answers[index] ?? []);
      },
      (error: unknown) => {
        for (const { reject } of asked) reject(error);
      },
    );
  }
}

function keyOf(
  { networkId, personId, door, isPreparing = false }: Scope,
  { name, values }: Statement<object>,
): string {
  return `${networkId ?? ''} ${personId ?? ''} ${door ?? ''} ${isPreparing} ${name} ${JSON.stringify(values)}`;
}

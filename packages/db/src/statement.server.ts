/** One prepared statement with its values. `Row` is what each row holds after parsing by the driver. */
export type Statement<Row> = { name: string; text: string; values: unknown[]; row?: Row };

/**
 * Makes a typed statement: `const findTraining = statement<[networkId: string, id: string], Row>('find_training', 'select …')`.
 * @param name unique among all statements; the server keeps the plan under it
 */
export function statement<Values extends unknown[], Row>(
  name: string,
  text: string,
): (...values: Values) => Statement<Row> {
  return (...values) => ({ name, text, values });
}

/** Runs what it is given one after the other, in the order of asking; one that fails keeps nobody waiting. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A line of its own. */
export function openTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/**
 * The button that Enter presses in a form whose first button does something smaller, such as adding a line. Stands first
 * in its form; nobody sees it and no key stops at it.
 */
export function DefaultSubmit() {
  return <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />;
}

import { useEffect, useState } from 'react';

/** Whether the page's scripts run: false on the server and without scripts, true a moment after the page came alive. */
export function useHasScripts(): boolean {
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
  return hasScripts;
}

import { env } from '@tessera/env/env.server.ts';
import { deeplTranslator } from './deepl.server.ts';
import { openDeeplDouble } from './double.server.ts';
import type { MachineTranslator } from './port.ts';

let opened: Promise<MachineTranslator | null> | undefined;

/** What translates by machine, by the settings; nothing where there is no key. The demo has a double on this machine. */
export function machineTranslator(): Promise<MachineTranslator | null> {
  opened ??= open();
  return opened;
}

async function open(): Promise<MachineTranslator | null> {
  const { DEEPL_API_KEY, DEEPL_BASE_URL, TESSERA_DEMO } = env();
  if (DEEPL_API_KEY) return deeplTranslator({ apiKey: DEEPL_API_KEY, baseUrl: DEEPL_BASE_URL });
  if (!TESSERA_DEMO) return null;
  const apiKey = 'demo';
  const { baseUrl } = await openDeeplDouble({ apiKey });
  return deeplTranslator({ apiKey, baseUrl });
}

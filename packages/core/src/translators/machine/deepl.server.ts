import { z } from 'zod';
import { type LanguagePair, MachineError, type MachineTranslator } from './port.ts';

type Settings = {
  apiKey: string;
  /** Another address of the same interface, for tests and gateways. */
  baseUrl?: string | undefined;
  /** How long one request may take */
  timeoutMs?: number;
};

/** Limits of one request: texts, and characters of a body of 128 KiB whose letters may have four bytes. */
const mostTexts = 50;
const mostCharacters = 30_000;

// What DeepL translates of the languages that Tessera knows; as targets some need their variant.
const codes: Record<string, string> = {
  ar: 'AR',
  bg: 'BG',
  de: 'DE',
  en: 'EN',
  es: 'ES',
  fi: 'FI',
  fr: 'FR',
  hu: 'HU',
  it: 'IT',
  pl: 'PL',
  pt: 'PT',
  ro: 'RO',
  ru: 'RU',
  sl: 'SL',
  tr: 'TR',
  uk: 'UK',
};
const variants: Record<string, string> = { en: 'EN-GB', pt: 'PT-PT' };

const Translated = z.object({ translations: z.array(z.object({ text: z.string() })) });
const Usage = z.object({ character_count: z.number(), character_limit: z.number() });

/** Translates over DeepL's interface, version 2. It says what goes wrong and repeats nothing; that is for the queue. */
export function deeplTranslator({ apiKey, baseUrl, timeoutMs = 30_000 }: Settings): MachineTranslator {
  // Keys of the free plan end like this and are known at an address of their own.
  const origin = baseUrl ?? (apiKey.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com');

  async function ask<Answer>(path: string, schema: z.ZodType<Answer>, body?: object): Promise<Answer> {
    const response = await fetch(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `DeepL-Auth-Key ${apiKey}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => {
      throw new MachineError('unreachable', 'no answer');
    });
    if (!response.ok) throw errorOf(response.status);
    const answer = schema.safeParse(await response.json().catch(() => null));
    if (!answer.success) throw new MachineError('unreachable', 'an answer of another kind');
    return answer.data;
  }

  async function some({ from, to }: LanguagePair, text: readonly string[]): Promise<string[]> {
    const { translations } = await ask('/v2/translate', Translated, {
      text,
      source_lang: codes[from],
      target_lang: variants[to] ?? codes[to],
      preserve_formatting: true,
    });
    if (translations.length !== text.length) throw new MachineError('unreachable', 'texts are missing');
    return translations.map((each) => each.text);
  }

  const supports = ({ from, to }: LanguagePair) => from in codes && to in codes && from !== to;
  return {
    name: 'deepl',
    supports,
    async translate({ texts, ...pair }) {
      if (!supports(pair)) throw new MachineError('refused', 'languages');
      const done: string[] = [];
      for (const batch of batches(texts)) done.push(...(await some(pair, batch)));
      return done;
    },
    async usage() {
      const { character_count, character_limit } = await ask('/v2/usage', Usage);
      return { used: character_count, limit: character_limit };
    },
  };
}

function errorOf(status: number): MachineError {
  if (status === 456) return new MachineError('exhausted', String(status));
  if (status === 429 || status === 529) return new MachineError('busy', String(status));
  if (status >= 500) return new MachineError('unreachable', String(status));
  return new MachineError('refused', String(status));
}

function batches(texts: readonly string[]): string[][] {
  const all: string[][] = [];
  let size = 0;
  for (const text of texts) {
    const last = all.at(-1);
    if (last && last.length < mostTexts && size + text.length <= mostCharacters) {
      last.push(text);
      size += text.length;
    } else {
      all.push([text]);
      size = text.length;
    }
  }
  return all;
}

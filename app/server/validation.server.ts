import type { Language } from '@tessera/i18n/languages.ts';
import { serverI18n, translator } from '@tessera/i18n/server.server.ts';
import type { core } from 'zod';

type Key = Parameters<typeof words>[1];

/** What is wrong with a field, in the reader's language. For the `error` option of a zod parse. */
export function issueMessage(language: Language, issue: core.$ZodRawIssue): string {
  const [key, params] = keyOf(issue);
  return words(language, key, params);
}

/**
 * The words for an issue of a finished parse. A schema can name its own: the message of a refinement may be a key of the
 * area `errors`, for example `z.string().refine(isIban, 'validation.invalid')`.
 */
export function ownMessage(language: Language, issue: core.$ZodIssue): string {
  if (!serverI18n(language).exists(issue.message, { ns: 'errors' })) return issue.message;
  return words(language, issue.message as Key, issue.code === 'custom' ? (issue.params ?? {}) : {});
}

function keyOf(issue: core.$ZodRawIssue): [Key, Record<string, string | number>] {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return ['validation.required', {}];
      if (issue.expected === 'date') return ['validation.invalidDate', {}];
      if (issue.expected === 'number' || issue.expected === 'int') return ['validation.invalidNumber', {}];
      return ['validation.invalid', {}];
    case 'invalid_value':
      return issue.input === undefined ? ['validation.required', {}] : ['validation.notOffered', {}];
    case 'invalid_format':
      return [formats[issue.format] ?? 'validation.invalid', {}];
    case 'too_small':
      return boundary(issue.origin, Number(issue.minimum), 'Least');
    case 'too_big':
      return boundary(issue.origin, Number(issue.maximum), 'Most');
    default:
      return ['validation.invalid', {}];
  }
}

const formats: Partial<Record<string, Key>> = {
  email: 'validation.invalidEmail',
  url: 'validation.invalidUrl',
  date: 'validation.invalidDate',
  datetime: 'validation.invalidDate',
  time: 'validation.invalidTime',
};

function boundary(
  origin: string,
  count: number,
  side: 'Least' | 'Most',
): [Key, Record<string, string | number>] {
  if (origin === 'string') {
    if (side === 'Least' && count <= 1) return ['validation.required', {}];
    return [`validation.characters${side}`, { count }];
  }
  if (origin === 'array' || origin === 'set') return [`validation.choices${side}`, { count }];
  if (origin === 'date') return [side === 'Least' ? 'validation.tooEarly' : 'validation.tooLate', {}];
  return [`validation.number${side}`, { limit: count }];
}

function words(
  language: Language,
  key:
    | 'validation.required'
    | 'validation.invalid'
    | 'validation.notOffered'
    | 'validation.invalidEmail'
    | 'validation.invalidUrl'
    | 'validation.invalidDate'
    | 'validation.invalidTime'
    | 'validation.invalidNumber'
    | `validation.${'characters' | 'choices' | 'number'}${'Least' | 'Most'}`
    | 'validation.tooEarly'
    | 'validation.tooLate',
  params: Record<string, unknown>,
): string {
  return translator(language, 'errors')(key, params as { count: number; limit: number });
}

import type { CapabilityKind } from '@tessera/core/permissions.ts';
import type { PrerequisiteCode } from '@tessera/core/prerequisites/rules.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';

/** A capability in words: `interpreter:ar` is "Interpreter: Arabic". */
export function useCapabilityWord(): (capability: string) => string {
  const { t, language } = useTranslation('people');
  return (capability) => {
    const [kind = '', code] = capability.split(':');
    const word = t(`capability.${kind as CapabilityKind}`);
    return code ? t('capabilityIn', { capability: word, language: formats(language).language(code) }) : word;
  };
}

/** What is asked for: in the words of every language, or in the network's own. */
export function usePrerequisiteWord(): (prerequisite: { code: string; name: string }) => string {
  const { t } = useTranslation('people');
  return ({ code, name }) => name || t(`prerequisite.${code as PrerequisiteCode}`);
}

/** From when to when something holds; its last day is the one before the moment of its end. */
export function useValidityWord(zone: string): (validFrom: Date, validUntil: Date | null) => string {
  const { t, language } = useTranslation('people');
  const format = formats(language);
  return (validFrom, validUntil) =>
    validUntil
      ? t('sinceUntil', {
          from: format.date(validFrom, zone),
          until: format.date(lastMoment(validUntil), zone),
        })
      : t('since', { date: format.date(validFrom, zone) });
}

/** The last moment before an end, so that an end at midnight shows the day that was the last one. */
export function lastMoment(validUntil: Date): Date {
  return new Date(validUntil.getTime() - 1);
}

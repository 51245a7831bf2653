import type { Caller } from '@tessera/core/api.server.ts';
import type { EvaluationLevel } from '@tessera/core/evaluations/terms.ts';
import type { RetentionKind } from '@tessera/core/privacy/retention.ts';
import { type Module, moduleNames } from '@tessera/core/settings/modules.ts';
import { ruleFields, settingOfField } from '@tessera/core/settings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useRuleWords } from '~/components/founding/setting-words.ts';
import { useFormats } from '~/components/use-formats.ts';

export type PatternItem = Awaited<ReturnType<Caller['patterns']['one']>>['items'][number];

/** What a thing is called that has no title of its own: a setting, a period, a form. */
export function useItemTitle(): (item: PatternItem) => string {
  const { t } = useTranslation(['patterns', 'founding', 'privacy', 'evaluations']);
  const { labels } = useRuleWords();
  const format = useFormats();
  return ({ kind, sourceKey, title }) => {
    if (sourceKey === '*') return t(`kinds.${kind}`);
    switch (kind) {
      case 'settings': {
        const module = moduleNames.find((name) => sourceKey === `module.${name}`);
        const field = ruleFields.find((name) => settingOfField[name] === sourceKey);
        if (module) return t(`founding:modules.${module satisfies Module}`);
        return field ? labels[field] : t(`settings.${sourceKey as 'evaluation.levels'}`);
      }
      case 'look':
        return t(`look.${sourceKey as 'accent'}`);
      case 'retention':
        return t(`privacy:settings.kinds.${sourceKey as RetentionKind}`);
      case 'forms':
        return t(`evaluations:levels.${sourceKey as EvaluationLevel}`);
      case 'certificates':
        return format.language(sourceKey);
      default:
        return title;
    }
  };
}

/** Where a copy is looked at. */
export function pathOfItem(network: string, { kind, objectId, sourceKey }: PatternItem): string {
  switch (kind) {
    case 'library':
      return objectId ? paths.resource(network, objectId) : paths.library(network);
    case 'trainings':
      return objectId ? paths.training(network, objectId) : paths.trainings(network);
    case 'mentoring':
      return objectId ? paths.mentoringProgramme(network, objectId) : paths.mentoring(network);
    case 'forms':
      return paths.evaluationForms(network);
    case 'certificates':
      return sourceKey === '*'
        ? paths.certificateTemplates(network)
        : paths.certificateTemplate(network, sourceKey);
    case 'retention':
      return paths.privacySettings(network);
    case 'consents':
      return paths.wordings(network);
    case 'look':
      return sourceKey === 'tree' ? paths.translations(network) : paths.start(network, sourceKey);
    case 'settings':
      return paths.settings(network);
    default:
      return kind satisfies never;
  }
}

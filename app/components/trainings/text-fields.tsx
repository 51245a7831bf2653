import type { SeenText } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { SeenTextField } from '~/components/translations/seen-text.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Folded } from '~/ui/folded.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import type { TrainingFormState } from './use-training-form.ts';

/** Title, summary and outcomes in each language of the network; the first is open, the others unfold. */
export function TextFields({ state, seen }: { state: TrainingFormState; seen: readonly SeenText[] | null }) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  return state.fields.texts.getFieldList().map((text, index) => {
    const parts = text.getFieldset();
    const language = String(parts.language.initialValue ?? '');
    const hasContent = [parts.title, parts.summary, parts.outcomes].some(({ initialValue }) => initialValue);
    const hasError = Boolean(parts.title.errors ?? parts.summary.errors ?? parts.outcomes.errors);
    const part = (name: 'title' | 'summary' | 'outcomes') => ({
      ...state.field(parts[name]),
      required: name === 'title' && index === 0,
      lang: language,
    });
    return (
      <Folded
        key={text.key}
        isOpen={index === 0 || hasContent || hasError}
        summary={t('form.inLanguage', { language: format.language(language) })}
        className="border-b border-rule last:border-0"
      >
        <input type="hidden" name={parts.language.name} value={language} />
        <div className="space-y-5 pt-2 pb-6">
          <SeenTextField
            all={seen}
            language={language}
            index={index}
            isRefused={parts.title.errors !== undefined}
          />
          <TextField {...part('title')} />
          <TextareaField {...part('summary')} rows={4} />
          <TextareaField {...part('outcomes')} rows={4} />
        </div>
      </Folded>
    );
  });
}

import type { SeenText } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { SeenTextField } from '~/components/translations/seen-text.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { Folded } from '~/ui/folded.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

const figures = ['cadenceDays', 'durationMonths', 'sessionMinutes', 'maxMentees'] as const;
const most = { cadenceDays: 366, durationMonths: 60, sessionMinutes: 600, maxMentees: 20 };

type Text = { language: string; title: string; summary: string };
export type KnownProgramme = Record<(typeof figures)[number], number> & {
  id: string;
  code: string;
  targetLeaders: number | null;
  startsOn: string | null;
  endsOn: string | null;
  planApproval: boolean;
  texts: Text[];
  /** What the form says that it saw of them */
  seen: SeenText[];
};
type Shape = Record<
  | (typeof figures)[number]
  | 'code'
  | 'targetLeaders'
  | 'startsOn'
  | 'endsOn'
  | 'planApproval'
  | 'seenPlanApproval',
  string
> & {
  texts: Text[];
};

const usual = { cadenceDays: 7, durationMonths: 6, sessionMinutes: 60, maxMentees: 3 };

/** What a programme is called in each language, and how it works. */
export function ProgrammeForm({ network, programme }: { network: string; programme: KnownProgramme | null }) {
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const shell = useNetwork();
  const known = programme?.texts ?? [];
  const languages = [
    ...new Set([
      ...(shell?.languages ?? []),
      ...(shell?.contentLanguages ?? []),
      ...known.map((text) => text.language),
    ]),
  ];
  const state = useTesseraForm<Shape>({
    id: 'programme',
    labels: {
      code: t('fields.code'),
      targetLeaders: t('fields.targetLeaders'),
      cadenceDays: t('fields.cadenceDays'),
      durationMonths: t('fields.durationMonths'),
      sessionMinutes: t('fields.sessionMinutes'),
      maxMentees: t('fields.maxMentees'),
      startsOn: t('fields.startsOn'),
      endsOn: t('fields.endsOn'),
      planApproval: t('fields.planApproval'),
      'texts[].title': t('fields.title'),
      'texts[].summary': t('fields.summary'),
    },
    hints: {
      code: t('fields.codeHint'),
      cadenceDays: t('fields.cadenceDaysHint'),
      planApproval: t('fields.planApprovalHint'),
    },
    optional: ['targetLeaders', 'startsOn', 'endsOn', 'planApproval'],
    defaultValue: {
      code: programme?.code ?? '',
      targetLeaders: programme?.targetLeaders ? String(programme.targetLeaders) : '',
      startsOn: programme?.startsOn ?? '',
      endsOn: programme?.endsOn ?? '',
      planApproval: programme?.planApproval ? 'on' : '',
      seenPlanApproval: programme?.planApproval ? 'yes' : 'no',
      ...Object.fromEntries(figures.map((name) => [name, String((programme ?? usual)[name])])),
      texts: languages.map((language) => ({
        title: '',
        summary: '',
        ...known.find((text) => text.language === language),
        language,
      })),
    },
  });
  return (
    <TesseraForm state={state}>
      <div>
        {state.fields.texts.getFieldList().map((text, index) => {
          const parts = text.getFieldset();
          const language = String(parts.language.initialValue ?? '');
          const part = (name: 'title' | 'summary') => ({
            ...state.field(parts[name]),
            required: name === 'title' && index === 0,
            lang: language,
          });
          return (
            <Folded
              key={text.key}
              isOpen={
                index === 0 || Boolean(parts.title.initialValue || parts.title.errors || parts.summary.errors)
              }
              summary={t('programmes.inLanguage', { language: format.language(language) })}
              className="max-w-[46rem] border-b border-rule last:border-0"
            >
              <input type="hidden" name={parts.language.name} value={language} />
              <div className="space-y-5 pt-2 pb-6">
                <SeenTextField
                  all={programme?.seen ?? null}
                  language={language}
                  index={index}
                  isRefused={parts.title.errors !== undefined}
                />
                <TextField {...part('title')} maxLength={200} />
                <TextareaField {...part('summary')} rows={3} maxLength={2000} />
              </div>
            </Folded>
          );
        })}
      </div>
      <TextField {...state.field('code')} maxLength={20} width="medium" translate="no" />
      {figures.map((name) => (
        <TextField key={name} {...state.field(name)} type="number" min={1} max={most[name]} width="short" />
      ))}
      <TextField {...state.field('targetLeaders')} type="number" min={1} max={10_000} width="short" />
      <DateTimeField {...state.field('startsOn')} withTime={false} />
      <DateTimeField {...state.field('endsOn')} withTime={false} />
      <CheckboxField
        {...state.field('planApproval')}
        defaultChecked={state.fields.planApproval.initialValue === 'on'}
      />
      {/* As the tick, it stays what was shown first when the form comes back. */}
      {programme && (
        <input
          type="hidden"
          name={state.fields.seenPlanApproval.name}
          value={state.fields.seenPlanApproval.initialValue ?? ''}
        />
      )}
      <FormEnd
        back={
          programme ? paths.mentoringProgramme(network, programme.id) : paths.mentoringProgrammes(network)
        }
        isPending={state.isPending}
      >
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}

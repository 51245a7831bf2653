import { mostCosts, mostPartners, mostTasks } from '@tessera/core/initiatives/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';
import { InLanguage, useContentLanguages } from './in-languages.tsx';

export type KnownInitiative = {
  texts: { language: string; title: string; question: string; plan: string }[];
  team: { id: string; alias: string | null }[];
  startsOn: string | null;
  endsOn: string | null;
  tasks: { id: string; title: string; ownerId: string | null; dueOn: string | null }[];
  currency: string;
  costs: { label: string; cents: number }[];
  partners: { institutionId: string | null; name: string }[];
};
type Choices = {
  choices: { id: string; alias: string; isOwn: boolean }[];
  institutions: { id: string; name: string }[];
};

type Shape = {
  texts: { language: string; title: string; question: string; plan: string }[];
  menteeIds: string[];
  startsOn: string;
  endsOn: string;
  tasks: { taskId: string; title: string; ownerId: string; dueOn: string }[];
  currency: string;
  costs: { label: string; amount: string }[];
  partners: { institutionId: string; name: string }[];
};

/** Everything about the plan of an initiative: words, team, days, tasks, budget, partners. */
export function InitiativeForm({
  initiative,
  programmeId,
  choices,
  backTo,
}: {
  initiative: KnownInitiative | null;
  /** Where it is begun; one that is there stays in its programme. */
  programmeId?: string;
  choices: Choices;
  backTo: string;
}) {
  const { t } = useTranslation(['initiatives', 'common']);
  const state = useTesseraForm<Shape>({
    id: 'initiative',
    labels: {
      'texts[].title': t('form.title'),
      'texts[].question': t('form.question'),
      'texts[].plan': t('form.plan'),
      menteeIds: t('form.team'),
      startsOn: t('form.startsOn'),
      endsOn: t('form.endsOn'),
      'tasks[].title': t('form.task'),
      'tasks[].ownerId': t('form.owner'),
      'tasks[].dueOn': t('form.dueOn'),
      currency: t('form.currency'),
      'costs[].label': t('form.cost'),
      'costs[].amount': t('form.amount'),
      'partners[].institutionId': t('form.institution'),
      'partners[].name': t('form.partnerName'),
    },
    hints: {
      'texts[].question': t('form.questionHint'),
      menteeIds: t('form.teamHint'),
    },
    optional: ['startsOn', 'endsOn'],
    defaultValue: useDefaults(initiative, choices),
  });
  return (
    <TesseraForm state={state}>
      {programmeId && <input type="hidden" name="programmeId" value={programmeId} />}
      <Texts state={state} />
      <CheckboxGroupField
        {...state.field('menteeIds')}
        defaultValue={state.fields.menteeIds.initialValue as string[] | undefined}
        options={peopleOf(initiative, choices).map(({ id, alias }) => ({ value: id, label: alias }))}
      />
      <DateTimeField {...state.field('startsOn')} withTime={false} />
      <DateTimeField {...state.field('endsOn')} withTime={false} />
      <Section id="tasks" title={t('tasks')} lead={t('form.tasksLead')}>
        <Tasks state={state} people={peopleOf(initiative, choices)} />
      </Section>
      <Section id="budget" title={t('budget')} lead={t('form.budgetLead')}>
        <Costs state={state} />
      </Section>
      <Section id="partners" title={t('partners')} lead={t('form.partnersLead')}>
        <Partners state={state} institutions={choices.institutions} initiative={initiative} />
      </Section>
      <FormEnd back={backTo} isPending={state.isPending}>
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}

type State = ReturnType<typeof useTesseraForm<Shape>>;

function Texts({ state }: { state: State }) {
  return (
    <div>
      {state.fields.texts.getFieldList().map((text, index) => {
        const { language, title, question, plan } = text.getFieldset();
        const parts = [title, question, plan];
        const lang = String(language.initialValue ?? '');
        const field = (part: (typeof parts)[number], required = false) => ({
          ...state.field(part),
          required: required && index === 0,
          lang,
          dir: 'auto',
        });
        return (
          <InLanguage
            key={text.key}
            language={lang}
            name={language.name}
            isOpen={index === 0 || parts.some(({ initialValue, errors }) => initialValue || errors)}
          >
            <TextField {...field(title, true)} maxLength={200} />
            <TextareaField {...field(question)} rows={2} maxLength={1000} />
            <TextareaField {...field(plan)} rows={6} maxLength={5000} />
          </InLanguage>
        );
      })}
    </div>
  );
}

function Tasks({ state, people }: { state: State; people: { id: string; alias: string }[] }) {
  const { t } = useTranslation('initiatives');
  return (
    <ol className="space-y-6">
      {state.fields.tasks.getFieldList().map((task) => {
        const { taskId, title, ownerId, dueOn } = task.getFieldset();
        const field = (part: typeof title) => ({ ...state.field(part), required: false });
        return (
          <li
            key={task.key}
            className="grid gap-x-4 gap-y-3 border-b border-rule pb-5 sm:grid-cols-[1fr_12rem_10rem]"
          >
            <input type="hidden" name={taskId.name} value={String(taskId.initialValue ?? '')} />
            <TextField {...field(title)} maxLength={200} />
            <SelectField
              {...field(ownerId)}
              placeholder={t('everybody')}
              options={people.map(({ id, alias }) => ({ value: id, label: alias }))}
            />
            <TextField {...field(dueOn)} type="date" />
          </li>
        );
      })}
    </ol>
  );
}

function Costs({ state }: { state: State }) {
  return (
    <div className="space-y-5">
      <TextField {...state.field('currency')} maxLength={3} width="short" autoCapitalize="characters" />
      <ol className="space-y-5">
        {state.fields.costs.getFieldList().map((cost) => {
          const { label, amount } = cost.getFieldset();
          const field = (part: typeof label) => ({ ...state.field(part), required: false });
          return (
            <li key={cost.key} className="grid gap-x-4 gap-y-3 sm:grid-cols-[1fr_10rem]">
              <TextField {...field(label)} maxLength={200} />
              <TextField {...field(amount)} inputMode="decimal" maxLength={20} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Partners({
  state,
  institutions,
  initiative,
}: {
  state: State;
  institutions: Choices['institutions'];
  initiative: KnownInitiative | null;
}) {
  const { t } = useTranslation('initiatives');
  // Who may not read all institutions keeps those that are partners already.
  const known = (initiative?.partners ?? []).flatMap(({ institutionId, name }) =>
    institutionId && !institutions.some(({ id }) => id === institutionId)
      ? [{ id: institutionId, name }]
      : [],
  );
  const options = [...institutions, ...known].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ol className="space-y-5">
      {state.fields.partners.getFieldList().map((partner) => {
        const { institutionId, name } = partner.getFieldset();
        const field = (part: typeof name) => ({ ...state.field(part), required: false });
        return (
          <li key={partner.key} className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {options.length > 0 && (
              <SelectField
                {...field(institutionId)}
                placeholder={t('form.noInstitution')}
                options={options}
              />
            )}
            <TextField {...field(name)} maxLength={200} />
          </li>
        );
      })}
    </ol>
  );
}

function peopleOf(initiative: KnownInitiative | null, { choices }: Choices) {
  const there = (initiative?.team ?? []).map(({ id, alias }) => ({ id, alias: alias ?? '–' }));
  return [...there, ...choices.filter(({ id }) => !there.some((member) => member.id === id))];
}

/** Three empty lines below what is there, as far as there is room. */
function withSpare<Line>(lines: readonly Line[], empty: Line, most: number): Line[] {
  return [...lines, ...Array.from({ length: Math.min(3, most - lines.length) }, () => empty)];
}

function useDefaults(initiative: KnownInitiative | null, { choices }: Choices) {
  const format = useFormats();
  const languages = useContentLanguages();
  const texts = initiative?.texts ?? [];
  return {
    texts: [...new Set([...languages, ...texts.map(({ language }) => language)])].map(
      (language) =>
        texts.find((text) => text.language === language) ?? { language, title: '', question: '', plan: '' },
    ),
    menteeIds: initiative
      ? initiative.team.map(({ id }) => id)
      : choices.filter(({ isOwn }) => isOwn).map(({ id }) => id),
    startsOn: initiative?.startsOn ?? '',
    endsOn: initiative?.endsOn ?? '',
    tasks: withSpare(
      (initiative?.tasks ?? []).map(({ id, title, ownerId, dueOn }) => ({
        taskId: id,
        title,
        ownerId: ownerId ?? '',
        dueOn: dueOn ?? '',
      })),
      { taskId: '', title: '', ownerId: '', dueOn: '' },
      mostTasks,
    ),
    currency: initiative?.currency ?? 'EUR',
    costs: withSpare(
      (initiative?.costs ?? []).map(({ label, cents }) => ({ label, amount: format.number(cents / 100) })),
      { label: '', amount: '' },
      mostCosts,
    ),
    partners: withSpare(
      (initiative?.partners ?? []).map(({ institutionId, name }) => ({
        institutionId: institutionId ?? '',
        name: institutionId ? '' : name,
      })),
      { institutionId: '', name: '' },
      mostPartners,
    ),
  };
}

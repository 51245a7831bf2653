import {
  type BudgetKind,
  budgetKinds,
  maxLogoBytes,
  participantForms,
  reportingCycles,
} from '@tessera/core/phases/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Logo } from '~/components/networks/funders.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { Folded } from '~/ui/folded.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

const mostFunders = 12;

export type KnownPhase = {
  title: string;
  startsOn: string;
  endsOn: string;
  reportingCycle: string;
  participantForm: string;
  note: string;
  isPublic: boolean;
  funders: { name: string; url: string; disclaimer: string; logoId: string | null }[];
  budget: { kind: string; amountMinor: number; currency: string; isPublic: boolean }[];
};

type Funder = {
  position: string;
  name: string;
  url: string;
  disclaimer: string;
  logoId: string;
  logo: string;
  isLogoRemoved: string;
};
type Shape = Record<BudgetKind, string> & {
  title: string;
  startsOn: string;
  endsOn: string;
  reportingCycle: string;
  participantForm: string;
  note: string;
  isPublic: string;
  funders: Funder[];
  currency: string;
  isBudgetPublic: string;
};

/** Everything about a phase: dates, reporting, funders in their order, budget. */
export function PhaseForm({ code, phase }: { code: string; phase: KnownPhase | null }) {
  const { t } = useTranslation(['phases', 'networks', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Shape>({
    id: 'phase',
    labels: {
      title: t('name'),
      startsOn: t('startsOn'),
      endsOn: t('endsOn'),
      reportingCycle: t('cycle'),
      participantForm: t('form'),
      note: t('note'),
      isPublic: t('isPublic'),
      'funders[].position': t('position'),
      'funders[].name': t('funderName'),
      'funders[].url': t('funderUrl'),
      'funders[].disclaimer': t('disclaimer'),
      'funders[].logo': t('logo'),
      'funders[].isLogoRemoved': t('removeLogo'),
      currency: t('currency'),
      isBudgetPublic: t('isBudgetPublic'),
      ...(Object.fromEntries(
        budgetKinds.map((kind) => [kind, t(`networks:overview.budgetKinds.${kind}`)]),
      ) as Record<BudgetKind, string>),
    },
    hints: {
      note: t('noteHint'),
      isPublic: t('isPublicHint'),
      'funders[].url': t('funderUrlHint'),
      'funders[].logo': t('logoHint', { kilobytes: format.number(maxLogoBytes / 1000) }),
      total: t('amountHint'),
    },
    optional: ['note', 'currency', ...budgetKinds],
    defaultValue: useDefaults(phase),
  });
  return (
    <TesseraForm state={state} encType="multipart/form-data">
      <TextField {...state.field('title')} maxLength={200} />
      <DateTimeField {...state.field('startsOn')} withTime={false} />
      <DateTimeField {...state.field('endsOn')} withTime={false} />
      <SelectField
        {...state.field('reportingCycle')}
        options={reportingCycles.map((value) => ({ value, label: t(`cycles.${value}`) }))}
      />
      <SelectField
        {...state.field('participantForm')}
        options={participantForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
      />
      <TextareaField {...state.field('note')} rows={3} maxLength={1000} />
      <CheckboxField
        {...state.field('isPublic')}
        required={false}
        value="on"
        defaultChecked={state.fields.isPublic.initialValue === 'on'}
      />
      <fieldset className="border-t border-rule pt-5">
        <legend className="pe-3 text-lg font-semibold">{t('funders')}</legend>
        <p className="mb-4 text-sm text-muted">{t('fundersHint')}</p>
        {state.fields.funders.getFieldList().map((funder, index) => (
          <FunderFields key={funder.key} code={code} state={state} funder={funder} number={index + 1} />
        ))}
      </fieldset>
      <fieldset className="border-t border-rule pt-5">
        <legend className="pe-3 text-lg font-semibold">{t('budget')}</legend>
        <div className="space-y-6">
          <TextField {...state.field('currency')} maxLength={3} width="short" autoCapitalize="characters" />
          {budgetKinds.map((kind) => (
            <TextField
              key={kind}
              {...state.field(kind)}
              inputMode="decimal"
              maxLength={30}
              className="max-w-72"
            />
          ))}
          <CheckboxField
            {...state.field('isBudgetPublic')}
            required={false}
            value="on"
            defaultChecked={state.fields.isBudgetPublic.initialValue === 'on'}
          />
        </div>
      </fieldset>
      <FormEnd back={paths.phases(code)} isPending={state.isPending}>
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}

type State = ReturnType<typeof useTesseraForm<Shape>>;

function FunderFields({
  code,
  state,
  funder,
  number,
}: {
  code: string;
  state: State;
  funder: ReturnType<State['fields']['funders']['getFieldList']>[number];
  number: number;
}) {
  const { t } = useTranslation('phases');
  const parts = funder.getFieldset();
  const field = (name: keyof Funder) => ({ ...state.field(parts[name]), required: false });
  const { name, url, disclaimer, logo, position } = parts;
  // What a form that came back says, which is the same as the first value without scripts only.
  const logoId = String(parts.logoId.value ?? '');
  const hasProblem = [name, url, disclaimer, logo, position].some(({ errors }) => errors);
  const isFilled = logoId !== '' || [name, url, disclaimer].some(({ initialValue }) => initialValue);
  return (
    <Folded
      isOpen={isFilled || hasProblem}
      summary={t('funder', { number })}
      className="border-b border-rule last:border-0"
    >
      <div className="space-y-5 pt-2 pb-6">
        <TextField {...field('name')} maxLength={200} />
        <TextField {...field('url')} type="url" maxLength={300} />
        <TextareaField {...field('disclaimer')} rows={2} maxLength={500} />
        <input type="hidden" name={parts.logoId.name} value={logoId} />
        {logoId && (
          <div className="space-y-2">
            <Logo code={code} logoId={logoId} name={String(name.value ?? '')} />
            <CheckboxField {...field('isLogoRemoved')} value="on" defaultChecked={false} />
          </div>
        )}
        <FileField {...field('logo')} accept="image/png,image/jpeg,image/webp" />
        <TextField {...field('position')} type="number" min={0} max={99} width="short" />
      </div>
    </Folded>
  );
}

function useDefaults(phase: KnownPhase | null) {
  const format = useFormats();
  const funders = phase?.funders ?? [];
  const spare = Array.from({ length: Math.min(3, mostFunders - funders.length) }, () => ({
    name: '',
    url: '',
    disclaimer: '',
    logoId: null,
  }));
  const amount = (kind: BudgetKind) => {
    const line = phase?.budget.find((each) => each.kind === kind);
    return line ? format.number(line.amountMinor / 100) : '';
  };
  return {
    title: phase?.title ?? '',
    startsOn: phase?.startsOn ?? '',
    endsOn: phase?.endsOn ?? '',
    reportingCycle: phase?.reportingCycle ?? 'year',
    participantForm: phase?.participantForm ?? 'none',
    note: phase?.note ?? '',
    isPublic: !phase || phase.isPublic ? 'on' : '',
    funders: [...funders, ...spare].map((funder, index) => ({
      ...funder,
      logoId: funder.logoId ?? '',
      position: String(index + 1),
    })),
    currency: phase?.budget[0]?.currency ?? 'EUR',
    total: amount('total'),
    own_contribution: amount('own_contribution'),
    grant: amount('grant'),
    other: amount('other'),
    isBudgetPublic: phase?.budget.some(({ isPublic }) => isPublic) ? 'on' : '',
  };
}

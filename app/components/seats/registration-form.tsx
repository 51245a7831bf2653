import type { AskedForm } from '@tessera/core/questions/form.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Plus from 'lucide-react/icons/plus';
import { usualNameOrder } from '~/components/name-order.ts';
import { answerLabels, QuestionFields } from '~/components/questions/question-fields.tsx';
import { FoldedSupport, useSupportLabels } from '~/components/support/support-fields.tsx';
import { useFocusOnGrowth } from '~/components/use-focus-on-growth.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { CheckboxField, RadioField, SelectField } from '~/ui/choice-field.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { FieldGroup } from '~/ui/field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { ExpectationText, expected, type SeatFacts } from './expectation-text.tsx';
import { type HalfDay, HalfDaysField, valuesOf } from './half-days-field.tsx';
import { type OtherDate, OtherDatesField } from './other-dates.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { RegistrationInput } from './registration-schema.ts';

export type InstitutionChoice = { id: string; name: string; kind: string; held: number };

/** Asks for seats for the colleagues of an institution. Grows and shrinks without scripts, too. */
export function RegistrationFormFields({
  requestKey,
  institutions,
  facts,
  ways,
  dates,
  halfDays,
  supportDays,
  asked: asks,
}: {
  requestKey: string;
  asked: AskedForm;
  dates: readonly OtherDate[];
  halfDays: readonly HalfDay[];
  institutions: readonly InstitutionChoice[];
  facts: SeatFacts;
  ways: Ways;
  supportDays: number;
}) {
  const { t, language } = useTranslation(['seats', 'registration', 'answers']);
  const nameOrder = usualNameOrder(language);
  const only = institutions.length === 1 ? institutions[0] : undefined;
  const state = useTesseraForm<RegistrationInput>({
    id: 'registration',
    labels: {
      institutionId: t('register.institution'),
      places: t('register.places'),
      'places[].givenName': t('register.givenName'),
      'places[].familyName': t('register.familyName'),
      'places[].email': t('register.email'),
      'places[].jobTitle': t('register.jobTitle'),
      more: t('register.more'),
      mode: t('register.mode'),
      language: t('register.language'),
      keepTogether: t('register.keepTogether'),
      sessionIds: t('register.halfDays'),
      dates: t('register.dates'),
      note: t('register.note'),
      ...useSupportLabels('places[].'),
      ...answerLabels(asks.questions, 'places[].'),
    },
    hints: {
      places: t('register.placesHint'),
      more: t('register.moreHint'),
      keepTogether: t('register.keepTogetherHint'),
      sessionIds: t('register.halfDaysHint'),
      dates: t('register.datesHint'),
    },
    optional: ['note', 'more', 'keepTogether', 'dates'],
    defaultValue: {
      institutionId: only?.id ?? '',
      places: [{ nameOrder }],
      more: '0',
      requestKey,
      sessionIds: halfDays.map(({ id }) => id),
      ...firstOf(ways),
    },
  });
  const { form, fields, field } = state;
  const places = fields.places.getFieldList();
  const list = useFocusOnGrowth(places.length);
  const chosen = institutions.find(({ id }) => id === (fields.institutionId.value ?? only?.id));
  const asked = places.length + Math.max(0, Math.trunc(Number(fields.more.value ?? 0)) || 0);
  const sessionIds = chosenOf(fields.sessionIds.value, halfDays);
  const asking = {
    asked,
    sessionIds,
    held: chosen?.held ?? 0,
    mode: fields.mode.value || null,
    language: fields.language.value || null,
    institutionKind: chosen?.kind ?? null,
    isTogether: fields.keepTogether.value === 'on',
  };
  return (
    <TesseraForm state={state}>
      <DefaultSubmit />
      <input type="hidden" name="formVersion" value={asks.version} />
      <input
        type="hidden"
        name={fields.requestKey.name}
        value={fields.requestKey.initialValue ?? requestKey}
      />
      {only ? (
        <input type="hidden" name={fields.institutionId.name} value={only.id} />
      ) : (
        <SelectField
          {...field('institutionId')}
          placeholder={t('register.chooseInstitution')}
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FieldGroup {...field('places')} required>
        <ol ref={list} className="max-w-[46rem]">
          {places.map((place, index) => {
            const person = place.getFieldset();
            const rowOrder = person.nameOrder.value === 'family_first' ? 'family_first' : 'given_first';
            const mayStayEmpty = (part: keyof typeof person) => ({ ...field(person[part]), required: false });
            return (
              <li key={place.key} className="border-b border-rule py-5 first:pt-2">
                <div className="mb-3 flex min-h-9 items-center justify-between gap-4">
                  <p className="text-sm font-semibold text-muted">
                    {t('register.place', { number: index + 1 })}
                  </p>
                  <Button
                    {...form.remove.getButtonProps({ name: fields.places.name, index })}
                    size="small"
                    aria-label={t('register.removePlace', { number: index + 1 })}
                  >
                    {t('register.remove')}
                  </Button>
                </div>
                <PlaceFields
                  nameOrder={rowOrder}
                  givenName={mayStayEmpty('givenName')}
                  familyName={mayStayEmpty('familyName')}
                  email={mayStayEmpty('email')}
                  jobTitle={mayStayEmpty('jobTitle')}
                />
                <input type="hidden" name={person.nameOrder.name} value={rowOrder} />
                {asks.questions.length > 0 && (
                  <div className="mt-4 space-y-4">
                    <p className="text-sm text-muted">{t('answers:form.later')}</p>
                    <QuestionFields questions={asks.questions} fields={person} field={field} />
                  </div>
                )}
                <FoldedSupport
                  title={t('registration:support.ask')}
                  days={supportDays}
                  fields={person}
                  field={field}
                />
              </li>
            );
          })}
        </ol>
        <div className="pt-4">
          <Button
            {...form.insert.getButtonProps({ name: fields.places.name, defaultValue: { nameOrder } })}
            icon={<Plus aria-hidden />}
          >
            {t('register.add')}
          </Button>
        </div>
      </FieldGroup>
      <TextField {...field('more')} type="number" min={0} max={30} inputMode="numeric" width="short" />
      <WayFields state={state} ways={ways} />
      <HalfDaysField {...field('sessionIds')} halfDays={halfDays} chosen={sessionIds} />
      <CheckboxField {...field('keepTogether')} defaultChecked={fields.keepTogether.initialValue === 'on'} />
      <OtherDatesField
        {...field('dates')}
        dates={dates}
        chosen={valuesOf(fields.dates.initialValue)}
        waiting={expected(asking, facts).waiting}
      />
      <TextareaField {...field('note')} rows={3} />
      <ExpectationText asking={asking} facts={facts} />
      <Button look="primary" isPending={state.isPending}>
        {t('register.submit')}
      </Button>
    </TesseraForm>
  );
}

/** How one can take part: the ways of a training that is held both ways, its languages where there are several. */
export type Ways = { modes: readonly ('onsite' | 'online')[]; languages: readonly string[] };

function WayFields({
  state: { field },
  ways: { modes, languages },
}: {
  state: ReturnType<typeof useTesseraForm<RegistrationInput>>;
  ways: Ways;
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  return (
    <>
      {modes.length > 0 && (
        <RadioField
          {...field('mode')}
          options={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        />
      )}
      {languages.length > 0 && (
        <RadioField
          {...field('language')}
          options={languages.map((value) => ({ value, label: format.language(value) }))}
        />
      )}
    </>
  );
}

/** One press for someone who registers nobody else. */
export function SelfRegistrationForm({
  requestKey,
  facts,
  ways,
  dates,
  halfDays,
  supportDays,
  asked,
}: {
  requestKey: string;
  asked: AskedForm;
  facts: SeatFacts;
  ways: Ways;
  dates: readonly OtherDate[];
  halfDays: readonly HalfDay[];
  supportDays: number;
}) {
  const { t } = useTranslation(['seats', 'registration']);
  const state = useTesseraForm<RegistrationInput>({
    id: 'registration',
    labels: {
      mode: t('register.modeSelf'),
      language: t('register.language'),
      sessionIds: t('register.halfDays'),
      dates: t('register.dates'),
      note: t('register.note'),
      ...useSupportLabels('places[].'),
      ...answerLabels(asked.questions, 'places[].'),
    },
    hints: { sessionIds: t('register.halfDaysHint'), dates: t('register.datesHint') },
    optional: ['note', 'dates'],
    defaultValue: {
      ...firstOf(ways),
      sessionIds: halfDays.map(({ id }) => id),
      places: [{ nameOrder: 'given_first' }],
      requestKey,
    },
  });
  const { fields } = state;
  const own = fields.places.getFieldList()[0]?.getFieldset();
  const sessionIds = chosenOf(fields.sessionIds.value, halfDays);
  const asking = {
    asked: 1,
    sessionIds,
    held: 0,
    institutionKind: null,
    isTogether: false,
    mode: fields.mode.value || null,
    language: fields.language.value || null,
  };
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="requestKey" value={fields.requestKey.initialValue ?? requestKey} />
      <input type="hidden" name="formVersion" value={asked.version} />
      {own && <input type="hidden" name={own.nameOrder.name} value="given_first" />}
      {own && <QuestionFields questions={asked.questions} fields={own} field={state.field} />}
      <WayFields state={state} ways={ways} />
      <HalfDaysField {...state.field('sessionIds')} halfDays={halfDays} chosen={sessionIds} />
      <ExpectationText asking={asking} facts={facts} />
      <OtherDatesField
        {...state.field('dates')}
        dates={dates}
        chosen={valuesOf(fields.dates.initialValue)}
        waiting={expected(asking, facts).waiting}
      />
      <TextareaField {...state.field('note')} rows={3} />
      {own && (
        <FoldedSupport
          title={t('registration:support.askSelf')}
          days={supportDays}
          fields={own}
          field={state.field}
        />
      )}
      <Button look="primary" isPending={state.isPending}>
        {t('register.submitSelf')}
      </Button>
    </TesseraForm>
  );
}

// Where nothing is to choose, nothing is chosen: all of them.
function chosenOf(sent: unknown, halfDays: readonly HalfDay[]): string[] {
  return halfDays.length === 0 ? [] : valuesOf(sent);
}

function firstOf({ modes, languages }: Ways) {
  return { mode: modes[0] ?? '', language: languages[0] ?? '' } as const;
}

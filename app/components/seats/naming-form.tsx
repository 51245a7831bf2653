import type { AskedForm } from '@tessera/core/questions/form.server.ts';
import { SeatNaming } from '@tessera/core/seats/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { usualNameOrder } from '~/components/name-order.ts';
import { answerParts } from '~/components/questions/answer-form.ts';
import { answerLabels, QuestionFields } from '~/components/questions/question-fields.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PlaceFields } from './place-fields.tsx';

export const Naming = SeatNaming.omit({ seatId: true }).extend(answerParts);

/** Asks who sits in a seat. */
export function NamingForm({ back, form }: { back: string; form: AskedForm }) {
  const { t, language } = useTranslation(['seats', 'identity']);
  const nameOrder = usualNameOrder(language);
  const state = useTesseraForm<z.input<typeof Naming>>({
    id: 'seat',
    labels: {
      givenName: t('register.givenName'),
      familyName: t('register.familyName'),
      nameOrder: t('register.nameOrder'),
      email: t('register.email'),
      jobTitle: t('register.jobTitle'),
      ...answerLabels(form.questions),
    },
    hints: { email: t('register.emailHint') },
    optional: ['email', 'jobTitle'],
    defaultValue: { nameOrder },
  });
  const { field } = state;
  return (
    <TesseraForm state={state}>
      <PlaceFields
        nameOrder={nameOrder}
        givenName={field('givenName')}
        familyName={field('familyName')}
        email={field('email')}
        jobTitle={field('jobTitle')}
      />
      <RadioField
        {...field('nameOrder')}
        options={[
          { value: 'given_first', label: t('identity:fields.givenFirst') },
          { value: 'family_first', label: t('identity:fields.familyFirst') },
        ]}
      />
      <input type="hidden" name="formVersion" value={form.version} />
      <QuestionFields questions={form.questions} fields={state.fields} field={field} />
      <FormEnd back={back} isPending={state.isPending}>
        {t('name.submit')}
      </FormEnd>
    </TesseraForm>
  );
}

import { answerKinds, sides, situations } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';
import { PictogramField } from './pictogram-field.tsx';

type Fields = {
  situation: string;
  conceptKey: string;
  side: string;
  answer: string;
  priority: string;
  pictogram: string;
  reviewBy: string;
  text: string;
  instruction: string;
};
type Known = {
  side: string;
  answer: string;
  priority: number;
  pictogram: string | null;
  reviewBy: string | null;
};

/** A new card with what it says, or what is around the texts of one. Which situation a card is for does not change. */
export function CardForm({
  card,
  situation,
  host,
  backTo,
}: {
  card: Known | null;
  /** What a new card is most likely for */
  situation?: string | null;
  host: string;
  backTo: string;
}) {
  const { t } = useTranslation('cards');
  const format = useFormats();
  const isNew = card === null;
  const state = useTesseraForm<Fields>({
    id: 'card',
    labels: {
      situation: t('form.situation'),
      conceptKey: t('form.key'),
      side: t('form.side'),
      answer: t('form.answer'),
      priority: t('form.priority'),
      pictogram: t('form.pictogram'),
      reviewBy: t('form.reviewBy'),
      text: t('form.hostText', { language: format.language(host) }),
      instruction: t('form.instruction'),
    },
    hints: {
      conceptKey: t('form.keyHint'),
      text: t('form.textHint'),
      instruction: t('form.instructionHint'),
      priority: t('form.priorityHint'),
      reviewBy: t('form.reviewByHint'),
    },
    optional: ['instruction', 'pictogram', 'reviewBy', 'priority'],
    defaultValue: {
      ...(situation ? { situation } : {}),
      side: card?.side ?? 'helper_to_person',
      answer: card?.answer ?? 'none',
      priority: String(card?.priority ?? 0),
      pictogram: card?.pictogram ?? '',
      reviewBy: card?.reviewBy ?? '',
    },
  });
  return (
    <TesseraForm state={state}>
      {isNew && (
        <>
          <SelectField
            {...state.field('situation')}
            options={situations.map((value) => ({ value, label: t(`situations.${value}`) }))}
          />
          <TextField {...state.field('text')} maxLength={120} lang={host} dir="auto" />
          <TextField {...state.field('instruction')} maxLength={200} lang={host} dir="auto" />
          <TextField
            {...state.field('conceptKey')}
            width="medium"
            maxLength={40}
            autoCapitalize="none"
            spellCheck={false}
          />
        </>
      )}
      <RadioField
        {...state.field('side')}
        options={sides.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      <SelectField
        {...state.field('answer')}
        options={answerKinds.map((value) => ({ value, label: t(`answers.${value}`) }))}
      />
      <TextField {...state.field('priority')} type="number" min={0} max={99} width="short" />
      <DateTimeField {...state.field('reviewBy')} withTime={false} />
      <PictogramField {...state.field('pictogram')} />
      <FormEnd back={backTo} isPending={state.isPending}>
        {t('form.save')}
      </FormEnd>
    </TesseraForm>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TextWords } from '@tessera/core/cards/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { directionOf } from '@tessera/i18n/spoken.ts';
import { paths } from '@tessera/paths/paths.ts';
import { CardText } from '~/components/cards/card-text.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import { textParams } from '~/components/cards/text-params.server.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { language, ...where } = textParams(args);
  const card = await api(args).cards.one(where);
  const text = card.texts.find((each) => each.language === language) ?? null;
  if (!(text ? text.mayWrite : card.mayTranslate)) throw refuse('not_allowed');
  const takesNote = card.noteLanguages.includes(language);
  return { ...where, language, text, host: card.host, title: hostText(card), takesNote };
}

export async function action(args: ActionFunctionArgs) {
  const where = textParams(args);
  let hasNote = false;
  return submit(
    args,
    TextWords,
    async ({ instruction, ...fields }) => {
      await api(args).cards.write({ ...where, ...fields, ...(hasNote && { instruction }) });
      return redirectWithFlash(
        paths.cardText(where.network, where.cardId, where.language),
        'cards:texts.saved',
      );
    },
    {
      // A field that was emptied and one that was not there are the same once they are read.
      prepare: async (form) => {
        hasNote = form.has('instruction');
      },
    },
  );
}

export const handle: Handle = { title: (t) => t('cards:texts.edit') };

type Fields = {
  text: string;
  transliteration: string;
  instruction: string;
  version: string;
  isReady: string;
  isSameMeaning: string;
};

export default function EditTextPage() {
  const { network, cardId, language, text, host, title, takesNote } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const isHost = language === host;
  const state = useTesseraForm<Fields>({
    id: 'text',
    labels: {
      text: t('form.hostText', { language: format.language(language) }),
      transliteration: t('form.transliteration'),
      instruction: t('form.instruction'),
      isReady: t('form.isReady'),
      isSameMeaning: t('form.isSameMeaning'),
    },
    hints: {
      text: t('form.textHint'),
      transliteration: t('form.transliterationHint'),
      instruction: t('form.instructionHint'),
      isReady: t('form.isReadyHint'),
      isSameMeaning: t('form.isSameMeaningHint'),
    },
    optional: ['transliteration', 'instruction', 'isReady', 'isSameMeaning'],
    defaultValue: {
      text: text?.text ?? '',
      transliteration: text?.transliteration ?? '',
      instruction: text?.instruction ?? '',
    },
  });
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader
        eyebrow={format.language(language)}
        title={t(text ? 'texts.edit' : 'texts.write')}
        lead={!isHost && <CardText language={host}>{title}</CardText>}
      />
      {text?.state === 'verified' && (
        <div className="mb-8">
          <Notice tone="warning" title={t('texts.warning')}>
            {t(isHost ? 'texts.warningHost' : 'texts.warningText')}
          </Notice>
        </div>
      )}
      <TesseraForm state={state}>
        <input type="hidden" name="version" value={text?.version ?? ''} />
        <TextField {...state.field('text')} maxLength={120} lang={language} dir={directionOf(language)} />
        {!isHost && <TextField {...state.field('transliteration')} maxLength={200} />}
        {takesNote && (
          <TextField {...state.field('instruction')} maxLength={200} lang={language} dir="auto" />
        )}
        {(text === null || text.state === 'draft' || text.state === 'rejected') && (
          <CheckboxField {...state.field('isReady')} />
        )}
        {isHost && text && <CheckboxField {...state.field('isSameMeaning')} />}
        <FormEnd back={paths.card(network, cardId)} isPending={state.isPending}>
          {t('texts.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

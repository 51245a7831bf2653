import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mostRecordingBytes, mostRecordingSeconds } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
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
import { submitUpload } from '~/server/upload.server.ts';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

async function textOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { language, ...where } = textParams(args);
  const card = await api(args).cards.one(where);
  const text = card.texts.find((each) => each.language === language);
  if (!text) throw refuse('not_found');
  if (!text.mayWrite) throw refuse('not_allowed');
  return { ...where, language, text, title: hostText(card) };
}

export async function loader(args: LoaderFunctionArgs) {
  return textOf(args);
}

export async function action(args: ActionFunctionArgs) {
  // Who may not keep one is refused before the file is read.
  const { network, cardId, language } = await textOf(args);
  return submitUpload(args, async (fields, { content }) => {
    const version = Number(fields.version);
    await api(args).cards.record({ network, cardId, language, version, content });
    return redirectWithFlash(
      `${paths.cardText(network, cardId, language)}#recording`,
      'cards:recording.done.keep',
    );
  });
}

export const handle: Handle = { title: (t) => t('cards:recording.add') };

export default function RecordPage() {
  const { network, cardId, language, text, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const state = useTesseraForm<{ version: string; file: string }>({
    id: 'record',
    labels: { file: t('recording.file') },
    hints: {
      file: t('recording.hint', {
        seconds: format.number(mostRecordingSeconds),
        kilobytes: format.number(mostRecordingBytes / 1000),
      }),
    },
  });
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader
        eyebrow={format.language(language)}
        title={t(text.recording ? 'recording.replace' : 'recording.add')}
        lead={
          <CardText language={language} isLarge>
            {text.text}
          </CardText>
        }
      />
      <TesseraForm state={state} encType="multipart/form-data">
        <input type="hidden" name="version" value={text.version} />
        <FileField
          {...state.field('file')}
          accept="audio/mpeg,audio/ogg,audio/mp4,audio/x-m4a,audio/wav,.m4a"
        />
        <FormEnd back={paths.cardText(network, cardId, language)} isPending={state.isPending}>
          {t('recording.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

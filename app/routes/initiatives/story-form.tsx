import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { maxPhotoBytes, mostPhotos } from '@tessera/core/initiatives/rules.ts';
import { StoryFields } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InLanguage, useContentLanguages } from '~/components/initiatives/in-languages.tsx';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import { textOf } from '~/components/initiatives/text-of.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { keepPictures } from '~/server/pictures.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

const Fields = StoryFields.omit({ initiativeId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = initiativeParams(args);
  const { mayTell, texts, story } = await api(args).initiatives.one(where);
  if (!mayTell) throw refuse('story_early');
  return { ...where, title: textOf(texts, [args.context.language])?.title ?? '', texts, story };
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  // Whoever may not write it is refused before a file is read.
  const { mayTell } = await api(args).initiatives.one(where);
  if (!mayTell) throw refuse('story_early');
  return submit(
    args,
    Fields,
    async (fields) => {
      await api(args).initiatives.writeStory({ ...where, ...fields });
      return redirectWithFlash(
        `${paths.initiative(where.network, where.initiativeId)}#story`,
        'initiatives:story.saved',
      );
    },
    {
      prepare: (form) =>
        keepPictures(form, {
          field: 'photo',
          removal: 'isRemoved',
          keep: async (picture) => (await api(args).initiatives.keepPhoto({ ...where, ...picture })).photoId,
        }),
    },
  );
}

export const handle: Handle = { title: (t) => t('initiatives:story.write') };

type Shape = {
  texts: { language: string; title: string; question: string; body: string }[];
  photos: { photoId: string; photo: string; words: string; isRemoved: string }[];
};

export default function StoryFormPage() {
  const { network, initiativeId, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['initiatives', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Shape>({
    id: 'story',
    labels: {
      'texts[].title': t('form.title'),
      'texts[].question': t('form.question'),
      'texts[].body': t('story.body'),
      'photos[].photo': t('story.photo'),
      'photos[].words': t('story.photoWords'),
      'photos[].isRemoved': t('story.photoRemoval'),
    },
    hints: {
      'photos[].photo': t('story.photoHint', { megabytes: format.number(maxPhotoBytes / 1_000_000) }),
      'photos[].words': t('story.photoWordsHint'),
    },
    defaultValue: useDefaults(),
  });
  return (
    <>
      <InitiativeWays initiative={{ id: initiativeId, title }} />
      <PageHeader eyebrow={title} title={t('story.write')} lead={t('story.writeLead')} />
      <TesseraForm state={state} encType="multipart/form-data">
        <Texts state={state} />
        <Section id="photos" title={t('story.photos')} lead={t('story.photosLead')}>
          <Photos state={state} />
        </Section>
        <FormEnd back={paths.initiative(network, initiativeId)} isPending={state.isPending}>
          {t('common:save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

type State = ReturnType<typeof useTesseraForm<Shape>>;

function Texts({ state }: { state: State }) {
  return (
    <div>
      {state.fields.texts.getFieldList().map((text, index) => {
        const { language, title, question, body } = text.getFieldset();
        const lang = String(language.initialValue ?? '');
        const parts = [title, question, body];
        const field = (part: typeof title) => ({
          ...state.field(part),
          required: part !== question && index === 0,
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
            <TextField {...field(title)} maxLength={200} />
            <TextareaField {...field(question)} rows={2} maxLength={1000} />
            <TextareaField {...field(body)} rows={10} maxLength={10_000} />
          </InLanguage>
        );
      })}
    </div>
  );
}

function Photos({ state }: { state: State }) {
  const { network, initiativeId } = useLoaderData<typeof loader>();
  return (
    <ol className="space-y-8">
      {state.fields.photos.getFieldList().map((photo) => {
        const { photoId, photo: file, words, isRemoved } = photo.getFieldset();
        const id = String(photoId.value ?? '');
        const field = (part: typeof words) => ({ ...state.field(part), required: false });
        return (
          <li key={photo.key} className="space-y-4 border-b border-rule pb-6">
            <input type="hidden" name={photoId.name} value={id} />
            {id ? (
              <>
                <Kept
                  network={network}
                  initiativeId={initiativeId}
                  id={id}
                  words={String(words.value ?? '')}
                />
                <CheckboxField {...field(isRemoved)} value="on" defaultChecked={false} />
              </>
            ) : (
              <FileField {...field(file)} accept="image/png,image/jpeg,image/webp" />
            )}
            <TextField {...field(words)} maxLength={200} />
          </li>
        );
      })}
    </ol>
  );
}

// One that has just come in stands in no story yet and has no address.
function Kept(photo: { network: string; initiativeId: string; id: string; words: string }) {
  const { story } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const { network, initiativeId, id, words } = photo;
  if (!story.photos.some((each) => each.id === id))
    return <p className="text-muted">{t('story.photoKept')}</p>;
  return (
    <img src={paths.storyPhoto(network, initiativeId, id)} alt={words} className="max-h-48 rounded-tile" />
  );
}

function useDefaults() {
  const { texts, story } = useLoaderData<typeof loader>();
  const languages = useContentLanguages();
  const written = story.texts.map(({ language }) => language);
  return {
    texts: [...new Set([...languages, ...written])].map((language) => {
      const planned = texts.find((text) => text.language === language);
      return (
        story.texts.find((text) => text.language === language) ?? {
          language,
          // The first words of a story are those of its plan.
          title: story.version === 0 ? (planned?.title ?? '') : '',
          question: story.version === 0 ? (planned?.question ?? '') : '',
          body: '',
        }
      );
    }),
    photos: Array.from({ length: Math.min(story.photos.length + 2, mostPhotos) }, (_, index) => {
      const photo = story.photos[index];
      return { photoId: photo?.id ?? '', photo: '', words: photo?.words ?? '', isRemoved: '' };
    }),
  };
}

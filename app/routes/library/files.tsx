import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Revision } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useState } from 'react';
import { textOf } from '~/components/initiatives/text-of.ts';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import { UploadFiles } from '~/components/library/upload-files.tsx';
import { useItemLanguages } from '~/components/library/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { keepFiles } from '~/server/library-files.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Fields = Revision.omit({ resourceId: true });

export async function loader(args: LoaderFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const { mayEdit, texts, items, sourceLanguage, publishedAt } = await api(args).library.one({
    network,
    resourceId,
  });
  if (!mayEdit) throw refuse('not_allowed');
  const title = textOf(texts, [args.context.language])?.title ?? '';
  return { network, resourceId, title, items, sourceLanguage, isNewVersion: publishedAt !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const where = { network, resourceId };
  // Whoever may not change it is refused before a file is read.
  const { mayEdit } = await api(args).library.one(where);
  if (!mayEdit) throw refuse('not_allowed');
  return submit(
    args,
    Fields,
    async (wish) => {
      const files = wish.files.map((fileId) => ({ fileId }));
      await api(args).library.revise({ ...where, ...wish, files });
      return redirectWithFlash(paths.resource(network, resourceId), 'library:files.done');
    },
    {
      prepare: (form) =>
        keepFiles(form, async (file) => (await api(args).library.keepFile({ ...where, ...file })).fileId),
    },
  );
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.isNewVersion ? 'library:files.newVersion' : 'library:files.title'),
};

type Shape = {
  note: string;
  isMinor: string;
  items: { itemId: string; label: string; language: string; isLeftOut: string }[];
  files: { fileId: string }[];
  filesLanguage: string;
  links: { url: string; label: string; language: string }[];
};

export default function ResourceFiles() {
  const { network, resourceId, title, items, sourceLanguage, isNewVersion } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['library', 'common']);
  const [isBusy, setBusy] = useState(false);
  const languages = useItemLanguages();
  const state = useTesseraForm<Shape>({
    id: 'files',
    labels: {
      note: t('files.note'),
      isMinor: t('files.isMinor'),
      files: t('files.choose'),
      filesLanguage: t('files.chosenLanguage'),
      'items[].label': t('files.label'),
      'items[].language': t('files.language'),
      'items[].isLeftOut': t('files.leaveOut'),
      'links[].url': t('files.url'),
      'links[].label': t('files.label'),
      'links[].language': t('files.language'),
    },
    hints: { isMinor: t('files.isMinorHint') },
    optional: ['files'],
    defaultValue: {
      note: '',
      items: items.map(({ id, label, language }) => ({ itemId: id, label, language, isLeftOut: '' })),
      files: [],
      filesLanguage: sourceLanguage,
      links: [1, 2].map(() => ({ url: '', label: '', language: sourceLanguage })),
    },
  });
  return (
    <>
      <ResourceWays resource={{ id: resourceId, title }} />
      <PageHeader
        eyebrow={title}
        title={t(isNewVersion ? 'files.newVersion' : 'files.title')}
        lead={isNewVersion ? t('files.newVersionLead') : undefined}
      />
      <TesseraForm state={state} encType="multipart/form-data">
        {isNewVersion && (
          <>
            <TextField {...state.field('note')} maxLength={500} />
            <CheckboxField {...state.field('isMinor')} defaultChecked={false} />
          </>
        )}
        {items.length > 0 && (
          <Section id="present" title={t('files.present')}>
            <Items state={state} languages={languages} />
          </Section>
        )}
        <Section id="add" title={t('files.add')}>
          <div className="space-y-5">
            <UploadFiles
              to={paths.resourceUpload(network, resourceId)}
              field={state.field('files')}
              kept={state.fields.files.getFieldList() as Parameters<typeof UploadFiles>[0]['kept']}
              onBusy={setBusy}
            />
            <SelectField {...state.field('filesLanguage')} options={languages} />
          </div>
        </Section>
        <Section id="links" title={t('files.links')}>
          <Links state={state} languages={languages} />
        </Section>
        <FormEnd back={paths.resource(network, resourceId)} isPending={state.isPending || isBusy}>
          {t('common:save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

type Parts = {
  state: ReturnType<typeof useTesseraForm<Shape>>;
  languages: ReturnType<typeof useItemLanguages>;
};

function Items({ state, languages }: Parts) {
  return (
    <ol className="space-y-6">
      {state.fields.items.getFieldList().map((item) => {
        const { itemId, label, language, isLeftOut } = item.getFieldset();
        const field = (part: typeof label) => ({ ...state.field(part), required: false });
        return (
          <li
            key={item.key}
            className="grid gap-x-4 gap-y-2 border-b border-rule pb-4 sm:grid-cols-[1fr_14rem]"
          >
            <input type="hidden" name={itemId.name} value={String(itemId.initialValue ?? '')} />
            <TextField {...field(label)} required maxLength={200} dir="auto" />
            <SelectField {...field(language)} required options={languages} />
            <CheckboxField {...field(isLeftOut)} defaultChecked={isLeftOut.initialValue === 'on'} />
          </li>
        );
      })}
    </ol>
  );
}

function Links({ state, languages }: Parts) {
  return (
    <ol className="space-y-6">
      {state.fields.links.getFieldList().map((link) => {
        const { url, label, language } = link.getFieldset();
        const field = (part: typeof label) => ({ ...state.field(part), required: false });
        return (
          <li key={link.key} className="grid gap-x-4 gap-y-3 border-b border-rule pb-5 sm:grid-cols-2">
            <TextField {...field(url)} type="url" maxLength={1000} />
            <TextField {...field(label)} maxLength={200} dir="auto" />
            <SelectField {...field(language)} required options={languages} />
          </li>
        );
      })}
    </ol>
  );
}

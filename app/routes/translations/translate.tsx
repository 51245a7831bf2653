import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { kinds, mostEntries, type TextKind, textKinds } from '@tessera/core/translations/kinds.ts';
import { readabilityOf } from '@tessera/core/translations/readability.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { directionOf } from '@tessera/i18n/spoken.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { pageOf } from '~/components/translations/page-of.ts';
import { SourceWords } from '~/components/translations/source-words.tsx';
import { TranslationBadge } from '~/components/translations/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { CheckboxField, RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const words = z.string().optional();
const Typed = z.object({
  name: words,
  title: words,
  summary: words,
  description: words,
  outcomes: words,
  saveAs: z.enum(['ready', 'draft']).default('ready'),
  isMinor: z.boolean().default(false),
  seenSourceVersion: z.number().int().min(1).default(1),
  seenSourceLanguage: z.enum(spokenLanguages).optional(),
  seenChange: z.string().max(40).default('-'),
  step: z.enum(['write', 'discard']).default('write'),
});

export async function loader(args: LoaderFunctionArgs) {
  const where = placeOf(args);
  const found = await api(args).translations.one(where);
  const { from, source } = found;
  const ease = from && source ? readabilityOf(Object.values(source.fields).join('\n'), from) : null;
  return { ...where, ...found, ease };
}

export async function action(args: ActionFunctionArgs) {
  const where = placeOf(args);
  const { translations } = api(args);
  return submit(args, Typed, async ({ saveAs, isMinor, step, ...sent }) => {
    const { seenSourceVersion, seenSourceLanguage, seenChange, ...typed } = sent;
    const given: Record<string, string | undefined> = typed;
    const here = paths.translation(where.network, where.kind, where.objectId, where.language);
    if (step === 'discard') {
      await translations.discard({ ...where, seenChange });
      return redirectWithFlash(here, 'translations:editor.discarded');
    }
    const isDraft = saveAs === 'draft';
    const fields = Object.fromEntries(kinds[where.kind].fields.map(({ name }) => [name, given[name] ?? '']));
    const seen = { seenSourceVersion, seenChange, ...(seenSourceLanguage && { seenSourceLanguage }) };
    await translations.write({ ...where, fields, isDraft, isMinor, ...seen });
    return redirectWithFlash(here, isDraft ? 'translations:editor.drafted' : 'translations:editor.saved');
  });
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('translations:editor.yours') };

function placeOf(args: Pick<LoaderFunctionArgs, 'params'>) {
  const { textKind: named, object: objectId = '', language: asked } = args.params;
  const kind = textKinds.find((each): each is TextKind => each === named);
  const language = spokenLanguages.find((each) => each === asked);
  if (!kind || !language) throw refuse('not_found');
  return { ...networkParams(args), kind, objectId, language };
}

export default function Translate() {
  const { network, kind, objectId, language, source, text, state, from, mayWrite } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const first = kinds[kind].fields[0].name;
  const title = source ?? text;
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.translations(network), label: t('title') }]} />
      <PageHeader
        eyebrow={t(`kinds.${kind}`)}
        title={t('editor.title', { language: format.language(language) })}
        lead={
          <span lang={title?.language} dir="auto" translate="no" className="wrap-anywhere">
            {title?.fields[first]}
          </span>
        }
        actions={
          <>
            <LinkButton to={paths.nextTranslation(network, language)}>{t('next')}</LinkButton>
            <LinkButton to={pageOf[kind](network, objectId)}>{t('editor.toPage')}</LinkButton>
          </>
        }
      >
        <p className="mt-4">
          <TranslationBadge state={state} />
        </p>
      </PageHeader>
      <Remarks />
      {/* Another text is another form: nothing that was typed for one may stand beside the other. */}
      {from === null || !mayWrite ? <Readable /> : <Editor key={`${kind} ${objectId} ${language}`} />}
      <Others />
    </>
  );
}

function Remarks() {
  const { draft, text, from, sourceState, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const isReadOnly = from !== null && !mayWrite;
  if (!draft && text?.origin !== 'machine' && sourceState !== 'outdated' && from !== null && !isReadOnly)
    return null;
  return (
    <div className="mb-8 space-y-4">
      {from === null && <Notice title={t('editor.source')}>{t('editor.isSource')}</Notice>}
      {isReadOnly && <Notice title={t('editor.yours')}>{t('editor.readOnly')}</Notice>}
      {draft && <Notice title={t('editor.isDraft')}>{t('editor.isDraftText')}</Notice>}
      {!draft && text?.origin === 'machine' && (
        <Notice tone="warning" title={t('editor.machine')}>
          {t('editor.machineText')}
        </Notice>
      )}
      {from !== null && sourceState === 'outdated' && (
        <Notice tone="warning" title={t('editor.sourceBehind')}>
          {t('editor.sourceBehindText', { language: format.language(from) })}
        </Notice>
      )}
    </div>
  );
}

type Shape = Record<'name' | 'title' | 'summary' | 'description' | 'outcomes', string> & {
  saveAs: string;
  isMinor: string;
};

function Editor() {
  const { kind, language, from, source, earlier, text, draft, seenChange } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const { fields } = kinds[kind];
  const stored: Record<string, string> = draft ?? text?.fields ?? {};
  const labelOf = (name: string, of: string) =>
    t('editor.for', { field: t(`fields.${name as keyof Shape & 'title'}`), language: format.language(of) });
  const state = useTesseraForm<Shape>({
    id: 'translation',
    labels: {
      ...Object.fromEntries(fields.map(({ name }) => [name, labelOf(name, language)])),
      saveAs: t('editor.isDraftField'),
      isMinor: t('editor.isMinor'),
    },
    hints: {
      ...Object.fromEntries(
        fields.map(({ name, most, shape }) => [
          name,
          shape === 'list'
            ? t('editor.mostList', { number: format.number(mostEntries) })
            : t('editor.most', { number: format.number(most) }),
        ]),
      ),
      isMinor: t('editor.isMinorHint'),
    },
    defaultValue: { ...stored, saveAs: draft ? 'draft' : 'ready' },
  });
  const isRefused = state.form.status === 'error';
  return (
    <>
      {earlier && (
        <div className="mb-8">
          <Notice tone="warning" title={t('editor.sourceChanged')}>
            {t('editor.difference')}
          </Notice>
        </div>
      )}
      <Ease />
      <TesseraForm state={state}>
        <input type="hidden" name="seenSourceVersion" value={source?.version ?? 1} />
        <input type="hidden" name="seenSourceLanguage" value={source?.language ?? ''} />
        <input type="hidden" name="seenChange" value={seenChange} />
        {fields.map(({ name, most, shape }, index) => {
          const field = {
            ...state.field(name as keyof Shape),
            required: index === 0,
            lang: language,
            dir: directionOf(language),
          };
          const there = stored[name] ?? '';
          const isOther = isRefused && there !== '' && there !== field.defaultValue;
          return (
            <div key={name} className="grid gap-x-10 gap-y-4 border-t border-rule pt-5 lg:grid-cols-2">
              <div className="min-w-0">
                <h2 className="font-semibold">{labelOf(name, from ?? language)}</h2>
                <SourceWords
                  words={source?.fields[name] ?? ''}
                  earlier={earlier?.[name]}
                  language={from ?? language}
                  isList={shape === 'list'}
                />
              </div>
              <div className="min-w-0">
                {shape === 'line' ? (
                  <TextField {...field} maxLength={most} />
                ) : (
                  <TextareaField {...field} rows={shape === 'list' ? 6 : 9} maxLength={most} />
                )}
                {isOther && (
                  <p className="mt-2 text-sm text-muted wrap-anywhere whitespace-pre-line">
                    {t('editor.meanwhile', { text: there })}
                  </p>
                )}
              </div>
            </div>
          );
        })}
        <RadioField
          {...state.field('saveAs')}
          options={(['ready', 'draft'] as const).map((value) => ({
            value,
            label: t(value === 'ready' ? 'editor.asReady' : 'editor.asDraft'),
          }))}
        />
        {text && <CheckboxField {...state.field('isMinor')} defaultChecked={false} />}
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('editor.save')}
          </Button>
        </ButtonRow>
      </TesseraForm>
      {draft && (
        <Form method="post" reloadDocument className="mt-6">
          <input type="hidden" name="step" value="discard" />
          <input type="hidden" name="seenChange" value={seenChange} />
          <Button>{t('editor.discard')}</Button>
        </Form>
      )}
    </>
  );
}

/** A hint that the source could be said more simply; it keeps nobody from translating it. */
function Ease() {
  const { ease } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translators');
  const format = useFormats();
  if (!ease || ease.level === 'easy') return null;
  return (
    <p className="mb-6 text-muted">
      {t(`note.${ease.level}`, {
        number: format.number(ease.wordsPerSentence),
        percent: format.number(ease.longWords),
      })}
    </p>
  );
}

/** What stands there, for who cannot write it here. */
function Readable() {
  const { kind, language, from, source, text, draft } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  const stored: Record<string, string> = draft ?? text?.fields ?? {};
  return kinds[kind].fields.map(({ name, shape }) => (
    <div key={name} className="grid gap-x-10 gap-y-4 border-t border-rule py-5 lg:grid-cols-2">
      {[
        ...(from && source ? [{ of: from, words: source.fields[name] }] : []),
        { of: language, words: stored[name] },
      ].map(({ of, words: each }) => (
        <div key={of} className="min-w-0">
          <h2 className="font-semibold">
            {t('editor.for', { field: t(`fields.${name as 'title'}`), language: format.language(of) })}
          </h2>
          <SourceWords words={each ?? ''} language={of} isList={shape === 'list'} />
        </div>
      ))}
    </div>
  ));
}

function Others() {
  const { network, kind, objectId, language, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  const format = useFormats();
  return (
    <Section id="others" title={t('editor.others')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {others.map((each) => (
          <li key={each.language} className="flex min-h-11 items-center gap-2">
            <Link
              to={paths.translation(network, kind, objectId, each.language)}
              className="link"
              aria-current={each.language === language ? 'page' : undefined}
            >
              {format.language(each.language)}
            </Link>
            <TranslationBadge state={each.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

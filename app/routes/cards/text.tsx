import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { TextBadge } from '~/components/cards/badges.tsx';
import { CardText } from '~/components/cards/card-text.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import { Pictogram } from '~/components/cards/pictogram.tsx';
import { RecordingSection } from '~/components/cards/recording-section.tsx';
import { textParams } from '~/components/cards/text-params.server.ts';
import { VerdictList } from '~/components/cards/verdict-list.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const steps = ['review', 'approve', 'reject'] as const;
const Heard = z.object({ step: z.enum(['confirm', 'remove']), recordingId: z.uuid() });
const Verdict = z
  .object({
    step: z.enum(steps),
    version: z.number().int().min(1),
    reason: z.string().trim().max(500).default(''),
  })
  .refine(({ step, reason }) => step !== 'reject' || reason !== '', {
    path: ['reason'],
    message: 'validation.required',
  });

export async function loader(args: LoaderFunctionArgs) {
  const { language, ...where } = textParams(args);
  const card = await api(args).cards.one(where);
  const text = card.texts.find((each) => each.language === language);
  if (!text && card.mayTranslate) throw redirect(paths.cardTextEdit(where.network, where.cardId, language));
  if (!text || !card.isInside) throw refuse('not_found');
  const { host, situation, pictogram, needed } = card;
  const verdicts = card.verdicts.filter((each) => each.language === language);
  return { ...where, text, verdicts, host, situation, pictogram, needed, title: hostText(card) };
}

export async function action(args: ActionFunctionArgs) {
  const where = textParams(args);
  const { cards } = api(args);
  return submit(args, z.union([Heard, Verdict]), async (said) => {
    if ('recordingId' in said) {
      const heard = { ...where, recordingId: said.recordingId };
      await (said.step === 'confirm' ? cards.confirmRecording(heard) : cards.removeRecording(heard));
      return redirectWithFlash(
        `${paths.cardText(where.network, where.cardId, where.language)}#recording`,
        `cards:recording.done.${said.step}`,
      );
    }
    const { step, reason, version } = said;
    const seen = { ...where, version };
    if (step === 'review') await cards.review(seen);
    else if (step === 'approve') await cards.approve(seen);
    else await cards.reject({ ...seen, reason });
    return redirectWithFlash(
      paths.cardText(where.network, where.cardId, where.language),
      `cards:verdict.done.${step}`,
    );
  });
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.title };

export default function TextPage() {
  const { network, cardId, text, verdicts, host, situation, pictogram, needed, title } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const format = useFormats();
  const { language } = text;
  const offered = [
    ...(text.mayReview ? (['review'] as const) : []),
    ...(text.mayApprove ? (['approve'] as const) : []),
    ...(text.mayReject ? (['reject'] as const) : []),
  ];
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader
        eyebrow={t(`situations.${situation}`)}
        title={format.language(language)}
        actions={
          text.mayWrite && (
            <LinkButton to={paths.cardTextEdit(network, cardId, language)}>{t('texts.edit')}</LinkButton>
          )
        }
      >
        <p className="mt-4">
          <TextBadge state={text.state} />
        </p>
      </PageHeader>
      <Section id="text" title={t('texts.text')}>
        <div className="flex max-w-[46rem] flex-wrap items-start gap-6">
          <Pictogram name={pictogram} size={112} />
          <div className="min-w-60 flex-1 space-y-5">
            {language !== host && (
              <div>
                <p className="text-sm text-muted">{format.language(host)}</p>
                <CardText language={host} isLarge>
                  {title}
                </CardText>
              </div>
            )}
            <div>
              <p className="text-sm text-muted">{format.language(language)}</p>
              <CardText language={language} isLarge>
                {text.text}
              </CardText>
              {text.transliteration && <p className="mt-1 text-muted">{text.transliteration}</p>}
            </div>
          </div>
        </div>
        <div className="mt-6">
          <DefinitionList
            entries={[
              { term: t('form.instruction'), value: text.instruction },
              { term: t('texts.writtenBy'), value: text.writer && format.personName(text.writer) },
              { term: t('texts.version'), value: format.number(text.version) },
              {
                term: t('texts.approvals'),
                value: t('figures.of', {
                  number: format.number(text.approvals),
                  all: format.number(needed),
                }),
              },
              { term: t('texts.deck'), value: t(text.isShown ? 'texts.inDeck' : 'texts.notInDeck') },
            ]}
          />
        </div>
      </Section>
      {text.refused && offered.length === 0 && (
        <div className="mt-8">
          <Refused reason={text.refused} />
        </div>
      )}
      {offered.length > 0 && <VerdictForm key={`${text.version} ${text.state}`} offered={offered} />}
      <RecordingSection network={network} cardId={cardId} text={text} />
      <Section id="history" title={t('history.title')}>
        <VerdictList verdicts={verdicts} />
      </Section>
    </>
  );
}

function Refused({
  reason,
}: {
  reason: 'text_own' | 'verdict_given' | 'text_not_reviewed' | 'language_not_yours';
}) {
  const { t } = useTranslation(['cards', 'errors']);
  return <Notice title={t('verdict.notNow')}>{t(`errors:${reason}`)}</Notice>;
}

function VerdictForm({ offered }: { offered: (typeof steps)[number][] }) {
  const { text } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const state = useTesseraForm<{ step: string; version: string; reason: string }>({
    id: 'verdict',
    labels: { step: t('verdict.title'), reason: t('verdict.reason') },
    hints: { reason: t('verdict.reasonHint') },
    optional: ['reason'],
    defaultValue: { step: offered.length === 1 ? (offered[0] ?? '') : '' },
  });
  return (
    <Section id="verdict" title={t('verdict.title')} lead={t('verdict.lead')} isForScreen>
      <TesseraForm state={state}>
        <input type="hidden" name="version" value={text.version} />
        <RadioField
          {...state.field('step')}
          options={offered.map((value) => ({
            value,
            label: t(`verdict.${value}`),
            hint: t(`verdict.hints.${value}`),
          }))}
        />
        {offered.includes('reject') && <TextareaField {...state.field('reason')} rows={3} maxLength={500} />}
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('verdict.submit')}
          </Button>
        </ButtonRow>
      </TesseraForm>
    </Section>
  );
}

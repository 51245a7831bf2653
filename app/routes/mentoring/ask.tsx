import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askOutcomes } from '@tessera/core/mentoring/rules.ts';
import { AskWords } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { AskBadge } from '~/components/mentoring/ask-badge.tsx';
import { SealedWords } from '~/components/mentoring/sealed-words.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { askParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = askParams(args);
  return { network: where.network, ask: await api(args).mentoring.ask(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = askParams(args);
  return submit(args, AskWords, async (input) => {
    const { relationId } = await api(args).mentoring.answerAsk({ ...where, ...input });
    return redirectWithFlash(boardOf(where.network, relationId), 'mentoring:asks.answerSent');
  });
}

/** Where its coordinator comes from: the relation that it is about, or the board. */
const boardOf = (network: string, relationId: string | null) =>
  relationId ? paths.relationCoordination(network, relationId) : paths.mentoring(network);

export const handle: Handle = { title: (t) => t('mentoring:asks.one') };

export default function AskPage() {
  const { network, ask } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const above = ask.isOwn
    ? { to: paths.mentoringAsks(network), label: t('asks.title') }
    : { to: boardOf(network, ask.relationId), label: t('relation.title') };
  return (
    <>
      <EntryWays between={[above]} />
      <PageHeader title={t('asks.one')} />
      <DefinitionList
        entries={[
          { term: t('asks.what'), value: t(`asks.${ask.what}`) },
          {
            term: t('asks.who'),
            value: ask.isOwn ? null : ask.mentor ? <PersonName {...ask.mentor} /> : <bdi>{ask.alias}</bdi>,
          },
          { term: t('asks.about'), value: ask.relationId === null ? t('asks.general') : null },
          { term: t('asks.when'), value: format.dateTime(ask.askedAt, timeZone) },
          { term: t('asks.state'), value: <AskBadge answer={ask.answer} /> },
          { term: t('asks.answeredAt'), value: ask.answeredAt && format.dateTime(ask.answeredAt, timeZone) },
        ]}
      />
      {ask.hasAskWords && (
        <div className="mt-10">
          <SealedWords id="said" title={t('asks.said')} text={ask.askWords} />
        </div>
      )}
      {ask.hasWords && (
        <div className="mt-10">
          <SealedWords id="words" title={t('asks.reply')} text={ask.words} />
        </div>
      )}
      {ask.canAnswer && (
        <div className="mt-10">
          <Section id="answer" title={t('asks.yourAnswer')} lead={t('asks.answerLead')}>
            <Answering />
          </Section>
        </div>
      )}
    </>
  );
}

function Answering() {
  const { t } = useTranslation('mentoring');
  const form = useTesseraForm<z.input<typeof AskWords>>({
    id: 'ask',
    labels: { answer: t('asks.outcome'), words: t('asks.words') },
    hints: { words: t('asks.wordsHint') },
    optional: ['words'],
  });
  return (
    <TesseraForm state={form}>
      <RadioField
        {...form.field('answer')}
        options={askOutcomes.map((value) => ({ value, label: t(`asks.outcomes.${value}`) }))}
      />
      <TextareaField {...form.field('words')} rows={5} maxLength={4000} dir="auto" />
      <ButtonRow>
        <Button look="primary" isPending={form.isPending}>
          {t('asks.sendAnswer')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}

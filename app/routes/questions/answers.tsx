import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { choicesOf, isCountable } from '@tessera/core/questions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { AnswerFigures } from '~/components/questions/answer-figures.tsx';
import { useAnswerWords } from '~/components/questions/answer-words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const [question = '', choice = ''] = (
    new URL(args.request.url).searchParams.get('answer')?.slice(0, 90) ?? ''
  ).split('=');
  const call = api(args);
  const [table, { id, title }] = await Promise.all([
    call.questions.table({ ...where, question, choice }),
    call.trainings.page(where),
  ]);
  return { network: where.network, ...table, training: { id, title } };
}

/** Opens what lies sealed. What was opened is in this answer only, and no cache keeps it. */
export async function action(args: ActionFunctionArgs) {
  const { opened } = await api(args).questions.open(trainingParams(args));
  return data({ opened }, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('answers:table.title')}: ${data.training.title}`,
};

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Question = Data['questions'][number];
type Seat = Data['seats'][number];

/** What everyone answered: who, how often, and as a file. */
export default function AnswersPage() {
  const { network, training, questions, seats, filter, figures, mayOpen, mayExport } =
    useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>()?.opened;
  const { t } = useTranslation('answers');
  return (
    <>
      <TrainingWays training={training} isManaged={mayExport} />
      <PageHeader
        eyebrow={training.title}
        title={t('table.title')}
        lead={questions.length > 0 ? t('table.lead') : t('seat.none')}
        actions={
          mayExport && (
            <LinkButton to={paths.questions(network, training.id)}>{t('table.questions')}</LinkButton>
          )
        }
      >
        {mayExport && questions.length > 0 && (
          <ExportLinks
            csv={paths.answersExport(network, training.id, 'csv')}
            xlsx={paths.answersExport(network, training.id, 'xlsx')}
          />
        )}
      </PageHeader>
      {questions.length > 0 && (
        <>
          <AnswerFilter />
          {seats.length === 0 ? (
            <Empty title={t(filter ? 'table.noneFiltered' : 'table.none')} />
          ) : (
            <AnswerTable opened={opened} />
          )}
          {mayOpen && !opened && (
            <Form method="post" className="mt-6">
              <p className="mb-3 max-w-[44rem] text-sm text-muted">{t('table.openText')}</p>
              <Button>{t('table.open')}</Button>
            </Form>
          )}
          {opened && (
            <div className="mt-6">
              <Notice title={t('table.opened')}>{t('table.openText')}</Notice>
            </div>
          )}
          {figures.length > 0 && (
            <Section id="figures" title={t('table.figures')}>
              {questions.map((question) => {
                const found = figures.find(({ name }) => name === question.name);
                return (
                  found && <AnswerFigures key={question.name} question={question} counts={found.counts} />
                );
              })}
            </Section>
          )}
        </>
      )}
    </>
  );
}

function AnswerFilter() {
  const { network, training, questions, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  const countable = questions.filter((question) => isCountable(question) && !question.isSealed);
  if (countable.length === 0) return null;
  const here = paths.answers(network, training.id);
  return (
    <FilterBar label={t('table.title')} submit={t('table.show')} clearTo={filter ? here : undefined}>
      <Filter label={t('table.filter')}>
        <select
          name="answer"
          defaultValue={filter ? `${filter.question}=${filter.choice}` : ''}
          className="control"
        >
          <option value="">{t('table.everyone')}</option>
          {countable.map((question) => (
            <optgroup key={question.name} label={question.text}>
              {choicesOf(question).map((choice) => (
                <option key={choice} value={`${question.name}=${choice}`}>
                  {words(question, choice)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Filter>
    </FilterBar>
  );
}

type Opened = { seatId: string; questionId: string; values: string[] | null }[];

function AnswerTable({ opened }: { opened: Opened | undefined }) {
  const { network, training, questions, seats, mayExport } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  const said = (question: Question, { seatId, answers, sealed }: Seat) => {
    const read = opened?.find((each) => each.seatId === seatId && each.questionId === question.id);
    if (read) return read.values?.map((value) => words(question, value)).join(', ') ?? t('table.destroyed');
    if (sealed.includes(question.name)) return <span className="text-muted italic">{t('table.sealed')}</span>;
    return answers[question.name]?.map((value) => words(question, value)).join(', ');
  };
  const columns: Column<Seat>[] = [
    {
      key: 'person',
      header: t('table.person'),
      isName: true,
      cell: (seat) => (
        <>
          {mayExport ? (
            <Link to={paths.seatAnswers(network, seat.seatId)} className="link">
              <PersonName {...seat} />
            </Link>
          ) : (
            <PersonName {...seat} />
          )}
          {seat.institutionName && (
            <span className="block font-normal text-muted">{seat.institutionName}</span>
          )}
          {seat.isMissing && (
            <span className="mt-1 block">
              <Badge tone="warning" shape="attention">
                {t('table.missing')}
              </Badge>
            </span>
          )}
        </>
      ),
    },
    { key: 'state', header: t('table.state'), cell: ({ state }) => <SeatStateBadge state={state} /> },
    ...questions.map((question) => ({
      key: question.name,
      header: question.text,
      cell: (seat: Seat) => said(question, seat),
    })),
  ];
  return (
    <Table
      caption={training.title}
      isCaptionHidden
      narrow="stack"
      columns={columns}
      rows={seats}
      rowKey={({ seatId }) => seatId}
    />
  );
}

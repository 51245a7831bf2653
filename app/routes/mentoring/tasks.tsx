import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { TaskMarked } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { useAliases, useDays } from '~/components/mentoring/words.ts';
import { titleIn } from '~/components/plans/titles.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const { taskId, mark, day } = TaskMarked.shape;
const Marked = z.object({ taskId, mark, day });

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  return { ...where, ...(await api(args).mentoring.tasks(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submitAlone(args, Marked, async (marked) => {
    await api(args).mentoring.markTask({ ...where, ...marked });
    return redirectWithFlash(paths.relationTasks(where.network, where.relationId), 'plans:own.saved');
  });
}

export const handle: Handle = { title: (t) => t('plans:own.title') };

export default function Tasks() {
  const { network, relationId, as, aliases: names, tasks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('plans');
  const aliases = useAliases();
  const who = aliases(names.map((alias) => ({ alias })));
  return (
    <>
      {as === 'coordinator' ? (
        <MentoringWays
          network={network}
          above="board"
          more={[{ to: paths.relationCoordination(network, relationId), label: who }]}
        />
      ) : (
        <RelationWays network={network} relationId={relationId} />
      )}
      <PageHeader eyebrow={<bdi>{who}</bdi>} title={t('own.title')} lead={t('own.lead')} />
      {tasks.length === 0 ? (
        <Empty title={t('own.none')}>{t('own.noneText')}</Empty>
      ) : (
        <ul className="max-w-[46rem] border-t border-rule">
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} />
          ))}
        </ul>
      )}
    </>
  );
}

type Task = ReturnType<typeof useLoaderData<typeof loader>>['tasks'][number];

function TaskItem({ task }: { task: Task }) {
  const { t, language } = useTranslation('plans');
  const days = useDays();
  const title = titleIn(task.titles, language);
  const hidden = <span className="sr-only">{title}</span>;
  const isOpen = task.doneOn === null && !task.isDropped;
  return (
    <li className="border-b border-rule py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-semibold" dir="auto">
            {title}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
            <Standing task={task} />
            <span className="text-muted">
              {task.doneOn
                ? t('own.doneOn', { day: days.day(task.doneOn) })
                : t('own.due', { day: days.day(task.dueOn) })}
            </span>
          </p>
          {isOpen && task.isModule && <p className="mt-1 text-sm text-muted">{t('own.byModule')}</p>}
        </div>
        {task.canMark && (isOpen || task.isDropped || task.isTicked) && (
          <Form method="post">
            <input type="hidden" name="taskId" value={task.id} />
            <Button
              size="small"
              name="mark"
              value={isOpen ? 'done' : 'open'}
              look={isOpen ? 'primary' : 'quiet'}
            >
              {t(isOpen ? 'own.done' : 'own.reopen')} {hidden}
            </Button>
          </Form>
        )}
      </div>
      {task.canMark && isOpen && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-4">
            {t('own.more')} {hidden}
          </summary>
          <div className="flex flex-wrap items-end gap-4 pb-2">
            <Form method="post" className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="taskId" value={task.id} />
              <TextField
                id={`day-${task.id}`}
                name="day"
                label={
                  <>
                    {t('own.day')} {hidden}
                  </>
                }
                type="date"
                width="medium"
                required
                defaultValue={task.dueOn}
              />
              <Button size="small" name="mark" value="moved">
                {t('own.move')} {hidden}
              </Button>
            </Form>
            <Form method="post">
              <input type="hidden" name="taskId" value={task.id} />
              <ButtonRow>
                <Button size="small" name="mark" value="dropped">
                  {t('own.drop')} {hidden}
                </Button>
              </ButtonRow>
            </Form>
          </div>
        </details>
      )}
    </li>
  );
}

function Standing({ task }: { task: Task }) {
  const { t } = useTranslation('plans');
  if (task.doneOn)
    return (
      <Badge shape="done" tone="success">
        {t('own.done')}
      </Badge>
    );
  if (task.isDropped) return <Badge shape="stopped">{t('own.dropped')}</Badge>;
  if (task.isOverdue)
    return (
      <Badge shape="attention" tone="warning">
        {t('own.overdue')}
      </Badge>
    );
  return <Badge shape="open">{t(`owners.${task.owner}`)}</Badge>;
}

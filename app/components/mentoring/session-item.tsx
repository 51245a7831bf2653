import { Form } from '@remix-run/react';
import type { SessionState } from '@tessera/core/mentoring/rules.ts';
import { placeKinds, sessionModes } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Written } from '~/ui/written.tsx';
import { useDays } from './words.ts';

export type SessionSeen = {
  id: string;
  relationId: string;
  state: string;
  day: string;
  minutes: number | null;
  mode: string;
  placeKind: string;
  interpreterUsed: boolean;
  summary: string | null;
  steps: { text: string; isDone: boolean }[];
  mood: number | null;
  privateNote: string | null;
  correctedAt: Date | null;
  isOwn: boolean;
};

const shapes = {
  planned: ['waiting', 'info'],
  held: ['done', 'success'],
  attempted: ['waiting', 'warning'],
  cancelled: ['stopped', 'neutral'],
  missed: ['attention', 'warning'],
} as const;

/** One session as those who were in it read it. `canWrite` while the relation is under way. */
export function SessionItem({
  network,
  session,
  names,
  timeZone,
  canWrite,
}: {
  network: string;
  session: SessionSeen;
  /** Who was there, where it is not always the same one */
  names: string | null;
  timeZone: string;
  canWrite: boolean;
}) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const days = useDays();
  const { id, relationId, steps, minutes, mood } = session;
  const state = session.state as SessionState;
  const [shape, tone] = shapes[state];
  const mode = sessionModes.find((each) => each === session.mode) ?? 'in_person';
  const place = placeKinds.find((each) => each === session.placeKind) ?? 'public';
  const facts = [
    names,
    state === 'held' && minutes !== null && t('relation.minutes', { count: minutes }),
    state === 'held' && t(`modes.${mode}`),
    state === 'held' && mode === 'in_person' && t(`places.${place}`),
    session.interpreterUsed && t('relation.withInterpreter'),
    mood !== null && t('relation.mood', { value: mood }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li className="border-b border-rule py-5 first:pt-0">
      <h3 className="flex flex-wrap items-center gap-x-4 gap-y-1 font-semibold">
        {days.day(session.day)}
        <Badge shape={shape} tone={tone}>
          {t(`states.session.${state}`)}
        </Badge>
      </h3>
      <p className="mt-1 text-sm text-muted">{facts.join(' · ')}</p>
      {session.summary && (
        <p dir="auto" className="mt-2 max-w-[42rem] whitespace-pre-wrap">
          <Written text={session.summary} />
        </p>
      )}
      {steps.length > 0 && (
        <>
          <h4 className="mt-3 text-sm font-semibold">{t('relation.steps')}</h4>
          <ul className="max-w-[42rem]">
            {steps.map((step, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its line
                key={index}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-1 last:border-0"
              >
                <span dir="auto" className={step.isDone ? 'text-muted line-through' : undefined}>
                  <Written text={step.text} />
                </span>
                {canWrite && (
                  <Form method="post" action={paths.sessionSteps(network, relationId, id)} preventScrollReset>
                    <input type="hidden" name="step" value={index} />
                    <input type="hidden" name="isDone" value={step.isDone ? '' : 'on'} />
                    <Button size="small">
                      {t(step.isDone ? 'relation.stepOpen' : 'relation.stepDone')}{' '}
                      <span className="sr-only">{step.text}</span>
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {session.privateNote && (
        <div className="mt-3 max-w-[42rem] border-s-4 border-edge bg-sunk px-4 py-2">
          <h4 className="text-sm font-semibold">{t('relation.privateNote')}</h4>
          <p dir="auto" className="whitespace-pre-wrap">
            <Written text={session.privateNote} />
          </p>
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-4">
        {session.correctedAt && (
          <p className="text-sm text-muted">
            {t('relation.corrected', { day: format.date(session.correctedAt, timeZone) })}
          </p>
        )}
        {canWrite && session.isOwn && (
          <LinkButton size="small" to={paths.sessionEntry(network, relationId, id)}>
            {t('relation.correct')} <span className="sr-only">{days.day(session.day)}</span>
          </LinkButton>
        )}
      </div>
    </li>
  );
}

import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { type FormEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { CodeCamera } from '~/components/checkin/camera.tsx';
import { DoorResult } from '~/components/checkin/result.tsx';
import { DoorState } from '~/components/checkin/state.tsx';
import { useDoor } from '~/components/checkin/use-door.ts';
import { useOffline } from '~/components/checkin/use-offline.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Field } from '~/ui/field.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Typed = z.object({ sessionId: z.uuid(), text: z.string().trim().min(1).max(120) });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, sessions } = await api(args).attendance.door(where);
  const asked = new URL(args.request.url).searchParams.get('session');
  const open = sessions.filter(({ isOpen }) => isOpen);
  return {
    network: where.network,
    training: { id: training.id, title: training.title, timeZone: training.timeZone },
    sessions,
    first: (sessions.find(({ id }) => id === asked) ?? open.at(-1) ?? sessions[0])?.id ?? '',
  };
}

/** One typed code or name, for browsers without scripts. */
export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Typed, async ({ sessionId, text }) => {
    const nonce = randomUUID();
    const scan = { nonce, kind: 'in' as const, happenedAt: new Date(), text };
    const [answer] = await api(args).attendance.checkIn({
      ...where,
      sessionId,
      device: nonce,
      scans: [scan],
    });
    return { result: answer?.result ?? ('unknown' as const), sessionId };
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('checkin:title')}: ${found.training.title}`,
};

export default function CheckIn() {
  const { network, training, sessions, first } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation(['checkin', 'attendance', 'trainings']);
  const format = useFormats();
  const hasScripts = useHasScripts();
  const answered = sent && 'result' in sent ? sent : null;
  const [sessionId, setSessionId] = useState(answered?.sessionId ?? first);
  const session = sessions.find(({ id }) => id === sessionId) ?? sessions[0];
  const door = useDoor(training.id, sessionId, {
    people: paths.checkInPeople(network, training.id),
    scans: paths.checkInScans(network, training.id),
  });
  const isKept = useOffline(paths.checkIn(network, training.id));
  const field = useRef<HTMLInputElement>(null);

  function enter(event: FormEvent) {
    if (!hasScripts || !field.current) return;
    event.preventDefault();
    const text = field.current.value.trim();
    if (text) void door.enter(text);
    field.current.value = '';
    field.current.focus();
  }

  if (!session) return null;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('title')}
        actions={
          <>
            <LinkButton to={paths.attendance(network, training.id, { session: sessionId })}>
              {t('attendance:title')}
            </LinkButton>
            {session.isOpen && (
              <LinkButton to={paths.walkIn(network, training.id, session.id)}>
                {t('attendance:walkIn.link')}
              </LinkButton>
            )}
          </>
        }
      />
      {!session.isOpen && (
        <div className="mb-6">
          <Notice title={t('attendance:notOpen')}>
            {t('attendance:notOpenText', { moment: format.dateTime(session.opensAt, training.timeZone) })}
          </Notice>
        </div>
      )}
      {hasScripts && <DoorState door={door} isKept={isKept} />}
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="space-y-6">
          <Form method="post" onSubmit={enter} className="space-y-4">
            <Field id="session" name="sessionId" label={t('halfDay')} required>
              <select
                id="session"
                name="sessionId"
                className="control"
                value={sessionId}
                onChange={(event) => setSessionId(event.currentTarget.value)}
              >
                {sessions.map(({ id, startsAt, halfDay }) => (
                  <option key={id} value={id}>
                    {t('attendance:session', {
                      day: format.shortDate(startsAt, training.timeZone),
                      halfDay: t(`trainings:halfDay.${halfDay}`),
                    })}
                  </option>
                ))}
              </select>
            </Field>
            <Field id="text" name="text" label={t('text')} hint={t('textHint')} required>
              <input
                ref={field}
                id="text"
                name="text"
                aria-describedby="text-hint"
                required
                maxLength={120}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                className="control"
              />
            </Field>
            <Button look="primary" className="w-full sm:w-auto">
              {t('submit')}
            </Button>
          </Form>
          {hasScripts && <CodeCamera onCode={(text) => void door.enter(text)} />}
        </div>
        <DoorResult door={door} answered={hasScripts ? null : (answered?.result ?? null)} />
      </div>
      {hasScripts && door.latest.length > 0 && (
        <div className="mt-10">
          <Section id="latest" title={t('latest')}>
            <ul className="border-t border-rule">
              {door.latest.map((entry) => (
                <li
                  key={entry.nonce}
                  className="flex min-h-12 items-center justify-between gap-4 border-b border-rule py-2"
                >
                  <span className="notranslate" translate="no">
                    {entry.person.name}
                  </span>
                  {entry.isUndone ? (
                    <span className="text-sm text-muted">{t('results.undone')}</span>
                  ) : (
                    <Button
                      type="button"
                      size="small"
                      aria-label={t('undoFor', { name: entry.person.name })}
                      onClick={() => void door.undo(entry)}
                    >
                      {t('undo')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
      {hasScripts && <p className="mt-10 max-w-[46rem] text-sm text-muted">{t('kept')}</p>}
    </>
  );
}

import { useActionData } from '@remix-run/react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { useEffect, useRef } from 'react';

export type FieldProblem = { id: string; label: string; message: string };

/** What has to be put right before a form is accepted. Takes the focus with each refusal, also when it says the same again. */
export function ErrorSummary({
  title,
  messages = [],
  problems = [],
  isCalm = false,
}: {
  title: string;
  /** Of the whole form. */
  messages?: readonly string[];
  /** Of one field each; the link leads there. */
  problems?: readonly FieldProblem[];
  /** Leaves the focus where it is, where the summary is only shown as a sample. */
  isCalm?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const signature = [...messages, ...problems.map(({ id, message }) => id + message)].join('\n');

  const answer = useActionData<{ status?: string }>();
  // Each answer is an object of its own; one that refuses nothing, as after a button that adds a row, takes no focus.
  const refusal = answer?.status === 'error' ? answer : null;

  // The framework forgets the answer when a link of the summary leads to its field; that is no other refusal.
  const told = useRef<{ signature: string; refusal: typeof refusal }>({ signature: '', refusal: null });
  useEffect(() => {
    const last = told.current;
    const isNew = signature !== last.signature || (refusal !== null && refusal !== last.refusal);
    told.current = { signature, refusal: refusal ?? last.refusal };
    if (signature && !isCalm && isNew) box.current?.focus();
  }, [signature, isCalm, refusal]);

  if (!signature) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without scripts this is how the focus comes here after a refused form
      autoFocus={!isCalm}
      className="mb-8 max-w-[46rem] wrap-anywhere border-2 border-danger bg-raised p-5"
    >
      <h2 className="flex items-center gap-2.5 font-bold">
        <CircleAlert aria-hidden className="size-5.5 shrink-0 text-danger" />
        {title}
      </h2>
      {messages.map((message) => (
        <p key={message} className="mt-2">
          {message}
        </p>
      ))}
      {problems.length > 0 && (
        <ul className="mt-2 space-y-1">
          {problems.map(({ id, label, message }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block min-h-6 text-danger underline underline-offset-4">
                {label}: {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

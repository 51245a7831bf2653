import { parseWithZod } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, data } from '@remix-run/node';
import { type DomainError, statusOf } from '@tessera/core/errors.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import type { core, z } from 'zod';
import { domainErrorOf, Refusals, refuse } from './refusal.server.ts';
import { issueMessage, ownMessage } from './validation.server.ts';

const neverRepeated = /password|passphrase|secret|token$/i;
/** `email`, `languages[0]`, `places[2].givenName`; three digits at most, because an index makes room for all before it. */
const fieldName = /^(?!.*(?:__proto__|constructor))[\w-]{1,60}(?:\[\d{0,3}\](?:\.[\w-]{1,60})?)?$/;

/**
 * The round trip of a form. Reads it, checks it with `Schema` and calls `call` with what was typed. Whatever a person
 * can cause comes back to the form with their input: problems of a field beside it, the others above the form.
 * @param call does the work and returns a redirect; what it throws as `DomainError` becomes a message in `errors`
 * @param prepare changes the form before it is checked, as where a file becomes the id under which it is kept; what it
 *   throws as `DomainError`, or as several in `Refusals`, becomes messages as well
 * @param secrets fields that open a door though their names do not say so; no secret comes back to a form
 * @returns what `call` returned, or the form's state with status 400, 409, 422, 429
 */
export async function submit<Schema extends core.$ZodType, Answer>(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  Schema: Schema,
  call: (input: z.output<Schema>) => Promise<Answer>,
  {
    secrets = [],
    prepare = async () => {},
  }: { secrets?: readonly string[]; prepare?: (form: FormData) => Promise<void> } = {},
) {
  const form = await readForm(args.request);
  const { language } = args.context;
  const unprepared = await prepare(form).then(
    () => null,
    (thrown: unknown) => ({ thrown }),
  );
  const submission = parse(form, Schema, language);
  const hideFields = [...form.keys()].filter((name) => neverRepeated.test(name) || secrets.includes(name));
  const refused = (thrown: unknown) => {
    const refusals =
      thrown instanceof Refusals
        ? thrown.refusals
        : [domainErrorOf(thrown)].filter((each) => each !== undefined);
    const [first] = refusals;
    if (!first || isAnswerOfItsOwn(first)) throw thrown;
    const told = refusals.map((refusal) => ({
      fields: refusal.fields,
      message: messageOf(language, refusal),
    }));
    const fields = new Set(told.flatMap((each) => each.fields));
    const messagesOf = (field: string) =>
      told.filter((each) => each.fields.includes(field)).map(({ message }) => message);
    const formErrors = told.filter((each) => each.fields.length === 0).map(({ message }) => message);
    return data(
      submission.reply({
        hideFields,
        ...(fields.size > 0
          ? { fieldErrors: Object.fromEntries([...fields].map((field) => [field, messagesOf(field)])) }
          : {}),
        ...(formErrors.length > 0 ? { formErrors } : {}),
      }),
      { status: statusOf(first.code) },
    );
  };
  if (unprepared) return refused(unprepared.thrown);
  if (submission.status !== 'success') {
    const status = submission.status === 'error' ? 422 : 200;
    return data(submission.reply({ hideFields }), { status });
  }
  try {
    return await call(submission.value as z.output<Schema>);
  } catch (thrown) {
    return refused(thrown);
  }
}

/**
 * As `submit`, for an address without a form of its own: what is refused ends with the page of its status, because there is
 * no field that it could stand beside.
 */
export async function submitAlone<Schema extends core.$ZodType>(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  Schema: Schema,
  call: (input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  const refusals: unknown[] = [];
  const answer = await submit(args, Schema, async (input) => {
    try {
      return await call(input);
    } catch (thrown) {
      refusals.push(thrown);
      throw thrown;
    }
  });
  if (refusals.length > 0) throw refusals[0];
  if (answer instanceof Response) return answer;
  throw refuse('invalid');
}

/**
 * The fields of a request.
 * @throws an answer 400 when the body is not a form
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    const form = await request.formData();
    for (const [name, value] of form) {
      if (!fieldName.test(name)) throw new TypeError('no name of a field');
      // PostgreSQL has no place for it and no keyboard makes it.
      if (typeof value === 'string' && value.includes('\0')) throw new TypeError('null character');
    }
    return form;
  } catch {
    throw notUnderstood();
  }
}

function parse<Schema extends core.$ZodType>(form: FormData, schema: Schema, language: Language) {
  let isMisshapen = false;
  try {
    const submission = parseWithZod(form, {
      schema,
      error: (issue) => issueMessage(language, issue),
      formatError: (issues: core.$ZodIssue[]) => {
        isMisshapen ||= issues.some(isNoRow);
        return issues.slice(0, 1).map((issue) => ownMessage(language, issue));
      },
    });
    if (!isMisshapen) return submission;
  } catch (error) {
    // Buttons that add and remove rows send these; what no button of ours sends makes the reader of the form stumble.
    if (!form.has('__intent__') && !form.has('__state__')) throw error;
  }
  throw notUnderstood();
}

// One text where a page has rows of fields: no page could show it again.
function isNoRow(issue: core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_type') return false;
  return issue.expected === 'array' || (issue.expected === 'object' && typeof issue.path.at(-1) === 'number');
}

/** The answer to a body that no form of ours sends. */
export function notUnderstood() {
  return data({ code: 'not_understood', params: {} }, { status: 400 });
}

// Beside a form these say nothing: the object is gone, or one has to sign in first, or to set up a second step.
function isAnswerOfItsOwn({ code }: DomainError): boolean {
  return statusOf(code) === 404 || statusOf(code) === 401 || code === 'second_step_needed';
}

/** The words for a refusal, in the reader's language. */
export function messageOf(language: Language, { code, params }: DomainError): string {
  const t = translator(language, 'errors') as unknown as (key: string, params: object) => string;
  return t(code, params);
}

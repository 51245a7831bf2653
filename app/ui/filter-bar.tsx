import { Form, Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Children, type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import { LanguageAsked } from './language-asked.tsx';

// So many more than the first leave room for the beginning of the list.
const most = 3;

/**
 * Filters of a list as a form whose answer is an address. `clearTo` appears when something is filtered. On a phone many of them
 * would stand before the list itself: there all but the first wait behind a tick, with and without scripts.
 */
export function FilterBar({
  label,
  clearTo,
  submit,
  children,
}: {
  label: string;
  clearTo?: string;
  /** What its button says, where it does not filter */
  submit?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const [first, ...more] = Children.toArray(children);
  const isLong = more.length > most;
  return (
    <Form
      {...useFollowAddress()}
      method="get"
      role="search"
      aria-label={label}
      className="filters mb-6 border-b border-rule pb-6"
      data-print="no"
    >
      <LanguageAsked />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {first}
        {isLong && (
          <label className="flex min-h-11 items-center gap-3 text-sm font-semibold xs:hidden">
            <input type="checkbox" className="tick filters-open" defaultChecked={clearTo !== undefined} />
            {t('allFilters')}
          </label>
        )}
        {isLong ? <div className="filters-more">{more}</div> : more}
        <Button>{submit ?? t('filter')}</Button>
        {clearTo !== undefined && (
          <Link to={clearTo} preventScrollReset className="link inline-flex min-h-11 items-center">
            {t('clearFilters')}
          </Link>
        )}
      </div>
    </Form>
  );
}

/** One filter: a small label over its control, which gets the class `control`. On phones two short ones share a line. */
export function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label
      className={cx(
        'block max-w-full text-sm xs:min-w-44',
        'max-xs:min-w-[calc(50%-0.5rem)] max-xs:grow max-xs:first:basis-full',
        // A select takes the room of what it says, so that no choice is cut.
        'max-xs:[&>select]:w-auto max-xs:[&>select]:min-w-full max-xs:[&>select]:max-w-full max-xs:[&>select]:field-sizing-content',
        'max-xs:[&>input]:w-0 max-xs:[&>input]:min-w-full',
      )}
    >
      <span className="mb-1 block font-semibold">{label}</span>
      {children}
    </label>
  );
}

/** A filter with a few values; `any` is the one that leaves nothing out. */
export function FilterChoice({
  name,
  label,
  value,
  any,
  options,
}: {
  name: string;
  label: string;
  value: string;
  any?: string;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <Filter label={label}>
      <select name={name} defaultValue={value} className="control">
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </Filter>
  );
}

/** A filter that is on or off. */
export function FilterTick({
  name,
  value,
  isTicked,
  label,
}: {
  name: string;
  value: string;
  isTicked: boolean;
  label: string;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm font-semibold">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} className="tick" />
      {label}
    </label>
  );
}

/** Going back or clearing changes the address only; the controls then say what it says, and keep the focus. */
function useFollowAddress() {
  const form = useRef<HTMLFormElement>(null);
  const [query] = useSearchParams();
  const shown = useRef(query);
  const sent = useRef('');

  useEffect(() => {
    // The page arrives with the right values; what was chosen before the scripts came stays chosen.
    if (shown.current === query) return;
    shown.current = query;
    // An answer to what this form sent: what was typed since then is the next question.
    if (sent.current === query.toString()) return;
    for (const control of form.current?.elements ?? []) {
      // The tick that opens the rest of them is no filter.
      if (control instanceof HTMLInputElement && control.name === '') continue;
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        control.checked = query.getAll(control.name).includes(control.value);
      } else if (control instanceof HTMLInputElement) {
        control.value = query.get(control.name) ?? '';
      } else if (control instanceof HTMLSelectElement) {
        control.value = query.get(control.name) ?? control.options[0]?.value ?? '';
      }
    }
  }, [query]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    sent.current = queryOf(event.currentTarget);
  };
  return { ref: form, onSubmit };
}

function queryOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

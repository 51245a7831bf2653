import { useId } from 'react';
import { FieldGroup, type FieldProps } from '~/ui/field.tsx';

type Option = { value: string; label: string; isFolded?: boolean };

/** Any number of many, in columns; those that are rarely asked for are behind one line until somebody wants them. */
export function TickGrid({
  options,
  chosen,
  more,
  ...field
}: FieldProps & { options: readonly Option[]; chosen: readonly string[]; more?: string }) {
  const isOpen = ({ value, isFolded }: Option) => !isFolded || chosen.includes(value);
  const folded = options.filter((option) => !isOpen(option));
  const ticks = (shown: readonly Option[]) => (
    <ul className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
      {shown.map(({ value, label }) => (
        <li key={value}>
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="tick"
            />
            {label}
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <FieldGroup {...field}>
      {ticks(options.filter(isOpen))}
      {folded.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center gap-2 text-accent before:w-3 before:content-['+'] in-open:before:content-['–']">
            {more}
          </summary>
          {ticks(folded)}
        </details>
      )}
    </FieldGroup>
  );
}

/** The week in days and parts of the day, to tick when somebody has time. Values are `mon_evening`. */
export function WeekGrid({
  days,
  parts,
  chosen,
  ...field
}: FieldProps & {
  days: readonly { value: string; label: string }[];
  parts: readonly { value: string; label: string }[];
  chosen: readonly string[];
}) {
  const id = useId();
  return (
    <FieldGroup {...field}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-rule">
            <td />
            {parts.map(({ value, label }) => (
              <th key={value} id={`${id}${value}`} scope="col" className="py-1.5 text-center font-semibold">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.value} className="border-b border-rule">
              <th scope="row" className="pe-3 text-start font-normal">
                {day.label}
              </th>
              {parts.map((part) => (
                <td key={part.value} className="text-center">
                  <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
                    <span className="sr-only">{`${day.label}, ${part.label}`}</span>
                    <input
                      type="checkbox"
                      name={field.name}
                      value={`${day.value}_${part.value}`}
                      defaultChecked={chosen.includes(`${day.value}_${part.value}`)}
                      className="tick"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}

import { FieldGroup, type FieldProps } from './field.tsx';

type Chip = { value: string; label: string };

const look =
  'inline-flex min-h-11 cursor-pointer items-center rounded-tile border border-edge px-4 py-2 hover:border-ink hover:bg-sunk ' +
  'has-[:checked]:border-ink has-[:checked]:bg-ink has-[:checked]:font-semibold has-[:checked]:text-paper ' +
  'has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent';

/** One of a few short words, side by side: one tap. With `isMany` any number of them. */
export function ChipField({
  options,
  chosen,
  isMany = false,
  ...field
}: FieldProps & { options: readonly Chip[]; chosen: readonly string[]; isMany?: boolean }) {
  return (
    <FieldGroup {...field}>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label key={value} className={look}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="sr-only"
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

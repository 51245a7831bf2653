import { z } from 'zod';
import { evaluationLevels } from '../evaluations/terms.ts';
import { secondStepDemands } from '../second-step/schema.ts';
import { textKinds } from '../translations/kinds.ts';
import { mostCharacters } from '../translators/machine/rules.ts';

type Definition<Schema extends z.ZodType> = {
  schema: Schema;
  /** What holds where nobody decided */
  platform: z.output<Schema>;
  /** Whether a network hands its decision down to those beneath it */
  isInherited: boolean;
  group: 'modules' | 'trainings' | 'calendar' | 'care' | 'people' | 'start' | 'translations';
};

const define = <Schema extends z.ZodType>(definition: Definition<Schema>) => definition;
const flag = () => define({ schema: z.boolean(), platform: true, isInherited: true, group: 'modules' });
const whole = (least: number, most: number, platform: number) =>
  define({ schema: z.number().int().min(least).max(most), platform, isInherited: true, group: 'trainings' });

/**
 * Every setting of a network: its values, what holds where nobody decided, and whether it is handed down. Coordinators
 * change them (`network.edit`). A part of the product adds its own here and reads it with `settingOf`.
 */
export const settings = {
  'module.trainings': flag(),
  'module.certificates': flag(),
  'module.directory': flag(),
  'module.calendar_feed': flag(),
  'module.widget': flag(),
  'module.joining': flag(),
  // A partnership is a promise of one network; its children make their own.
  'module.partners': define({ ...flag(), isInherited: false }),
  'module.mentoring': flag(),
  'module.cards': flag(),
  'module.resources': flag(),
  'training.quota_per_institution': define({
    schema: z.number().int().min(1).max(1000).nullable(),
    platform: null,
    isInherited: true,
    group: 'trainings',
  }),
  'training.promotion': define({
    schema: z.enum(['automatic', 'offer']),
    platform: 'automatic',
    isInherited: true,
    group: 'trainings',
  }),
  'training.offer_hours': whole(1, 24 * 14, 48),
  'training.cancel_deadline_hours': whole(0, 24 * 60, 48),
  'training.attendance_threshold': whole(1, 100, 100),
  'training.reminder_days': define({
    schema: z.array(z.number().int().min(1).max(60)).max(6),
    platform: [7, 1],
    isInherited: true,
    group: 'trainings',
  }),
  'evaluation.levels': define({
    schema: z.array(z.enum(evaluationLevels)),
    platform: ['reaction', 'behaviour'],
    isInherited: true,
    group: 'trainings',
  }),
  'evaluation.open_days': whole(3, 60, 21),
  'evaluation.days_before': whole(1, 60, 7),
  'calendar.week_start': define({
    schema: z.enum(['monday', 'saturday', 'sunday']),
    platform: 'monday',
    isInherited: true,
    group: 'calendar',
  }),
  /** Of whom the network asks a second step at sign-in; `lacksSecondStep` says what follows */
  second_step: define({
    schema: z.enum(secondStepDemands),
    platform: 'nobody',
    isInherited: true,
    group: 'people',
  }),
  /** Whom to call besides 112, shown before any form about somebody in danger */
  'care.emergency_numbers': define({
    schema: z
      .array(
        z.object({
          label: z.string().trim().min(1).max(60),
          number: z
            .string()
            .trim()
            .regex(/^\+?[0-9][0-9 ()/-]{1,24}$/),
        }),
      )
      .max(6),
    platform: [],
    isInherited: true,
    group: 'care',
  }),
  /** From which language each one is translated; those that are not named, from the text that was there first */
  'translations.tree': define({
    schema: z.record(z.string().min(2).max(8), z.string().min(2).max(8)),
    platform: {},
    isInherited: true,
    group: 'translations',
  }),
  /** Languages that the network writes and does not show yet. Each network has its own languages, so none is handed down. */
  'languages.prepared': define({
    schema: z.array(z.string().min(2).max(8)).max(60),
    platform: [],
    isInherited: false,
    group: 'translations',
  }),
  /** Characters that a machine may translate in a year, and the kinds of which also what only members read */
  'translations.machine': define({
    schema: z.object({
      characters: z.number().int().min(0).max(mostCharacters),
      internal: z.array(z.enum(textKinds)),
    }),
    platform: { characters: 0, internal: [] },
    isInherited: false,
    group: 'translations',
  }),
  /** Whether the network may be chosen as a pattern where an operator founds one */
  'network.pattern': define({
    schema: z.boolean(),
    platform: false,
    isInherited: false,
    group: 'start',
  }),
  'start.steps': define({
    schema: z.array(z.string().max(20)).max(20),
    platform: [],
    isInherited: false,
    group: 'start',
  }),
  // A network that an operator founds is asked to begin; one that was there before is not.
  'start.dismissed': define({
    schema: z.boolean(),
    platform: true,
    isInherited: false,
    group: 'start',
  }),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<Key extends SettingKey> = z.output<(typeof settings)[Key]['schema']>;

/** A setting as it is stored; `depth` is 0 for the network's own, 1 for its parent's, and so on. */
type Stored = { key: string; value: unknown; from: string; depth: number };
export type Settled<Key extends SettingKey = SettingKey> = {
  value: SettingValue<Key>;
  /** The code of the network that decided; null for the platform */
  from: string | null;
};

type Settable = { settings: readonly Stored[] };

/** What holds in a network. */
export function settingOf<Key extends SettingKey>(network: Settable, key: Key): SettingValue<Key> {
  return settledOf(network, key).value;
}

/**
 * What holds in a network and who decided it. A stored value that the registry does not allow any more counts as none.
 * @param leastDepth 1 leaves the network's own decision out: what would hold without it
 */
export function settledOf<Key extends SettingKey>(network: Settable, key: Key, leastDepth = 0): Settled<Key> {
  const { schema, platform, isInherited } = settings[key];
  for (const stored of network.settings) {
    if (stored.key !== key || stored.depth < leastDepth || (stored.depth > 0 && !isInherited)) continue;
    const parsed = schema.safeParse(stored.value);
    if (parsed.success) return { value: parsed.data as SettingValue<Key>, from: stored.from };
  }
  return { value: platform as SettingValue<Key>, from: null };
}

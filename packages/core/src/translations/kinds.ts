import type { Permission } from '../permissions.ts';
import type { Module } from '../settings/modules.ts';

/** Content that is written in several languages. Cards have a gate of their own. */
export const textKinds = ['training', 'resource', 'programme', 'network'] as const;
export type TextKind = (typeof textKinds)[number];

type Field = {
  name: string;
  /** As many characters as may be written */
  most: number;
  /** One paragraph or more, or one entry on each line */
  shape: 'line' | 'paragraphs' | 'list';
};

type Kind = {
  /** The first is the name, without which there is no text. */
  fields: readonly [Field, ...Field[]];
  /** Who may write every text of this kind */
  permission: Permission;
  /** Who reads what is for the members of the network */
  readPermission: Permission;
  /** Without it there is nothing of the kind */
  module: Module | null;
};

/** Each kind of content: its words as the forms of its noun take them, and who may write them. */
export const kinds: Record<TextKind, Kind> = {
  network: {
    fields: [
      { name: 'name', most: 200, shape: 'line' },
      { name: 'summary', most: 1000, shape: 'paragraphs' },
    ],
    permission: 'network.edit',
    readPermission: 'network.read',
    module: null,
  },
  training: {
    fields: [
      { name: 'title', most: 200, shape: 'line' },
      { name: 'summary', most: 4000, shape: 'paragraphs' },
      { name: 'outcomes', most: 6000, shape: 'list' },
    ],
    permission: 'training.edit',
    readPermission: 'training.read',
    module: 'trainings',
  },
  programme: {
    fields: [
      { name: 'title', most: 200, shape: 'line' },
      { name: 'summary', most: 2000, shape: 'paragraphs' },
    ],
    permission: 'programme.edit',
    readPermission: 'programme.read',
    module: 'mentoring',
  },
  resource: {
    fields: [
      { name: 'title', most: 200, shape: 'line' },
      { name: 'description', most: 5000, shape: 'paragraphs' },
    ],
    permission: 'resource.edit',
    readPermission: 'resource.read',
    module: 'resources',
  },
};

/** The words of a text by field. */
export type Fields = Readonly<Record<string, string>>;

/** Entries of a field that is a list, one on each line. */
export const mostEntries = 20;
export const longestEntry = 300;

/** The entries of a list as they are typed. */
export function entriesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The first field that cannot be kept, and why. */
export function faultIn(kind: TextKind, fields: Fields): { field: string; fault: 'missing' | 'long' } | null {
  for (const [index, { name, most, shape }] of kinds[kind].fields.entries()) {
    const words = fields[name] ?? '';
    if (index === 0 && words === '') return { field: name, fault: 'missing' };
    const entries = shape === 'list' ? entriesOf(words) : [];
    if (words.length > most || entries.length > mostEntries || entries.some((e) => e.length > longestEntry))
      return { field: name, fault: 'long' };
  }
  return null;
}

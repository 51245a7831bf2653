import { settingOf } from './registry.ts';

type Part = {
  /** Nouns of the core (`seats`) and single procedures (`trainings.feed`) that are off with the module */
  procedures: readonly string[];
  /** A module without these is off as well */
  needs: readonly Module[];
};

/** The parts that a network can do without. A new part of the product adds its procedures here and a switch to the settings. */
export const modules: Record<Module, Part> = {
  trainings: {
    procedures: [
      'trainings',
      'seats',
      'exchange',
      'exports.takeaways',
      'support',
      'questions',
      'attendance',
      'headCounts',
      'evaluations',
      'register',
    ],
    needs: [],
  },
  certificates: { procedures: ['certificates', 'learning', 'exports.learning'], needs: ['trainings'] },
  directory: { procedures: ['institutions.list'], needs: [] },
  calendar_feed: { procedures: ['trainings.feed'], needs: ['trainings'] },
  widget: { procedures: ['catalogue.widget', 'catalogue.widgetSetup'], needs: ['trainings'] },
  // Who asked before can still confirm, and is answered.
  joining: { procedures: ['joining.page', 'joining.ask'], needs: [] },
  partners: {
    procedures: ['partners', 'trainings.sharing', 'trainings.share', 'trainings.revokeShare'],
    needs: [],
  },
  mentoring: { procedures: ['mentoring', 'initiatives', 'care', 'concerns', 'supervision'], needs: [] },
  cards: { procedures: ['cards'], needs: [] },
  resources: { procedures: ['library', 'links'], needs: [] },
};

export const moduleNames = [
  'trainings',
  'certificates',
  'directory',
  'calendar_feed',
  'widget',
  'joining',
  'partners',
  'mentoring',
  'cards',
  'resources',
] as const;
export type Module = (typeof moduleNames)[number];

/** What partners can share with each other; what can be shared is a module of its own. */
export const sharableModules = ['trainings', 'resources'] as const;

/** The module that a procedure belongs to, the most exact entry first; null for what no network can switch off. */
export function moduleOf(procedure: string): Module | null {
  const noun = procedure.split('.')[0] ?? '';
  const find = (entry: string) => moduleNames.find((name) => modules[name].procedures.includes(entry));
  return find(procedure) ?? find(noun) ?? null;
}

/** Whether a module is on in a network: switched on there or by a parent, and what it needs as well. */
export function isModuleOn(network: Parameters<typeof settingOf>[0], module: Module): boolean {
  return (
    settingOf(network, `module.${module}`) && modules[module].needs.every((each) => isModuleOn(network, each))
  );
}

/** The modules that are on in a network. */
export function modulesOf(network: Parameters<typeof settingOf>[0]): Module[] {
  return moduleNames.filter((name) => isModuleOn(network, name));
}

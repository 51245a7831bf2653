/** Four steps (as a whole, useful, trainers, organisation), the pace, what helped, and which of the words below. */
export type Opinion = [
  steps: string,
  pace: 'slow' | 'right' | 'fast',
  best: readonly string[],
  words?: number,
];

/** What came of the training, in the coordinator's words. */
export const result =
  'Pănet, Șimonești și Ojdula au făcut diagnoza comunității împreună cu locuitorii și au adoptat un plan local.';

/** What some wrote, in the languages in which they think. */
export const better = [
  'Mai mult timp pentru exercițiile pe grupe.',
  'Több idő a gyakorlati feladatokra.',
  'Exemple din comune mici, nu doar din orașe.',
  'A diagnózis sablonja nagyon hasznos volt, küldjék el előre.',
  'O sală mai mare.',
  'Jó lenne egy folytatás fél év múlva.',
  'Materialele și în maghiară, vă rog.',
  'Pauza de prânz a fost prea scurtă.',
] as const;

/** 29 of the 33 who were there. */
export const opinions: readonly Opinion[] = [
  ['5454', 'right', ['exercises', 'exchange'], 0],
  ['4445', 'right', ['exchange']],
  ['5555', 'right', ['content', 'exercises']],
  ['4354', 'fast', ['exchange'], 1],
  ['5554', 'right', ['exercises', 'materials']],
  ['4443', 'right', ['exchange'], 4],
  ['5455', 'right', ['content']],
  ['3343', 'fast', ['materials'], 2],
  ['5554', 'right', ['exercises', 'exchange']],
  ['4454', 'right', ['exchange']],
  ['5455', 'right', ['exercises'], 3],
  ['4344', 'fast', ['content', 'exchange']],
  ['5554', 'right', ['exercises']],
  ['4453', 'right', ['exchange'], 7],
  ['5555', 'right', ['exercises', 'exchange', 'materials']],
  ['3444', 'slow', ['exchange']],
  ['5454', 'right', ['exercises'], 5],
  ['4445', 'right', []],
  ['5554', 'right', ['exchange', 'content']],
  ['4354', 'fast', ['exercises']],
  ['5555', 'right', ['exercises', 'exchange']],
  ['4444', 'right', ['materials'], 6],
  ['5454', 'right', ['exchange']],
  ['2332', 'fast', []],
  ['5555', 'right', ['exercises']],
  ['4454', 'right', ['exchange', 'content']],
  ['5544', 'right', ['exercises', 'exchange']],
  ['4455', 'slow', ['content']],
  ['5555', 'right', ['exchange']],
];

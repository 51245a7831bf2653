import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { documentTypes } from './document.ts';

const require = createRequire(import.meta.url);

/** Why a document is not kept, by what is in it besides words and pictures, or because nobody can look into it. */
export const activeCodes = [
  'file_active',
  'file_launches',
  'file_sends',
  'file_media',
  'file_fetches',
  'file_holds_files',
  'file_locked',
  'file_broken',
  'file_unchecked',
] as const;
export type ActiveCode = (typeof activeCodes)[number];

/** How long a file may keep a thread busy, and how much memory it may take. */
const patienceMs = 20_000;
const mostMemoryMb = 256;

const kinds: Record<string, 'pdf' | 'package'> = {
  [documentTypes.pdf]: 'pdf',
  [documentTypes.docx]: 'package',
  [documentTypes.xlsx]: 'package',
  [documentTypes.pptx]: 'package',
  [documentTypes.odt]: 'package',
  [documentTypes.ods]: 'package',
  [documentTypes.odp]: 'package',
};

/**
 * What in a document does something: programs, actions, other files, what it fetches. Null for what only shows, and for kinds
 * of files that cannot do more. What cannot be looked into within its limits of time and size says so.
 */
export async function activeIn(mime: string, bytes: Uint8Array): Promise<ActiveCode | null> {
  const kind = kinds[mime];
  return kind ? inTurn(() => look(kind, bytes)) : null;
}

// Each look may take its whole memory: more files wait, and none of them fails by waiting.
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running === mostAtOnce) await new Promise<void>((goOn) => waiting.push(goOn));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

// The rules are the sources as they are: Node reads them without their types.
const looker = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.rules)
  .then(({ look }) => look(workerData))
  .then((code) => parentPort.postMessage({ code }))
  .catch(() => parentPort.postMessage({ code: 'file_unchecked' }));
`;

// A file can keep its reader busy for ever: it is looked into in a thread of its own that ends with its time or its memory.
function look(kind: 'pdf' | 'package', bytes: Uint8Array): Promise<ActiveCode | null> {
  const own = new Uint8Array(bytes);
  const worker = new Worker(looker, {
    eval: true,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    workerData: {
      // By the name of the package: built pages lie elsewhere than this file.
      rules: pathToFileURL(require.resolve('@tessera/files/active-look.ts')).href,
      pdfium: pathToFileURL(require.resolve('@hyzyla/pdfium')).href,
      kind,
      bytes: own,
      mostBytes: mostMemoryMb * 1_048_576,
    },
    transferList: [own.buffer],
  });
  return new Promise((resolve) => {
    let found: ActiveCode | null = 'file_unchecked';
    const end = (code: ActiveCode | null) => {
      found = code;
      void worker.terminate();
    };
    const timer = setTimeout(() => end('file_unchecked'), patienceMs);
    worker.once('message', ({ code }: { code: ActiveCode | null }) => end(code));
    worker.once('error', () => end('file_unchecked'));
    // Its memory is free again before the next one begins.
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}

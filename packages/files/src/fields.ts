import type { ActiveCode } from './active.server.ts';
import type { Element } from './active-xml.ts';
import { first, isAway, isOrdinaryLink } from './addresses.ts';

/**
 * Follows the fields of a word document (ISO/IEC 29500-1, 17.16): their commands can be written in several pieces, and by fields
 * inside fields. DDE and LINK let another program do something, others bring something in.
 */
export function fieldsOf() {
  const open: { command: string; isCommand: boolean }[] = [];
  let isInstruction = false;
  return {
    opened: ({ local, valuesOf }: Element): ActiveCode | null => {
      if (local === 'instrText' || local === 'delInstrText') isInstruction = true;
      if (local === 'fldSimple') return first(valuesOf('instr'), judged);
      if (local !== 'fldChar') return null;
      const [type] = valuesOf('fldCharType');
      if (type === 'begin') open.push({ command: '', isCommand: true });
      const field = open.at(-1);
      if (!field || type === 'begin') return null;
      field.isCommand = false;
      if (type === 'end') {
        open.pop();
        const around = open.at(-1);
        if (around?.isCommand) around.command += quoted(field.command);
      }
      return judged(field.command);
    },
    text: (text: string): void => {
      const field = open.at(-1);
      if (isInstruction && field?.isCommand) field.command += text;
    },
    closed: (local: string): void => {
      if (local === 'instrText' || local === 'delInstrText') isInstruction = false;
    },
    /** At the end of a part: one that is left open runs as well. */
    ended: (): ActiveCode | null => first(open, ({ command }) => judged(command)),
  };
}

// ISO/IEC 29500-1, 17.16.5. What is brought in from the reader's own computer leaves with the document when it is sent back.
function judged(command: string): ActiveCode | null {
  const [, name = '', rest = ''] = /^\s*(\w+)\s*(.*)$/s.exec(command) ?? [];
  // Switches can stand before an address, and each of them can have a word of its own.
  const words = (rest.match(/"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replace(/"/g, '').replace(/\\\\/g, '\\'),
  );
  if (/^(DDE|DDEAUTO|LINK)$/i.test(name)) return 'file_launches';
  if (/^(INCLUDETEXT|INCLUDE|IMPORT|DATABASE|RD)$/i.test(name)) return 'file_fetches';
  if (/^INCLUDEPICTURE$/i.test(name)) return words.some(isAway) ? 'file_fetches' : null;
  const [address = ''] = words.filter((word) => !/^\\[a-z@*#!]$/i.test(word));
  const isOrdinary = isOrdinaryLink(address) && !words.some((word) => /^(file:|\\\\|\/\/)/i.test(word));
  return /^HYPERLINK$/i.test(name) && !isOrdinary ? 'file_launches' : null;
}

// QUOTE 68 68 69 writes DDE.
function quoted(command: string): string {
  const [, words] = /^\s*QUOTE\s+(.*)$/is.exec(command) ?? [];
  return (words ?? '')
    .replace(/\b\d{2,3}\b\s*/g, (code) => String.fromCharCode(Number(code)))
    .replace(/"/g, '');
}

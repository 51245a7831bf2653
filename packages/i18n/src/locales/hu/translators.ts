import type { Shape } from '../../shape.ts';
import type { translators as source } from '../en/translators.ts';

export const translators = {
  title: 'Fordítás saját eszközökkel',
  lead: 'Vigye magával a nyitott szövegeket fájlban, fordítsa le a megszokott programjában, és hozza vissza a fájlt.',
  out: {
    title: 'Letöltés',
    lead: 'XLIFF 2.0, nyelvpáronként. Egy fájlban legfeljebb {{number}} szöveg van, elöl a hiányzók.',
    pair: '{{from}} → {{language}}',
    count_one: '{{count}} szöveg',
    count_other: '{{count}} szöveg',
    download: 'XLIFF letöltése',
    none: 'Nincs nyitott szöveg',
    noneText: 'Az Ön nyelvein minden szöveg le van fordítva.',
    fileName: 'Fordítás',
  },
  note: {
    kind: 'A szöveg fajtája',
    field: 'Mező',
    longest: 'Legfeljebb {{number}} karakter',
    list: 'Soronként egy bejegyzés',
    page: 'Hol található',
    medium: 'Nem egészen könnyű olvasmány: mondatonként {{number}} szó, {{percent}}% hosszú szó.',
    hard: 'Nehezen olvasható: mondatonként {{number}} szó, {{percent}}% hosszú szó. Kérdezze meg, mondható-e egyszerűbben.',
  },
  back: {
    title: 'Visszahozás',
    file: 'XLIFF-fájl',
    hint: 'XLIFF 2.0 vagy 2.1, legfeljebb {{megabytes}} MB. Először azt látja, mi változna.',
    submit: 'A fájl ellenőrzése',
  },
  check: {
    title: 'Ellenőrzés átvétel előtt',
    lead: '{{from}} → {{language}}. Még semmi sem változott.',
    text: 'Szöveg',
    result: 'Mi történik',
    machine: 'Gépi szövegként megjelölve marad',
    take_one: '{{count}} szöveg átvétele',
    take_other: '{{count}} szöveg átvétele',
    nothing: 'Nincs mit átvenni',
    nothingText: 'A fájl egyetlen szövege sem kész és új.',
    other: 'Másik fájl választása',
    taken_one: '{{count}} szöveg átvéve.',
    taken_other: '{{count}} szöveg átvéve.',
  },
  outcomes: {
    ready: 'Átvételre kerül',
    same: 'Nincs benne új',
    unfinished: 'Nincs kész: úgy marad, ahogy van',
    stale: 'A forrásszöveg azóta megváltozott: úgy marad, ahogy van',
    changed: 'Valaki azóta módosította ezt a fordítást: úgy marad, ahogy van',
    human: 'Az ember által írt szöveg aktuális: gépi szöveg nem lép a helyébe',
    faulty: 'Nem megfelelő: {{field}}',
    not_yours: 'Ezt a szöveget nem Ön írja: úgy marad, ahogy van',
    unknown: 'Ebben a hálózatban ismeretlen: kimarad',
  },
  events: {
    translation_file: {
      kept: 'Fordítások fájlja visszahozva',
      taken: 'Fordítások fájlja átvéve',
    },
  },
} satisfies Shape<typeof source>;

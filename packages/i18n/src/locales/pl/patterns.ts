import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Wzór',
  title: 'Rozpoczęcie na wzór innej sieci',
  lead: 'Nowa sieć nie musi zaczynać od zera. Można skopiować ustawienia, formularze i treści innej sieci; osób, instytucji, zgłoszeń i danych poufnych – nigdy.',
  start: {
    title: 'Kopiowanie z sieci',
    source: 'Jak sieć',
    choose: 'Wybierz',
    noSources:
      'Nie koordynuje Pani/Pan żadnej innej sieci. Można tu kopiować tylko sieci, których ustawieniami Pani/Pan zarządza.',
    like: 'Kopiowanie z: {{network}}',
    kinds: 'Co zostanie skopiowane',
    kindsHint: 'To, co już jest, pozostanie bez zmian.',
    submit: 'Kopiuj',
    empty: 'Zacznij od zera',
    operatorHint:
      'Tylko sieci, które udostępniają się jako wzór. O tym, co skopiowano, dowie się koordynator nowej sieci.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Ustawienia i moduły',
    look: 'Kolor i języki',
    retention: 'Okresy przechowywania',
    consents: 'Treści zgód',
    forms: 'Formularze ewaluacji',
    certificates: 'Teksty zaświadczeń',
    trainings: 'Szkolenia',
    mentoring: 'Programy mentoringu',
    library: 'Biblioteka',
  },
  hints: {
    consents: 'Czekają na zatwierdzenie każdej z nich.',
    certificates: 'Bez nazwiska osoby podpisującej.',
    trainings: 'Jako szkice, bez osób i miejsc. Daty są tymczasowe, za pół roku.',
    mentoring: 'W przygotowaniu, z planami, modułami i porozumieniami; bez osób i dat.',
    library: 'Jako szkice wraz z plikami. Tylko to, co należy do samej sieci.',
  },
  settings: {
    evaluation: {
      levels: 'Ankiety szkolenia',
      open_days: 'Liczba dni, przez które ankiety są otwarte',
      days_before: 'Liczba dni zapowiedzi przed późniejszą ankietą',
    },
    care: {
      emergency_numbers: 'Numery alarmowe',
    },
  },
  look: {
    accent: 'Kolor',
    languages: 'Języki',
    tree: 'Z którego języka tłumaczy się dany język',
  },
  states: {
    running: 'w toku',
    done: 'gotowe',
    failed: 'przerwane',
    undone: 'cofnięte',
  },
  failures: {
    not_allowed:
      'Nie ma już prawa do odczytu drugiej sieci lub do zmiany tej sieci. Nic więcej nie zostanie skopiowane.',
    network_closed: 'Tej sieci nie można teraz zmieniać. Nic więcej nie zostanie skopiowane.',
  },
  reasons: {
    there_already: 'Ta sieć ma już własne.',
    refused: 'Nie pasuje do tej sieci.',
    link: 'Ten odnośnik prowadzi do czegoś, czego nie skopiowano. Prosimy go sprawdzić.',
    shared:
      'Partner udostępnia to drugiej sieci. Aby czytać to tutaj, prosimy zaproponować właścicielowi partnerstwo.',
    institution: 'Należy do instytucji drugiej sieci. Prosimy zwrócić się do tej instytucji.',
    file_gone: 'Pliku już nie było.',
  },
  runs: {
    title: 'Dotychczasowe kopie',
    at: 'Zlecono',
    state: 'Stan',
  },
  offer: {
    title: 'Wzór dla innych',
    label: 'Tę sieć można wybrać jako wzór',
    hint: 'Gdy operator zakłada sieć, może ona zacząć od kopii Państwa ustawień, formularzy, szkiców i biblioteki. Operator niczego z tego nie widzi.',
    save: 'Zapisz',
    saved: 'Zapisano.',
  },
  report: {
    title: 'Kopia sieci',
    of: 'Skopiowano z {{network}}',
    running: 'Trwa kopiowanie',
    progress: 'Gotowe: {{percent}} %',
    stopped: 'Kopiowanie zatrzymało się',
    again: 'Wznów',
    waiting: 'Czeka na zatwierdzenie',
    waitingLead: 'Nikt nie zostanie o to zapytany, zanim treść nie zostanie przeczytana i zatwierdzona.',
    take: 'Użyj tej treści',
    takeOf: 'Użyj tej treści: {{wording}}',
    taken: 'Od teraz pytania mają tę treść.',
    copied: 'Skopiowano',
    left: 'Nie skopiowano lub do sprawdzenia',
    none: 'Nic.',
    thing: 'Co',
    reason: 'Dlaczego',
    kind: 'Rodzaj',
  },
  undo: {
    title: 'Cofnięcie kopii',
    lead: 'Wszystko, co skopiowano, zostanie usunięte. Zatwierdzone treści pozostaną.',
    keep: 'Zachowaj',
    submit: 'Cofnij',
    blocked: 'Niczego nie cofnięto, ponieważ od tego czasu zmieniono:',
    done: 'Kopia została cofnięta.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Zmieniono, czy sieć może być wzorem',
      asked: 'Zlecono kopię innej sieci',
      copied: 'Skopiowano inną sieć',
      stopped: 'Kopiowanie innej sieci przerwano',
      undone: 'Cofnięto kopię innej sieci',
    },
  },
} satisfies Shape<typeof source>;

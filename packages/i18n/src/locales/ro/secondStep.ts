import type { Shape } from '../../shape.ts';
import type { secondStep as source } from '../en/secondStep.ts';

export const secondStep = {
  title: 'Al doilea pas la autentificare',
  lead: 'După parolă sau după codul din e-mail introduceți un cod dintr-o aplicație de pe telefon. Astfel nu poate intra nimeni care vă știe doar parola.',
  open: 'Vedeți al doilea pas',
  off: 'Nu este configurat.',
  on: 'Este activ din {{day}}.',
  left: 'Coduri de rezervă rămase: {{number}}',
  needed:
    'Aveți nevoie pe telefon de o aplicație pentru coduri de unică folosință. Multe telefoane au una la parole.',
  begin: 'Configurați al doilea pas',
  again: {
    text: 'V-ați autentificat aici acum mai mult de 15 minute. Autentificați-vă din nou, ca nimeni să nu configureze un al doilea pas pe un dispozitiv lăsat deschis.',
    submit: 'Autentificați-vă din nou',
  },
  asked: {
    title: 'Această rețea cere un al doilea pas: {{network}}',
    text: 'În rolul dumneavoastră vă autentificați acolo cu un al doilea pas, pentru protecția oamenilor cu care lucrează rețeaua. Configurați-l; apoi ajungeți la pagina dorită.',
    home: 'Această rețea cere în rolul dumneavoastră un al doilea pas la autentificare. Ce vă așteaptă acolo apare după ce îl configurați.',
  },
  setUp: {
    title: 'Configurați al doilea pas',
    scan: '1. Scanați imaginea cu aplicația',
    scanText: 'Dacă nu o puteți scana, scrieți cheia în aplicație.',
    picture: 'Cod QR cu cheia pentru aplicație',
    key: 'Cheia de scris',
    type: '2. Scrieți codul pe care îl arată aplicația',
    submit: 'Activați',
  },
  fields: {
    app: 'Codul din aplicație',
    appHint: 'Șase cifre. Aplicația arată un cod nou la fiecare 30 de secunde.',
    recovery: 'Cod de rezervă',
    recoveryHint: '16 caractere, așa cum le-ați tipărit sau copiat',
    any: 'Codul din aplicație',
    anyHint: 'Aici merge și un cod de rezervă.',
  },
  codes: {
    title: 'Codurile dumneavoastră de rezervă',
    on: 'Al doilea pas este activ. Pe toate celelalte dispozitive ați fost deconectat(ă).',
    renewed: 'Au fost create coduri noi. Cele vechi nu mai sunt valabile.',
    text: 'Tipăriți-le sau copiați-le acum: apar doar o dată. Când nu aveți telefonul, fiecare înlocuiește o singură dată aplicația. Păstrați-le unde nu le găsește altcineva.',
    print: 'Tipăriți',
    copy: 'Copiați codurile',
    copied: 'Codurile sunt copiate.',
    next: 'Am păstrat codurile, continuați',
  },
  renew: {
    title: 'Coduri de rezervă noi',
    lead: 'Primiți zece coduri noi. Cele vechi nu mai sunt valabile.',
    submit: 'Creați coduri noi',
  },
  end: {
    title: 'Dezactivați al doilea pas',
    lead: 'După aceea, pentru autentificare ajunge parola sau un cod prin e-mail. Rețelele care cer un al doilea pas vă rămân închise până îl configurați din nou.',
    submit: 'Dezactivați',
    done: 'Al doilea pas este dezactivat.',
  },
  signIn: {
    title: 'Al doilea pas',
    lead: 'Scrieți codul pe care îl arată acum aplicația de pe telefon.',
    recoveryLead: 'Scrieți unul dintre codurile de rezervă păstrate. Fiecare este valabil o singură dată.',
    submit: 'Autentificare',
    recovery: 'Folosiți un cod de rezervă',
    app: 'Folosiți codul din aplicație',
    again: 'Luați-o de la început',
    lost: 'Nu mai aveți nici telefonul, nici codurile de rezervă? Scrieți operatorului platformei.',
    passwordSaved: 'Parola nouă este salvată. Urmează al doilea pas.',
  },
  setting: {
    label: 'Al doilea pas la autentificare',
    hint: 'Cine are nevoie de el și nu îl are îl configurează înainte ca ceva din rețea să se deschidă.',
    nobody: 'Nu se cere nimănui',
    case_roles:
      'Se cere celor care pot deschide înregistrări confidențiale: coordonatori, responsabili ai instituțiilor, formatori, mentori, responsabili de caz, responsabili cu protecția persoanelor și cu protecția datelor',
    everyone: 'Se cere tuturor celor cu un rol în rețea',
  },
  operator: {
    title: 'Dezactivați al doilea pas al cuiva',
    lead: 'Pentru o persoană care și-a pierdut telefonul și codurile de rezervă. Verificați pe altă cale că este ea. Sesiunile ei se încheie și primește un e-mail.',
    open: 'Dezactivați pentru o persoană',
    reason: 'Motiv',
    reasonHint: 'De exemplu cum ați verificat cine este. Fără date personale.',
    submit: 'Dezactivați al doilea pas',
    done: 'Al doilea pas este dezactivat. Persoana primește un e-mail.',
  },
  events: {
    second_step: {
      switched_on: 'A activat al doilea pas la autentificare',
      switched_off: 'A dezactivat al doilea pas la autentificare',
      removed: 'Operatorul a dezactivat al doilea pas al unei persoane',
      codes_renewed: 'A creat coduri de rezervă noi',
      recovery_used: 'A folosit un cod de rezervă',
    },
  },
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { secondStep as source } from '../en/secondStep.ts';

export const secondStep = {
  title: 'Zweiter Schritt bei der Anmeldung',
  lead: 'Nach Ihrem Passwort oder dem Code aus der E-Mail geben Sie einen Code aus einer App auf Ihrem Telefon ein. So kommt niemand hinein, der nur Ihr Passwort kennt.',
  open: 'Zweiten Schritt ansehen',
  off: 'Er ist nicht eingerichtet.',
  on: 'Er ist eingeschaltet seit {{day}}.',
  left: 'Verbleibende Ersatzcodes: {{number}}',
  needed:
    'Sie brauchen auf Ihrem Telefon eine App für Einmalcodes. Viele Telefone haben eine bei ihren Passwörtern.',
  begin: 'Zweiten Schritt einrichten',
  again: {
    text: 'Sie haben sich hier vor mehr als 15 Minuten angemeldet. Melden Sie sich noch einmal an, damit niemand an einem offen gelassenen Gerät einen zweiten Schritt einrichtet.',
    submit: 'Noch einmal anmelden',
  },
  asked: {
    title: 'Dieses Netzwerk verlangt einen zweiten Schritt: {{network}}',
    text: 'In Ihrer Rolle melden Sie sich dort mit einem zweiten Schritt an, zum Schutz der Menschen, mit denen das Netzwerk arbeitet. Richten Sie ihn ein; danach geht es mit der gewünschten Seite weiter.',
    home: 'Dieses Netzwerk verlangt in Ihrer Rolle einen zweiten Schritt bei der Anmeldung. Was dort auf Sie wartet, sehen Sie, sobald er eingerichtet ist.',
  },
  setUp: {
    title: 'Zweiten Schritt einrichten',
    scan: '1. Das Bild mit der App scannen',
    scanText: 'Wenn Sie es nicht scannen können, geben Sie den Schlüssel in die App ein.',
    picture: 'QR-Code mit dem Schlüssel für Ihre App',
    key: 'Schlüssel zum Eintippen',
    type: '2. Den Code eingeben, den die App zeigt',
    submit: 'Einschalten',
  },
  fields: {
    app: 'Code aus der App',
    appHint: 'Sechs Ziffern. Die App zeigt alle 30 Sekunden einen neuen Code.',
    recovery: 'Ersatzcode',
    recoveryHint: '16 Zeichen, wie Sie sie gedruckt oder kopiert haben',
    any: 'Code aus der App',
    anyHint: 'Ein Ersatzcode geht hier auch.',
  },
  codes: {
    title: 'Ihre Ersatzcodes',
    on: 'Der zweite Schritt ist eingeschaltet. Auf allen anderen Geräten sind Sie abgemeldet.',
    renewed: 'Neue Codes sind erstellt. Die alten gelten nicht mehr.',
    text: 'Drucken oder kopieren Sie sie jetzt: Sie werden nur dieses eine Mal gezeigt. Wenn Ihr Telefon fehlt, ersetzt jeder von ihnen einmal die App. Bewahren Sie sie dort auf, wo niemand sonst sie findet.',
    print: 'Drucken',
    copy: 'Codes kopieren',
    copied: 'Die Codes sind kopiert.',
    next: 'Ich habe die Codes aufbewahrt, weiter',
  },
  renew: {
    title: 'Neue Ersatzcodes',
    lead: 'Sie erhalten zehn neue Codes. Die alten gelten dann nicht mehr.',
    submit: 'Neue Codes erstellen',
  },
  end: {
    title: 'Zweiten Schritt ausschalten',
    lead: 'Danach genügt zur Anmeldung Ihr Passwort oder ein Code per E-Mail. Netzwerke, die einen zweiten Schritt verlangen, bleiben Ihnen verschlossen, bis Sie ihn wieder einrichten.',
    submit: 'Ausschalten',
    done: 'Der zweite Schritt ist ausgeschaltet.',
  },
  signIn: {
    title: 'Zweiter Schritt',
    lead: 'Geben Sie den Code ein, den die App auf Ihrem Telefon jetzt zeigt.',
    recoveryLead: 'Geben Sie einen der Ersatzcodes ein, die Sie aufbewahrt haben. Jeder gilt einmal.',
    submit: 'Anmelden',
    recovery: 'Stattdessen einen Ersatzcode verwenden',
    app: 'Den Code aus der App verwenden',
    again: 'Von vorn beginnen',
    lost: 'Telefon und Ersatzcodes fehlen? Schreiben Sie an den Betreiber der Plattform.',
    passwordSaved: 'Das neue Passwort ist gespeichert. Jetzt folgt der zweite Schritt.',
  },
  setting: {
    label: 'Zweiter Schritt bei der Anmeldung',
    hint: 'Wer ihn braucht und keinen hat, richtet ihn ein, bevor sich etwas vom Netzwerk öffnet.',
    nobody: 'Von niemandem verlangt',
    case_roles:
      'Von allen verlangt, die vertrauliche Einträge öffnen können: Koordination, Verantwortliche der Institutionen, Trainer*innen, Mentor*innen, Fallbearbeitung, Schutzbeauftragte, Datenschutzbeauftragte',
    everyone: 'Von allen verlangt, die im Netzwerk eine Rolle haben',
  },
  operator: {
    title: 'Den zweiten Schritt einer Person ausschalten',
    lead: 'Für eine Person, die Telefon und Ersatzcodes verloren hat. Stellen Sie auf anderem Weg sicher, dass sie es ist. Ihre Sitzungen enden, und sie erhält eine E-Mail.',
    open: 'Für eine Person ausschalten',
    reason: 'Grund',
    reasonHint: 'Zum Beispiel, wie Sie sichergestellt haben, wer es ist. Keine persönlichen Angaben.',
    submit: 'Zweiten Schritt ausschalten',
    done: 'Der zweite Schritt ist ausgeschaltet. Die Person erhält eine E-Mail.',
  },
  events: {
    second_step: {
      switched_on: 'Zweiten Schritt bei der Anmeldung eingeschaltet',
      switched_off: 'Zweiten Schritt bei der Anmeldung ausgeschaltet',
      removed: 'Der Betreiber hat den zweiten Schritt einer Person ausgeschaltet',
      codes_renewed: 'Neue Ersatzcodes erstellt',
      recovery_used: 'Einen Ersatzcode verwendet',
    },
  },
} satisfies Shape<typeof source>;

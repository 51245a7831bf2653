import type { Shape } from '../../shape.ts';
import type { errors as source } from '../en/errors.ts';

export const errors = {
  join_link_onsite:
    'Eine Veranstaltung vor Ort hat keinen Online-Raum. Leeren Sie dieses Feld oder wählen Sie eine andere Form.',
  join_link_not_https: 'Der Link muss mit https:// beginnen und eine vollständige Adresse sein.',
  attendance_incomplete: 'Einige Einträge der Teilnahme fehlen noch. Es fehlen: {{count}}',
  list_not_exported: 'Exportieren Sie zuerst die Teilnahmeliste, nach dem letzten Eintrag.',
  evaluation_open: 'Die Auswertung läuft noch. Warten Sie ihr Ende ab oder schließen Sie sie zuerst.',
  not_found: 'Das gibt es nicht, oder es ist für Sie nicht zugänglich.',
  sign_in_needed: 'Bitte loggen Sie sich zuerst ein.',
  not_allowed: 'Ihre Rolle erlaubt diesen Schritt nicht. Die Koordination des Netzwerks hilft Ihnen weiter.',
  invalid:
    'Eine Angabe in diesem Formular ist nicht verwendbar. Bitte prüfen Sie es und senden Sie es noch einmal.',
  network_closing: 'Dieses Netzwerk wird geschlossen. Sie können es lesen, aber nichts mehr ändern.',
  closing_blocked:
    'Bevor dieses Netzwerk geschlossen werden kann, ist noch etwas zu klären. Es steht auf der Seite zur Schließung.',
  closing_changed:
    'Der Stand der Schließung hat sich inzwischen geändert. Bitte sehen Sie die Seite noch einmal an.',
  closing_code_wrong: 'Das ist nicht die Adresse dieses Netzwerks.',
  closing_half_shown: 'Ihre Hälfte wurde schon gezeigt. Sie wird nur einmal gezeigt.',
  closing_no_package: 'Zurzeit gibt es kein Paket zum Herunterladen.',
  network_closed: 'Dieses Netzwerk ist geschlossen. Sie können es lesen, aber nichts mehr ändern.',
  registration_not_open: 'Die Anmeldung ist noch nicht offen.',
  registration_closed: 'Die Anmeldung ist geschlossen.',
  training_over: 'Diese Schulung ist vorbei.',
  training_not_published: 'Für diese Schulung ist keine Anmeldung möglich.',
  transition_not_possible:
    'Der Stand der Schulung hat sich inzwischen geändert. Dieser Schritt ist nicht mehr möglich. Laden Sie die Seite neu.',
  half_day_in_use:
    'Halbtag {{number}} kann nicht entfernt werden: Er ist gebucht, oder seine Anwesenheit ist erfasst.',
  sessions_needed: 'Fügen Sie mindestens einen Halbtag hinzu.',
  sessions_out_of_order:
    'Jeder Halbtag muss nach seinem Beginn enden und darf erst beginnen, wenn der vorige zu Ende ist.',
  title_needed: 'Schreiben Sie einen Titel in mindestens einer Sprache.',
  code_taken: 'Eine andere Schulung dieses Netzwerks hat diesen Code. Wählen Sie einen anderen.',
  already_registered: '{{name}} hat in dieser Schulung schon einen Platz.',
  named_twice: '{{name}} ist zweimal genannt.',
  too_many_places: 'Das sind mehr Plätze, als eine Anmeldung enthalten darf.',
  membership_suspended:
    'Die Mitgliedschaft dieser Einrichtung ruht, sie kann deshalb niemanden anmelden. Die Koordination des Netzwerks kann sie fortsetzen.',
  institution_needed: 'Wählen Sie die Institution.',
  institution_not_active: 'Die Institution ist kein aktives Mitglied dieses Netzwerks.',
  takeaway_too_early: 'Das können Sie festhalten, wenn die Veranstaltung vorbei ist.',
  takeaway_not_there: 'Ihre Institution hatte keinen Platz in dieser Veranstaltung.',
  takeaways_full: 'Eine Institution kann höchstens {{max}} Punkte festhalten.',
  mode_needed: 'Wählen Sie die Form der Teilnahme.',
  language_needed: 'Wählen Sie die Sprache.',
  half_days_needed: 'Wählen Sie mindestens einen Halbtag.',
  quota_twice: 'Dieses Kontingent steht schon in der Liste.',
  quota_unfit: 'Zu diesem Kontingent kann kein Platz der Schulung passen.',
  seat_not_waiting: 'Dieser Platz steht nicht mehr auf der Warteliste.',
  way_closed: 'Dieser Weg der Anmeldung ist für diese Veranstaltung geschlossen.',
  too_many_invited: 'Bitte geben Sie mindestens eine und höchstens {{max}} Adressen ein.',
  cancel_deadline_passed:
    'Die Frist für die Absage dieses Platzes ist vorbei. Bitte schreiben Sie der Koordination des Netzwerks.',
  seat_not_active: 'Dieser Platz ist nicht mehr aktiv.',
  support_empty: 'Geben Sie mindestens eine Art von Unterstützung an.',
  training_begun: 'Die Schulung hat begonnen.',
  offer_expired: 'Dieses Angebot ist abgelaufen. Der Platz ging zurück an die Warteliste.',
  session_not_started: 'Die Teilnahme können Sie erfassen, sobald der Halbtag begonnen hat.',
  seat_not_confirmed: 'Die Teilnahme wird nur für bestätigte Plätze erfasst.',
  minutes_needed: 'Geben Sie an, wie viele Minuten die Person anwesend war.',
  minutes_over: 'Bitte weniger als {{length}} Minuten: Wer die ganze Zeit da war, ist anwesend.',
  attendance_locked: 'Diese Liste ist geprüft und gesperrt. Die Koordination kann sie wieder öffnen.',
  attendance_not_locked: 'Diese Liste ist nicht gesperrt.',
  attendance_unmarked: 'Noch nicht alle haben einen Eintrag. Es fehlen: {{count}}',
  signature_needed: 'Zeichnen Sie eine Unterschrift, oder tippen Sie den Namen ein und setzen Sie den Haken.',
  signature_absent: 'Diese Person ist als nicht anwesend eingetragen. Ändern Sie zuerst den Eintrag.',
  signature_given: 'Diese Person hat für diesen Halbtag schon unterschrieben.',
  presence_too_early: 'Sie können fragen, sobald der Halbtag vorbei ist.',
  presence_asked: 'Wer online teilnimmt, wurde bereits gefragt.',
  presence_nobody: 'Niemand mit Adresse nimmt online teil.',
  head_count_kind: 'Das ist keine Informationsveranstaltung.',
  head_count_early: 'Die Veranstaltung hat noch nicht begonnen.',
  head_count_closed: 'Diese Zahlen ändern sich nicht mehr.',
  head_count_gender:
    'Nach Geschlecht sind es {{sum}} Personen, insgesamt {{total}}. Die Summen müssen gleich sein.',
  head_count_age: 'Nach Alter sind es {{sum}} Personen, insgesamt {{total}}. Die Summen müssen gleich sein.',
  walk_in_waits:
    '{{name}} steht auf der Warteliste. Nach Beginn der Schulung können Sie hier einen freien Platz vergeben.',
  walk_in_full:
    'Es gibt keinen freien Platz: Die Schulung ist voll, oder eine Grenze hält die letzten Plätze frei. Die Koordination kann die Zahl der Plätze ändern.',
  list_type: 'Das ist weder PDF noch JPEG noch PNG, oder die Datei ist beschädigt.',
  list_kept_before: 'Diese Datei ist für diesen Halbtag schon aufbewahrt.',
  training_not_finished: 'Bescheinigungen können Sie ausstellen, sobald die Schulung abgeschlossen ist.',
  certificate_revoked: 'Diese Bescheinigung ist widerrufen.',
  certificate_superseded: 'Eine neuere Bescheinigung ist schon an die Stelle dieser getreten.',
  certificate_not_earned: 'Die Bedingungen für diese Bescheinigung sind nicht erfüllt.',
  certificate_not_renewable: 'Diese Bescheinigung lässt sich so nicht neu ausstellen.',
  evaluation_answered:
    'Sie haben diesen Fragebogen schon beantwortet. Antworten können nicht zweimal gesendet werden.',
  evaluation_over: 'Dieser Fragebogen ist geschlossen.',
  question_named_twice: 'Diese Frage steht zweimal im Bogen.',
  question_choices_differ:
    'Frage {{number}}: Jede Sprache braucht gleich viele Antworten, eine Auswahl mindestens zwei, eine Skala genau zwei.',
  question_changed:
    'Diese Frage hat sich geändert, während Sie das Formular ausgefüllt haben. Bitte prüfen Sie Ihre Antwort.',
  answer_unfit: 'Diese Antwort fehlt oder passt nicht zur Frage.',
  too_many_questions: 'Ein Formular hat höchstens {{max}} Fragen.',
  question_condition:
    'Die Bedingung von „{{name}}“ geht nicht auf: Sie braucht eine frühere Frage, die nicht vertraulich ist und die dieselben Personen beantworten.',
  question_answered:
    'Diese Frage hat schon Antworten, deshalb bleiben Art, Vertraulichkeit und Auswahl. Verdoppeln Sie sie und ändern Sie die Kopie.',
  question_depended_on: 'Eine andere Frage wird nur wegen dieser gestellt. Ändern Sie zuerst jene.',
  question_needed: 'Ein Fragebogen braucht mindestens eine Frage.',
  reason_needed: 'Geben Sie einen Grund an.',
  link_not_accepted: 'Mit diesem Netzwerk gibt es keine bestätigte Partnerschaft.',
  processing_changed:
    'Darüber wurde inzwischen entschieden. Bitte laden Sie die Seite neu und sehen Sie sich die Entscheidung an.',
  wording_changed: 'Der Wortlaut hat sich inzwischen geändert. Bitte lesen Sie ihn und antworten Sie erneut.',
  second_person_needed: 'Das haben Sie selbst beantragt. Eine zweite Person muss entscheiden.',
  legal_hold: 'Die Daten müssen vorerst aufbewahrt werden. Der Grund: {{reason}}',
  date_past: 'Wählen Sie einen Tag, der noch kommt.',
  partners_still_linked: 'Beenden Sie zuerst die Partnerschaften. Dann lässt sich dieses Modul ausschalten.',
  move_changed:
    'Dieser Umzug wurde inzwischen beantwortet oder der Baum hat sich geändert. Laden Sie die Seite neu.',
  move_open: 'Für dieses Netzwerk ist schon ein Umzug offen. Er muss zuerst beantwortet werden.',
  network_state_changed: 'Das Netzwerk hat inzwischen einen anderen Zustand. Laden Sie die Seite neu.',
  network_cycle: 'Das ist nicht möglich: Das Netzwerk stünde unter sich selbst.',
  network_kind_unfit: 'Diese Art von Netzwerk passt nicht an diese Stelle.',
  network_code_taken: 'Diese Adresse hat schon ein anderes Netzwerk. Wählen Sie eine andere.',
  network_draft: 'Dieses Netzwerk ist noch ein Entwurf. Öffnen Sie es zuerst, damit andere es sehen können.',
  network_suspended: 'Dieses Netzwerk ruht. Sie können es lesen, aber zurzeit nichts ändern.',
  network_unknown: 'Wählen Sie ein anderes Netzwerk.',
  link_changed: 'Diese Partnerschaft hat sich inzwischen geändert. Laden Sie die Seite neu.',
  link_exists: 'Mit diesem Netzwerk gibt es schon eine Partnerschaft oder einen offenen Vorschlag.',
  institution_exists:
    'Eine Institution dieses Namens steht für diesen Ort schon im Register: {{name}}. Fügen Sie stattdessen diese Ihrem Netzwerk hinzu.',
  institution_merged:
    'Dieser Eintrag wurde inzwischen mit einem anderen zusammengeführt. Laden Sie die Seite neu.',
  institution_kept_elsewhere:
    'Diesen Eintrag führt ein anderes Netzwerk: {{network}}. Dort kann er geändert werden.',
  institution_cycle:
    'Eine Institution kann nicht Teil von sich selbst oder einer ihrer Abteilungen sein. Wählen Sie eine andere.',
  parent_not_here: 'Diese Institution gehört nicht zu diesem Netzwerk. Wählen Sie eine andere.',
  focal_point_not_staff: 'Die Ansprechperson muss eine Rolle für diese Institution haben.',
  state_changed:
    'Der Stand hat sich inzwischen geändert, dieser Schritt ist nicht mehr möglich. Laden Sie die Seite neu.',
  merge_with_itself: 'Ein Eintrag kann nicht mit sich selbst zusammengeführt werden.',
  merge_held_by_both:
    'Andere Netzwerke, in denen beide Mitglied sind: {{count}}. Sie müssen zuerst eine der Mitgliedschaften beenden.',
  merge_seats_clash:
    'Schulungen, in denen eine Person von beiden Institutionen einen Platz hat: {{count}}. Stornieren Sie zuerst einen der beiden Plätze.',
  message_on_its_way: 'Diese Nachricht ist bereits unterwegs.',
  message_purged:
    'Die Adresse dieser Nachricht wurde nach Ablauf ihrer Frist entfernt. Sie kann nicht erneut gesendet werden.',
  text_changed:
    'Dieser Text wurde inzwischen geändert. Lesen Sie ihn, wie er jetzt ist, und entscheiden Sie dann.',
  text_not_reviewed: 'Dieser Text wurde noch nicht durchgesehen.',
  text_own: 'Sie haben diesen Text geschrieben. Jemand anderes muss ihn prüfen.',
  verdict_given: 'Sie haben diese Fassung schon bestätigt. Es braucht noch eine andere Person.',
  language_not_yours: 'Sie sind für diese Sprache nicht als prüfende Person eingetragen.',
  recording_own: 'Das ist Ihre eigene Stimme. Jemand anderes muss die Aufnahme anhören.',
  recording_too_large:
    'Diese Aufnahme ist größer als {{kilobytes}} kB. Speichern Sie sie als MP3 oder M4A oder sprechen Sie kürzer.',
  recording_too_long: 'Diese Aufnahme dauert länger als {{seconds}} Sekunden.',
  sound_type:
    'Das ist keine Aufnahme, die gespeichert werden kann. Wählen Sie eine Datei in MP3, M4A, OGG oder WAV.',
  sound_broken:
    'Diese Aufnahme bricht ab oder ist nicht lesbar. Speichern Sie sie neu und versuchen Sie es noch einmal.',
  card_key_taken: 'Eine andere Karte hat diesen Schlüssel.',
  card_incomplete:
    'Die Karte ist noch nicht vollständig. Sie braucht ein Bildzeichen, einen geprüften Text in der Sprache des Netzwerks und einen in einer anderen Sprache.',
  card_retired: 'Diese Karte wurde zurückgezogen und bleibt, wie sie ist.',
  choice_not_possible:
    'Unter einer Karte, auf der man zeigt, stehen nur Wörter zum Zeigen, die in Gebrauch sind.',
  choices_changed:
    'Diese Wörter wurden inzwischen geändert. Lesen Sie, was jetzt dort steht, und wählen Sie dann.',
  pictogram_needed: 'Wählen Sie zuerst ein Bildzeichen.',
  busy: 'Das tun gerade viele Menschen gleichzeitig. Bitte versuchen Sie es noch einmal.',
  validation: {
    required: 'Füllen Sie dieses Feld aus.',
    invalid: 'Diese Angabe ist nicht verwendbar. Bitte prüfen Sie sie.',
    notOffered: 'Wählen Sie einen der Einträge.',
    invalidEmail: 'Schreiben Sie eine E-Mail-Adresse, zum Beispiel name@example.org.',
    invalidUrl: 'Schreiben Sie eine Internetadresse, die mit https:// beginnt.',
    invalidDate: 'Schreiben Sie ein Datum, das es gibt.',
    tooManyChoices: 'Wählen Sie höchstens 12 Wörter.',
    tooManyWords: 'Schreiben Sie höchstens 12 Wörter.',
    cardKey:
      'Schreiben Sie kleine Buchstaben von a bis z, Ziffern und Unterstriche; beginnen Sie mit einem Buchstaben.',
    moreThanShown: 'Es können nicht mehr Menschen verstanden als gesehen haben.',
    invalidTime: 'Schreiben Sie eine Uhrzeit, zum Beispiel 09:30.',
    invalidNumber: 'Schreiben Sie eine Zahl.',
    charactersLeast_one: 'Verwenden Sie mindestens {{count}} Zeichen.',
    charactersLeast_other: 'Verwenden Sie mindestens {{count}} Zeichen.',
    charactersMost_one: 'Verwenden Sie höchstens {{count}} Zeichen.',
    charactersMost_other: 'Verwenden Sie höchstens {{count}} Zeichen.',
    choicesLeast_one: 'Wählen Sie mindestens einen Eintrag.',
    choicesLeast_other: 'Wählen Sie mindestens {{count}} Einträge.',
    choicesMost_one: 'Wählen Sie höchstens einen Eintrag.',
    choicesMost_other: 'Wählen Sie höchstens {{count}} Einträge.',
    numberLeast: 'Die Zahl muss mindestens {{limit}} sein.',
    numberMost: 'Die Zahl darf höchstens {{limit}} sein.',
    tooEarly: 'Wählen Sie ein späteres Datum.',
    tooLate: 'Wählen Sie ein früheres Datum.',
  },
  wrong_credentials:
    'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder lassen Sie sich einen Code senden.',
  wrong_code:
    'Dieser Code ist falsch oder nicht mehr gültig. Prüfen Sie die sechs Ziffern in der neuesten E-Mail, oder lassen Sie sich einen neuen Code senden.',
  wrong_app_code:
    'Dieser Code ist falsch oder wurde schon verwendet. Warten Sie auf den nächsten Code der App; prüfen Sie, ob die Uhr Ihres Telefons richtig geht.',
  sign_in_again: 'Melden Sie sich zuerst noch einmal an: Ihre Anmeldung hier ist älter als 15 Minuten.',
  second_step_over:
    'Es ist zu viel Zeit vergangen, oder es waren zu viele falsche Codes. Melden Sie sich noch einmal an.',
  second_step_needed:
    'Dieses Netzwerk verlangt einen zweiten Schritt bei der Anmeldung. Richten Sie ihn in Ihrem Konto ein.',
  no_second_step: 'Dieser Zugang hat keinen zweiten Schritt.',
  own_account_expired: 'Das hat zu lange gedauert oder wurde zweimal geöffnet. Bitte beginnen Sie neu.',
  own_account_off: 'Das Einloggen mit diesem Konto wird derzeit nicht angeboten.',
  own_account_silent:
    '{{name}} antwortet derzeit nicht. Versuchen Sie es später, oder loggen Sie sich mit Passwort oder Code ein.',
  own_account_cancelled:
    '{{name}} hat Sie nicht eingeloggt. Beginnen Sie neu, oder loggen Sie sich mit Passwort oder Code ein.',
  own_account_refused: 'Der Antwort von {{name}} konnte nicht vertraut werden. Bitte beginnen Sie neu.',
  own_account_unknown:
    'Dieses Konto hat noch keinen Platz in: {{network}}. Fragen Sie die Koordination des Netzwerks.',
  own_account_issuer: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
  own_account_connected: 'Diese Client-ID ist schon verbunden.',
  link_expired: 'Dieser Link ist nicht mehr gültig. Lassen Sie sich einen neuen senden.',
  too_many_attempts:
    'Es gab zu viele Versuche. Bitte warten Sie. Minuten bis zum nächsten Versuch: {{minutes}}',
  invitation_used: 'Diese Einladung wurde schon benutzt.',
  invitation_for_other_address:
    'Diese Einladung gilt für eine andere Adresse: {{email}}. Loggen Sie sich mit dieser Adresse ein.',
  invitation_sign_in_first:
    'Für diese Adresse gibt es schon einen Zugang. Loggen Sie sich damit ein, um die Einladung anzunehmen.',
  role_not_yours_to_give:
    'Diese Rolle können Sie nicht vergeben. Wählen Sie eine andere, oder fragen Sie die Koordination.',
  already_member: 'Diese Person hat diese Rolle schon.',
  wrong_password: 'Das ist nicht Ihr aktuelles Passwort.',
  invitation_lines_invalid:
    'Diese Zeilen enthalten keine E-Mail-Adresse: {{lines}}. Bitte korrigieren oder entfernen Sie sie. Nichts wurde gesendet.',
  invitation_lines_repeated:
    'Diese Adressen stehen zweimal da: {{lines}}. Bitte entfernen Sie die überzähligen. Nichts wurde gesendet.',
  invitation_lines_members:
    'Diese Personen haben die Rolle schon: {{lines}}. Bitte entfernen Sie sie. Nichts wurde gesendet.',
  last_coordinator: 'Ein Netzwerk braucht eine Koordination. Geben Sie die Rolle zuerst jemand anderem.',
  not_yourself:
    'Das geht nicht für Sie selbst. Bitten Sie eine andere Person aus der Koordination. Das Netzwerk verlassen Sie über Ihr Konto.',
  has_other_roles:
    'Diese Person hat auch Rollen außerhalb Ihrer Institution. Die Koordination des Netzwerks kann das tun.',
  role_over: 'Das ist schon beendet. Bitte laden Sie die Seite neu.',
  not_deactivated: 'Es gibt nichts zurückzugeben. Bitte laden Sie die Seite neu.',
  validity_reversed: 'Das Ende muss nach dem Beginn und in der Zukunft liegen.',
  capability_needs_language: 'Wählen Sie die Sprache.',
  capability_held: 'Die Rolle hat diese Befugnis zu dieser Zeit schon.',
  prerequisite_missing: 'Diese Rolle verlangt einen Nachweis, der noch fehlt. Tragen Sie ihn zuerst ein.',
  prerequisite_lapsed:
    'Ein Nachweis, den diese Rolle verlangt, ist abgelaufen. Tragen Sie zuerst den neuen ein.',
  trainer_lacks_prerequisite:
    'Einer neuen Trainer*in fehlt ein verlangter Nachweis, oder er ist abgelaufen. Wählen Sie jemand anderen oder lassen Sie den Nachweis eintragen.',
  prerequisite_exists: 'Das verlangt das Netzwerk schon.',
  day_ahead: 'Dieser Tag liegt in der Zukunft. Wählen Sie heute oder einen früheren Tag.',
  no_such_login: 'Zu dieser Adresse gibt es keinen Zugang.',
  child_lines_invalid:
    'Diesen Zeilen fehlt ein Name, die E-Mail-Adresse einer Koordination oder eine eigene Adresse: {{lines}}. Es wurde nichts gegründet.',
  child_lines_over: 'Es lassen sich höchstens {{most}} Netzwerke auf einmal gründen.',
  file_too_large: 'Diese Datei ist größer als {{megabytes}} MB. Teilen Sie sie in mehrere Dateien.',
  file_empty: 'In dieser Datei steht nichts.',
  file_no_table: 'Das ist keine lesbare Tabelle. Speichern Sie sie als XLSX oder CSV.',
  file_unreadable:
    'Diese Datei ist beschädigt oder mit einem Passwort geschützt. Öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie erneut als XLSX.',
  file_old_excel:
    'Das ist eine alte Excel-Datei oder eine mit Passwort. Speichern Sie sie als XLSX ohne Passwort.',
  file_bomb:
    'Diese Datei wächst beim Entpacken weit über ihre Größe hinaus und wurde deshalb nicht gelesen. Speichern Sie die Tabelle erneut als XLSX oder CSV.',
  file_encoding:
    'In dieser Datei sind die Buchstaben zweier Zeichensätze gemischt. Speichern Sie sie erneut als CSV in UTF-8 oder als XLSX.',
  file_too_many_rows: 'Diese Datei hat mehr als {{count}} Zeilen. Teilen Sie sie in mehrere Dateien.',
  file_too_many_columns: 'Diese Datei hat mehr als {{count}} Spalten. Entfernen Sie die nicht benötigten.',
  file_needed: 'Wählen Sie eine Datei.',
  picture_type: 'Das ist kein Bild für ein Logo. Wählen Sie eine Datei in PNG, JPEG oder WebP.',
  picture_svg:
    'Eine SVG-Datei kann Programme enthalten und wird deshalb nicht angenommen. Speichern Sie das Logo als PNG oder WebP.',
  picture_broken:
    'Dieses Bild ist nicht lesbar, oder es ist bewegt. Speichern Sie es neu als PNG, JPEG oder WebP.',
  picture_too_large: 'Dieses Bild ist größer als {{kilobytes}} kB. Speichern Sie es kleiner.',
  picture_too_wide: 'Dieses Bild hat auf einer Seite mehr als {{most}} Pixel. Speichern Sie es kleiner.',
  import_columns_missing: 'Ordnen Sie alle benötigten Spalten zu.',
  import_column_twice: 'Zwei Spalten sind demselben Feld zugeordnet. Lassen Sie eine davon weg.',
  pattern_moved_on: 'Diese Kopie ist inzwischen weiter. Laden Sie die Seite neu, um den Stand zu sehen.',
  pattern_running: 'Eine andere Kopie in dieses Netzwerk läuft noch.',
  pattern_nothing_chosen: 'Wählen Sie mindestens eines, das kopiert wird.',
  import_moved_on: 'Dieser Import ist inzwischen weiter. Laden Sie die Seite neu, um den Stand zu sehen.',
  import_has_wrong_rows:
    'Es gibt fehlerhafte Zeilen: {{count}}. Korrigieren Sie die Datei oder lassen Sie diese Zeilen weg.',
  import_nothing_new: 'Es gibt nichts zu importieren: Alles ist schon vorhanden oder fehlerhaft.',
  import_too_old: 'Die Datei dieses Imports ist gelöscht, er kann nicht mehr rückgängig gemacht werden.',
  phase_reversed: 'Der letzte Tag darf nicht vor dem ersten liegen.',
  phase_not_running: 'Die Phase läuft heute nicht. Laden Sie die Seite neu.',
  amount_invalid: 'Geben Sie einen Betrag ein, zum Beispiel 1.250,00.',
  currency_needed: 'Geben Sie die Währung an, zum Beispiel EUR.',
  programme_code_taken: 'Dieses Kürzel hat schon ein anderes Mentoringprogramm. Wählen Sie ein anderes.',
  programme_not_open:
    'Im jetzigen Stand lässt das Programm das nicht zu. Führen Sie zuerst das Programm weiter.',
  programme_has_relations: 'In diesem Programm laufen noch Mentorings: {{count}}. Beenden Sie sie zuerst.',
  mentor_exists: 'Diese Person ist hier bereits als Mentorin oder Mentor eingetragen.',
  mentor_not_ready:
    'Diese Mentorin oder dieser Mentor ist nicht zugelassen oder pausiert. Wählen Sie jemand anderen.',
  mentor_without_role:
    'Diese Person hat in diesem Netzwerk zurzeit nicht die Rolle Mentorin oder Mentor. Vergeben Sie zuerst die Rolle, oder wählen Sie jemand anderen.',
  mentor_has_relations:
    'Diese Mentorin oder dieser Mentor hat noch laufende Mentorings: {{count}}. Beenden oder übergeben Sie sie zuerst.',
  mentor_full:
    'Für so viele Mentees hat diese Mentorin oder dieser Mentor keinen Platz. Freie Plätze: {{room}}.',
  alias_taken: 'Diesen Decknamen hat in diesem Programm schon jemand. Wählen Sie einen anderen.',
  alias_is_name: 'Der Deckname darf nicht der Name der Person sein: Er wird überall gezeigt.',
  alias_is_contact:
    'Ein Deckname darf keine E-Mail-Adresse oder Telefonnummer sein: Er wird überall gezeigt.',
  alias_reads_like_name:
    'Dieser Deckname liest sich wie ein Personenname. Wählen Sie einen anderen, oder bestätigen Sie unten, dass er kein Name ist.',
  pair_ruled_out: 'Diese beiden sind füreinander ausgeschlossen. Wählen Sie andere.',
  supervision_alone: 'Einzeln heißt: eine Person. Wählen Sie eine, oder wählen Sie „Gruppe“.',
  themes_name_somebody:
    'Das liest sich wie der Name oder Deckname einer oder eines Mentees: {{words}}. Bitte schreiben Sie ohne Namen, oder bestätigen Sie unten.',
  mentee_not_free:
    'Mindestens eine Person hat schon jemanden, ist bereits gefragt oder nimmt nicht mehr teil. Wählen Sie andere.',
  mentee_answers_themselves: 'Diese Person hat ein eigenes Konto und antwortet selbst.',
  approval_not_needed: 'In diesem Programm ist keine Freigabe nötig.',
  plan_empty: 'Vereinbaren Sie ein Ziel, bevor Sie den Plan senden.',
  closing_not_requested:
    'Zuerst muss die Mentorin oder der Mentor um den Abschluss bitten; dann gibt ihn die Koordination frei.',
  mentee_not_here: 'Wählen Sie nur Mentees aus diesem Mentoring.',
  agreement_not_understood:
    'Wer unterschreibt, liest diese Sprache nicht. Wählen Sie eine andere, oder vermerken Sie, dass gedolmetscht wurde.',
  group_takes_nobody:
    'Diese Gruppe nimmt gerade niemanden auf: Sie hat noch nicht begonnen, wird abgeschlossen oder ist beendet.',
  relation_ended: 'Dieses Mentoring ist beendet und kann nicht mehr geöffnet oder ergänzt werden.',
  relation_not_running:
    'Dieses Mentoring hat noch nicht begonnen. Es beginnt mit der unterschriebenen Vereinbarung.',
  goals_full: 'Es gibt schon {{most}} laufende Ziele. Schließen Sie zuerst eines ab.',
  translation_changed:
    'Jemand anders hat diesen Text inzwischen geändert. Ihre Eingabe ist noch da: Vergleichen Sie sie mit dem, was oben steht, und speichern Sie noch einmal.',
  translation_source_changed:
    'Der Ausgangstext wurde inzwischen geändert. Sehen Sie ihn noch einmal an und speichern Sie dann erneut.',
  translation_long: 'Das ist zu lang.',
  translation_not_yours: 'In dieser Sprache können Sie hier nicht schreiben.',
  xliff_unreadable:
    'Die Datei lässt sich nicht lesen: In Zeile {{line}} stimmt etwas nicht. Bitte exportieren Sie sie noch einmal aus Ihrem Programm.',
  xliff_foreign: 'Das ist keine Datei in XLIFF 2.0. Bitte exportieren Sie als XLIFF 2.0 oder 2.1.',
  xliff_large: 'Die Datei ist zu groß. Möglich sind höchstens {{megabytes}} MB.',
  xliff_language: 'Sie übersetzen nicht in die Sprache dieser Datei.',
  translation_file_empty: 'In dieser Datei gibt es nichts zu übernehmen.',
  translation_file_moved:
    'Jemand hat gerade einen dieser Texte geändert. Nichts wurde übernommen. Bitte sehen Sie die Liste noch einmal an.',
  machine_off: 'Maschinelle Übersetzung ist nicht eingerichtet.',
  machine_nothing: 'Hier gibt es nichts, was die Maschine übersetzen darf.',
  machine_budget: 'Das kostet {{cost}} Zeichen. In diesem Jahr sind nur noch {{left}} übrig.',
  language_circle:
    'Diese Sprachen würden im Kreis auseinander übersetzt. Wählen Sie für eine von ihnen eine andere Ausgangssprache.',
  source_text_needed:
    'Schreiben Sie den Titel in dieser Sprache oder wählen Sie eine andere als Ausgangssprache.',
  note_needed: 'Schreiben Sie in einem Satz, was in dieser Fassung neu ist.',
  items_full: 'Ein Material fasst höchstens {{most}} Dateien und Links. Lassen Sie einige weg.',
  link_not_public:
    'Diese Adresse führt in ein privates Netz oder auf diesen Server selbst. Geben Sie eine an, die alle öffnen können.',
  link_same: 'Die neue Adresse ist die gleiche wie die alte.',
  file_infected:
    'Der Virenscanner hat in dieser Datei etwas gefunden. Sie wurde nicht gespeichert. Lassen Sie Ihren Rechner prüfen, bevor Sie eine andere senden.',
  file_not_scanned:
    'Die Datei konnte gerade nicht auf Viren geprüft werden und wurde deshalb nicht gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  link_not_used: 'Kein Material führt zu dieser Adresse. Vielleicht hat sie gerade jemand geändert.',
  link_not_in_words:
    'Die alte Adresse steht in Beschreibungen, und diese bliebe dort nicht, wie sie ist. Schreiben Sie ein Leerzeichen darin als %20, [ als %5B und ] als %5D und lassen Sie ein Satzzeichen am Ende weg.',
  link_words_too_long:
    'Mit dieser Adresse würde eine Beschreibung zu lang. Geben Sie eine kürzere an oder kürzen Sie zuerst die Beschreibung.',
  resource_incomplete:
    'Dieses Material ist noch nicht vollständig. Es braucht einen Titel in der Ausgangssprache, eine Datei oder einen Link und eine Lizenz.',
  resource_not_published: 'Veröffentlichen Sie dieses Material zuerst; dann kann es geteilt werden.',
  resource_in_use:
    'Es kann nicht archiviert werden, solange es geteilt ist mit: {{networks}}. Beenden Sie zuerst das Teilen.',
  file_over_limit: '„{{name}}“ ist größer als {{megabytes}} MB. Teilen Sie die Datei oder verlinken Sie sie.',
  file_type: '„{{name}}“ ist keine Art von Datei, die hier aufbewahrt werden kann.',
  file_svg:
    '„{{name}}“ ist eine SVG-Datei, die Programme enthalten kann. Speichern Sie sie als PNG oder PDF.',
  file_active: '„{{name}}“ enthält ein Programm, ein Makro oder ein Skript. Speichern Sie die Datei ohne.',
  file_launches:
    '„{{name}}“ öffnet ein anderes Programm oder eine andere Datei. Speichern Sie die Datei ohne solche Befehle.',
  file_sends:
    '„{{name}}“ enthält ein Formular, das Daten sendet oder einliest. Speichern Sie die Datei ohne diese Funktion.',
  file_media:
    '„{{name}}“ enthält einen Ton, einen Film oder ein 3D-Modell. Speichern Sie die Datei ohne und laden Sie Ton und Film einzeln hoch.',
  file_fetches:
    '„{{name}}“ holt etwas von anderswo, zum Beispiel eine Vorlage oder ein Bild. Fügen Sie es in die Datei selbst ein.',
  file_holds_files:
    '„{{name}}“ enthält andere Dateien oder Objekte. Entfernen Sie diese und laden Sie sie einzeln hoch.',
  file_locked:
    '„{{name}}“ ist mit einem Passwort gesperrt, sodass niemand den Inhalt prüfen kann. Speichern Sie die Datei ohne Passwort.',
  file_unchecked:
    '„{{name}}“ ist zu komplex, um geprüft zu werden. Speichern Sie die Datei neu oder teilen Sie sie.',
  file_broken:
    '„{{name}}“ bricht ab oder ist beschädigt. Öffnen Sie die Datei, speichern Sie sie neu und versuchen Sie es noch einmal.',
  file_type_differs:
    '„{{name}}“ ist nicht, was die Endung des Namens sagt. Speichern Sie die Datei neu aus dem Programm, das sie geschrieben hat.',
  day_behind: 'Dieser Tag ist vorbei. Wählen Sie heute oder einen späteren Tag.',
  day_too_old: 'Dieser Tag liegt mehr als zehn Jahre zurück. Prüfen Sie das Jahr.',
  initiative_over: 'Diese Initiative ist beendet; ihr Plan lässt sich nicht mehr ändern.',
  team_not_here: 'Wählen Sie nur Personen aus Ihrer eigenen Gruppe.',
  team_without_you: 'Sie müssen selbst im Team sein oder jemanden daraus begleiten.',
  budget_approved:
    'Das ist mehr, als freigegeben wurde. Bitten Sie die Koordination, den Plan neu freizugeben.',
  plan_incomplete:
    'Der Plan ist noch nicht vollständig. Er braucht eine Frage, einen Plan und mindestens eine Aufgabe.',
  reached_needed: 'Schreiben Sie, wie viele Menschen erreicht wurden; 0, wenn niemand.',
  comment_needed: 'Schreiben Sie, was sich ändern soll, damit das Team weiterarbeiten kann.',
  story_early: 'Die Geschichte wird geschrieben, wenn die Initiative abgeschlossen ist.',
  photo_words_needed: 'Schreiben Sie, was auf diesem Bild zu sehen ist, für Menschen, die es nicht sehen.',
  consents_missing: 'Noch nicht alle im Team haben diesen Worten und Bildern zugestimmt.',
  plan_impossible:
    'So können die Aufgaben nicht aufeinander folgen. Prüfen Sie, nach welcher Aufgabe jede kommt.',
  plan_changed: 'Der Plan wurde inzwischen geändert. Laden Sie die Seite neu.',
  module_in_plan: 'Ein Plan nennt dieses Modul. Nehmen Sie es zuerst aus dem Plan.',
  agreement_not_there: 'In dieser Sprache gibt es die Vereinbarung nicht. Wählen Sie eine der genannten.',
  agreement_changed:
    'Die Vereinbarung wurde inzwischen geändert. Lesen Sie die neueste Fassung und unterschreiben Sie diese.',
  signature_there: 'Diese Unterschrift ist schon vermerkt.',
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { errors as source } from '../en/errors.ts';

export const errors = {
  join_link_onsite:
    'Wydarzenie stacjonarne nie ma pokoju online. Proszę opróżnić to pole albo wybrać inną formę.',
  join_link_not_https: 'Link musi zaczynać się od https:// i być pełnym adresem.',
  attendance_incomplete: 'Brakuje jeszcze wpisów obecności. Liczba brakujących: {{count}}',
  list_not_exported: 'Po ostatnim wpisie trzeba najpierw pobrać listę obecności.',
  evaluation_open: 'Ewaluacja jeszcze trwa. Proszę zaczekać na jej koniec albo zamknąć ją wcześniej.',
  not_found: 'Ta strona nie istnieje albo nie jest dostępna.',
  sign_in_needed: 'Proszę się najpierw zalogować.',
  not_allowed: 'Rola nie pozwala na ten krok. Pomoże koordynacja sieci.',
  invalid: 'Formularz zawiera nieprawidłowe dane. Proszę go sprawdzić i wysłać ponownie.',
  network_closing: 'Ta sieć jest zamykana. Można ją czytać, ale nie można nic zmieniać.',
  closing_blocked: 'Przed zamknięciem sieci trzeba jeszcze coś załatwić. Szczegóły są na stronie zamknięcia.',
  closing_changed: 'Stan zamykania zmienił się w międzyczasie. Proszę ponownie sprawdzić stronę.',
  closing_code_wrong: 'To nie jest adres tej sieci.',
  closing_half_shown: 'Ta połowa hasła została już pokazana. Pokazujemy ją tylko raz.',
  closing_no_package: 'W tej chwili nie ma paczki do pobrania.',
  network_closed: 'Ta sieć jest zamknięta. Można ją czytać, ale nie można nic zmieniać.',
  registration_not_open: 'Zgłoszenia nie są jeszcze przyjmowane.',
  registration_closed: 'Zgłoszenia są zamknięte.',
  training_over: 'To szkolenie już się odbyło.',
  training_not_published: 'Na to szkolenie nie można się zgłaszać.',
  transition_not_possible:
    'Szkolenie ma już inny stan i ten krok nie jest możliwy. Proszę wczytać stronę ponownie.',
  half_day_in_use: 'Nie można usunąć bloku {{number}}: ktoś go zarezerwował albo zapisano w nim obecność.',
  sessions_needed: 'Proszę dodać co najmniej jeden blok.',
  sessions_out_of_order: 'Każdy blok musi się kończyć po swoim początku i zaczynać po końcu poprzedniego.',
  title_needed: 'Proszę wpisać tytuł w co najmniej jednym języku.',
  code_taken: 'Inne szkolenie tej sieci ma już ten kod. Proszę wybrać inny.',
  already_registered: '{{name}} ma już miejsce na tym szkoleniu.',
  named_twice: 'Ta osoba jest wpisana dwa razy: {{name}}.',
  too_many_places: 'Jedno zgłoszenie nie może objąć tylu miejsc.',
  membership_suspended:
    'Członkostwo tej instytucji jest zawieszone, więc nie może ona zgłaszać osób. Koordynacja sieci może je wznowić.',
  institution_needed: 'Proszę wybrać instytucję.',
  institution_not_active: 'Instytucja nie jest aktywnym członkiem tej sieci.',
  takeaway_too_early: 'Można to wpisać po zakończeniu wydarzenia.',
  takeaway_not_there: 'Instytucja nie miała miejsca na tym wydarzeniu.',
  takeaways_full: 'Instytucja może wpisać najwyżej tyle punktów: {{max}}.',
  mode_needed: 'Proszę wybrać formę udziału.',
  language_needed: 'Proszę wybrać język.',
  half_days_needed: 'Proszę wybrać co najmniej jeden blok.',
  quota_twice: 'Ta pula jest już na liście.',
  quota_unfit: 'Żadne miejsce na tym szkoleniu nie pasuje do tej puli.',
  seat_not_waiting: 'To miejsce już nie czeka na liście rezerwowej.',
  way_closed: 'Ten sposób zgłaszania jest dla tego wydarzenia zamknięty.',
  too_many_invited: 'Proszę wpisać co najmniej jeden adres, a najwyżej {{max}}.',
  cancel_deadline_passed: 'Termin rezygnacji z tego miejsca minął. Proszę napisać do koordynacji sieci.',
  seat_not_active: 'To miejsce nie jest już aktywne.',
  support_empty: 'Proszę podać co najmniej jeden rodzaj wsparcia.',
  training_begun: 'Szkolenie już się zaczęło.',
  offer_expired: 'Ta oferta wygasła. Miejsce wróciło na listę rezerwową.',
  session_not_started: 'Obecność można zaznaczać od rozpoczęcia bloku.',
  seat_not_confirmed: 'Obecność zaznacza się tylko przy potwierdzonych miejscach.',
  minutes_needed: 'Proszę wpisać, ile minut osoba była obecna.',
  minutes_over: 'Proszę podać mniej minut niż {{length}}: kto był cały czas, jest obecny.',
  attendance_locked: 'Ta lista jest zweryfikowana i zablokowana. Może ją otworzyć koordynator/-ka.',
  attendance_not_locked: 'Ta lista nie jest zablokowana.',
  attendance_unmarked: 'Nie wszyscy mają wpis. Liczba brakujących: {{count}}',
  signature_needed: 'Proszę narysować podpis albo wpisać imię i nazwisko i zaznaczyć pole.',
  signature_absent: 'Ta osoba jest oznaczona jako nieobecna. Proszę najpierw zmienić wpis.',
  signature_given: 'Ta osoba już podpisała ten blok.',
  presence_too_early: 'Pytanie można wysłać po zakończeniu bloku.',
  presence_asked: 'Pytanie o udział online zostało już wysłane.',
  presence_nobody: 'Nikt z adresem e-mail nie bierze udziału online.',
  head_count_kind: 'To nie jest spotkanie informacyjne.',
  head_count_early: 'Spotkanie jeszcze się nie zaczęło.',
  head_count_closed: 'Tych liczb nie można już zmienić.',
  head_count_gender: 'Według płci jest {{sum}}, a razem {{total}}. Sumy muszą się zgadzać.',
  head_count_age: 'Według wieku jest {{sum}}, a razem {{total}}. Sumy muszą się zgadzać.',
  walk_in_waits:
    '{{name}} jest na liście rezerwowej. Po rozpoczęciu szkolenia można tu przydzielić tej osobie wolne miejsce.',
  walk_in_full:
    'Nie ma wolnych miejsc: szkolenie jest pełne albo ostatnie miejsca są objęte limitem. Liczbę miejsc może zmienić koordynator/-ka.',
  list_type: 'To nie jest plik PDF, JPEG ani PNG albo plik jest uszkodzony.',
  list_kept_before: 'Ten plik jest już przechowywany dla tego bloku.',
  training_not_finished: 'Zaświadczenia można wystawić po zakończeniu szkolenia.',
  certificate_revoked: 'To zaświadczenie jest unieważnione.',
  certificate_superseded: 'To zaświadczenie zostało już zastąpione nowszym.',
  certificate_not_earned: 'Warunki wydania tego zaświadczenia nie są spełnione.',
  certificate_not_renewable: 'Tego zaświadczenia nie można w ten sposób wystawić ponownie.',
  evaluation_answered: 'Ta ankieta została już wypełniona. Odpowiedzi nie można wysłać dwa razy.',
  evaluation_over: 'Ta ankieta jest zamknięta.',
  question_named_twice: 'To pytanie jest w formularzu dwa razy.',
  question_choices_differ:
    'Pytanie {{number}}: w każdym języku musi być tyle samo odpowiedzi, przy wyborze co najmniej dwie, przy skali dokładnie dwie.',
  question_changed: 'To pytanie zmieniło się podczas wypełniania formularza. Proszę sprawdzić odpowiedź.',
  answer_unfit: 'Brakuje tej odpowiedzi albo nie pasuje ona do pytania.',
  too_many_questions: 'Formularz może mieć najwyżej tyle pytań: {{max}}.',
  question_condition:
    'Warunek pytania „{{name}}” nie działa: musi się odnosić do wcześniejszego, niepoufnego pytania, na które odpowiadają te same osoby.',
  question_answered:
    'Na to pytanie są już odpowiedzi, więc jego rodzaj, poufność i odpowiedzi do wyboru pozostają. Można je powielić i zmienić kopię.',
  question_depended_on: 'Od tego pytania zależy inne pytanie. Proszę najpierw zmienić tamto.',
  question_needed: 'Ankieta musi mieć co najmniej jedno pytanie.',
  reason_needed: 'Proszę podać powód.',
  link_not_accepted: 'Z tą siecią nie ma przyjętego partnerstwa.',
  processing_changed:
    'W międzyczasie ktoś o tym zdecydował. Proszę wczytać stronę ponownie i obejrzeć decyzję.',
  wording_changed: 'Treść zmieniła się w międzyczasie. Proszę ją przeczytać i odpowiedzieć ponownie.',
  second_person_needed: 'To własny wniosek. Decyzję musi podjąć druga osoba.',
  legal_hold: 'Dane trzeba na razie zachować. Powód: {{reason}}',
  date_past: 'Proszę wybrać przyszły dzień.',
  partners_still_linked: 'Najpierw trzeba zakończyć partnerstwa. Potem można wyłączyć ten moduł.',
  move_changed:
    'Na to przeniesienie już odpowiedziano albo drzewo się zmieniło. Proszę wczytać stronę ponownie.',
  move_open: 'Jedno przeniesienie tej sieci jest już w toku. Najpierw trzeba na nie odpowiedzieć.',
  network_state_changed: 'Sieć ma już inny stan. Proszę wczytać stronę ponownie.',
  network_cycle: 'To niemożliwe: sieć podlegałaby sama sobie.',
  network_kind_unfit: 'Ten rodzaj sieci nie pasuje do tego miejsca w drzewie.',
  network_code_taken: 'Inna sieć ma już ten adres. Proszę wybrać inny.',
  network_draft: 'Ta sieć jest jeszcze szkicem. Aby inni ją widzieli, trzeba ją najpierw otworzyć.',
  network_suspended: 'Ta sieć jest zawieszona. Można ją czytać, ale na razie nie można nic zmieniać.',
  network_unknown: 'Proszę wybrać inną sieć.',
  link_changed: 'To partnerstwo zmieniło się w międzyczasie. Proszę wczytać stronę ponownie.',
  link_exists: 'Z tą siecią istnieje już partnerstwo albo otwarta propozycja.',
  institution_exists:
    'Instytucja o tej nazwie jest już w rejestrze dla tej miejscowości: {{name}}. Proszę ją dodać do sieci.',
  institution_merged: 'Ta karta została w międzyczasie połączona z inną. Proszę wczytać stronę ponownie.',
  institution_kept_elsewhere:
    'Kartę prowadzi inna sieć: {{network}}. Zmienić ją może koordynacja tamtej sieci.',
  institution_cycle: 'Instytucja nie może być częścią samej siebie ani własnego działu. Proszę wybrać inną.',
  parent_not_here: 'Tej instytucji nie ma w tej sieci. Proszę wybrać inną.',
  focal_point_not_staff: 'Osobą kontaktową musi być ktoś z rolą w tej instytucji.',
  state_changed:
    'Stan zmienił się w międzyczasie i ten krok nie jest już możliwy. Proszę wczytać stronę ponownie.',
  merge_with_itself: 'Karty nie można połączyć z nią samą.',
  merge_held_by_both:
    'Inne sieci, które mają obie instytucje jako członków: {{count}}. Najpierw muszą zakończyć jedno z członkostw.',
  merge_seats_clash:
    'Szkolenia, na których jedna osoba ma miejsce z obu instytucji: {{count}}. Najpierw trzeba odwołać jedno z dwóch miejsc.',
  message_on_its_way: 'Ta wiadomość jest już wysyłana.',
  message_purged:
    'Adres tej wiadomości usunięto po upływie okresu przechowywania. Nie można jej wysłać ponownie.',
  text_changed: 'Ktoś w międzyczasie zmienił ten tekst. Proszę przeczytać obecną wersję i wtedy zdecydować.',
  text_not_reviewed: 'Ten tekst nie został jeszcze przejrzany.',
  text_own: 'To własny tekst. Zweryfikować musi go ktoś inny.',
  verdict_given: 'Ta wersja ma już zatwierdzenie od tej osoby. Zatwierdzić musi jeszcze ktoś inny.',
  language_not_yours: 'Brak wpisu jako osoba weryfikująca ten język.',
  recording_own: 'To własny głos. Nagranie musi odsłuchać inna osoba.',
  recording_too_large:
    'To nagranie ma więcej niż {{kilobytes}} kB. Proszę zapisać je jako MP3 lub M4A albo nagrać krótsze.',
  recording_too_long: 'To nagranie jest za długie. Limit w sekundach: {{seconds}}.',
  sound_type: 'To nie jest nagranie, które można przechować. Proszę wybrać plik MP3, M4A, OGG lub WAV.',
  sound_broken:
    'To nagranie się urywa albo nie można go odczytać. Proszę zapisać je na nowo i spróbować ponownie.',
  card_key_taken: 'Inna karta ma już ten klucz.',
  card_incomplete:
    'Karta nie jest jeszcze kompletna. Potrzebny jest piktogram oraz zweryfikowany tekst w języku sieci i w jednym innym języku.',
  card_retired: 'Ta karta została wycofana i nie można jej zmieniać.',
  choice_not_possible: 'Pod kartą do wskazywania stoją tylko używane słowa do wskazania.',
  choices_changed: 'Te słowa zostały w międzyczasie zmienione. Proszę przeczytać obecne, a potem wybrać.',
  pictogram_needed: 'Proszę najpierw wybrać piktogram.',
  busy: 'W tej chwili robi to wiele osób. Proszę spróbować ponownie.',
  validation: {
    required: 'Proszę wypełnić to pole.',
    invalid: 'Ten wpis jest nieprawidłowy. Proszę go sprawdzić.',
    notOffered: 'Proszę wybrać jedną z pozycji.',
    invalidEmail: 'Proszę wpisać adres e-mail, na przykład nazwa@example.org.',
    invalidUrl: 'Proszę wpisać adres internetowy zaczynający się od https://',
    invalidDate: 'Proszę wpisać istniejącą datę.',
    tooManyChoices: 'Proszę wybrać najwyżej 12 słów.',
    tooManyWords: 'Proszę użyć najwyżej 12 słów.',
    cardKey: 'Proszę użyć małych liter od a do z, cyfr i podkreśleń; na początku musi być litera.',
    moreThanShown: 'Nie mogło zrozumieć więcej osób, niż widziało kartę.',
    invalidTime: 'Proszę wpisać godzinę, na przykład 09:30.',
    invalidNumber: 'Proszę wpisać liczbę.',
    charactersLeast_one: 'Proszę wpisać co najmniej {{count}} znak.',
    charactersLeast_few: 'Proszę wpisać co najmniej {{count}} znaki.',
    charactersLeast_many: 'Proszę wpisać co najmniej {{count}} znaków.',
    charactersLeast_other: 'Proszę wpisać co najmniej {{count}} znaku.',
    charactersMost_one: 'Proszę wpisać najwyżej {{count}} znak.',
    charactersMost_few: 'Proszę wpisać najwyżej {{count}} znaki.',
    charactersMost_many: 'Proszę wpisać najwyżej {{count}} znaków.',
    charactersMost_other: 'Proszę wpisać najwyżej {{count}} znaku.',
    choicesLeast_one: 'Proszę wybrać co najmniej jedną pozycję.',
    choicesLeast_few: 'Proszę wybrać co najmniej {{count}} pozycje.',
    choicesLeast_many: 'Proszę wybrać co najmniej {{count}} pozycji.',
    choicesLeast_other: 'Proszę wybrać co najmniej {{count}} pozycji.',
    choicesMost_one: 'Proszę wybrać najwyżej jedną pozycję.',
    choicesMost_few: 'Proszę wybrać najwyżej {{count}} pozycje.',
    choicesMost_many: 'Proszę wybrać najwyżej {{count}} pozycji.',
    choicesMost_other: 'Proszę wybrać najwyżej {{count}} pozycji.',
    numberLeast: 'Liczba musi wynosić co najmniej {{limit}}.',
    numberMost: 'Liczba może wynosić najwyżej {{limit}}.',
    tooEarly: 'Proszę wybrać późniejszą datę.',
    tooLate: 'Proszę wybrać wcześniejszą datę.',
  },
  wrong_credentials:
    'Adres e-mail i hasło nie pasują do siebie. Proszę sprawdzić jedno i drugie albo zamówić kod.',
  wrong_code:
    'Ten kod jest nieprawidłowy albo już nieważny. Proszę sprawdzić sześć cyfr w najnowszej wiadomości albo zamówić nowy kod.',
  wrong_app_code:
    'Ten kod jest nieprawidłowy albo już go użyto. Proszę poczekać na następny kod aplikacji i sprawdzić, czy zegar telefonu jest dokładny.',
  sign_in_again: 'Proszę najpierw zalogować się ponownie: od zalogowania się tutaj minęło ponad 15 minut.',
  second_step_over: 'Minęło za dużo czasu albo było za dużo błędnych kodów. Proszę zalogować się ponownie.',
  second_step_needed: 'Ta sieć wymaga drugiego kroku logowania. Proszę go ustawić na swoim koncie.',
  no_second_step: 'To konto nie ma drugiego kroku.',
  own_account_expired: 'Trwało to zbyt długo albo zostało otwarte dwa razy. Proszę zacząć od nowa.',
  own_account_off: 'Logowanie tym kontem nie jest teraz dostępne.',
  own_account_silent:
    '{{name}} teraz nie odpowiada. Proszę spróbować później albo zalogować się hasłem lub kodem.',
  own_account_cancelled:
    '{{name}}: nie zalogowano. Proszę zacząć od nowa albo zalogować się hasłem lub kodem.',
  own_account_refused: '{{name}}: odpowiedź nie jest wiarygodna. Proszę zacząć od nowa.',
  own_account_unknown:
    'To konto nie ma jeszcze miejsca w sieci: {{network}}. Proszę zwrócić się do osób koordynujących sieć.',
  own_account_issuer: 'Proszę podać adres, który zaczyna się od https://.',
  own_account_connected: 'Ten identyfikator klienta jest już połączony.',
  link_expired: 'Ten link jest już nieważny. Proszę zamówić nowy.',
  too_many_attempts: 'Zbyt wiele prób. Proszę odczekać. Minuty do następnej próby: {{minutes}}',
  invitation_used: 'To zaproszenie zostało już wykorzystane.',
  invitation_for_other_address:
    'To zaproszenie jest dla innego adresu: {{email}}. Proszę zalogować się tym adresem.',
  invitation_sign_in_first:
    'Dla tego adresu istnieje już konto. Aby przyjąć zaproszenie, proszę się zalogować.',
  role_not_yours_to_give:
    'Brak uprawnień do nadania tej roli. Proszę wybrać inną albo zwrócić się do koordynacji.',
  already_member: 'Ta osoba ma już tę rolę.',
  wrong_password: 'To nie jest obecne hasło.',
  invitation_lines_invalid:
    'Te wiersze nie zawierają adresu e-mail: {{lines}}. Proszę je poprawić albo usunąć. Nic nie wysłano.',
  invitation_lines_repeated:
    'Te adresy są podane dwa razy: {{lines}}. Proszę usunąć powtórzenia. Nic nie wysłano.',
  invitation_lines_members: 'Te osoby mają już tę rolę: {{lines}}. Proszę je usunąć. Nic nie wysłano.',
  last_coordinator: 'Sieć musi mieć koordynatora/-kę. Proszę najpierw nadać tę rolę komuś innemu.',
  not_yourself:
    'Nie można zrobić tego wobec siebie. Może to zrobić inna osoba koordynująca. Sieć można opuścić na stronie konta.',
  has_other_roles: 'Ta osoba ma też role poza tą instytucją. Może to zrobić koordynacja sieci.',
  role_over: 'To już się zakończyło. Proszę wczytać stronę ponownie.',
  not_deactivated: 'Nie ma czego przywracać. Proszę wczytać stronę ponownie.',
  validity_reversed: 'Koniec musi być późniejszy niż początek i leżeć w przyszłości.',
  capability_needs_language: 'Proszę wybrać język.',
  capability_held: 'Rola ma już w tym czasie to uprawnienie.',
  prerequisite_missing:
    'Ta rola wymaga dokumentu, którego osoba jeszcze nie okazała. Proszę go najpierw odnotować.',
  prerequisite_lapsed: 'Dokument wymagany do tej roli stracił ważność. Proszę najpierw odnotować nowy.',
  trainer_lacks_prerequisite:
    'Dodana osoba prowadząca nie ma dokumentu wymaganego przez sieć albo stracił on ważność. Proszę wybrać kogoś innego albo odnotować dokument.',
  prerequisite_exists: 'Sieć już tego wymaga.',
  day_ahead: 'Ten dzień jest w przyszłości. Proszę wybrać dzisiejszy lub wcześniejszy.',
  no_such_login: 'Żadne konto nie ma tego adresu.',
  child_lines_invalid:
    'W tych wierszach brakuje nazwy, adresu e-mail osoby koordynującej albo własnego adresu sieci: {{lines}}. Niczego nie założono.',
  child_lines_over: 'Jednocześnie można założyć najwyżej tyle sieci: {{most}}.',
  file_too_large: 'Ten plik ma więcej niż {{megabytes}} MB. Proszę go podzielić na kilka plików.',
  file_empty: 'Ten plik jest pusty.',
  file_no_table: 'Tej tabeli nie można odczytać. Proszę ją zapisać jako XLSX lub CSV.',
  file_unreadable:
    'Ten plik jest uszkodzony lub chroniony hasłem. Proszę otworzyć go w arkuszu kalkulacyjnym i zapisać ponownie jako XLSX.',
  file_old_excel: 'To jest stary plik Excela albo plik z hasłem. Proszę zapisać go jako XLSX bez hasła.',
  file_bomb:
    'Po rozpakowaniu plik wielokrotnie przekracza swój rozmiar, więc nie został odczytany. Proszę zapisać tabelę ponownie jako XLSX lub CSV.',
  file_encoding:
    'Litery w tym pliku pochodzą z dwóch różnych kodowań. Proszę zapisać go ponownie jako CSV w UTF-8 albo jako XLSX.',
  file_too_many_rows: 'Ten plik ma za dużo wierszy (limit: {{count}}). Proszę go podzielić na kilka plików.',
  file_too_many_columns: 'Ten plik ma za dużo kolumn (limit: {{count}}). Proszę usunąć niepotrzebne.',
  file_needed: 'Proszę wybrać plik.',
  picture_type: 'Ten obraz nie nadaje się na logo. Proszę wybrać plik PNG, JPEG lub WebP.',
  picture_svg:
    'Plik SVG może zawierać programy, więc nie jest przyjmowany. Proszę zapisać logo jako PNG lub WebP.',
  picture_broken:
    'Tego obrazu nie można odczytać albo jest on animowany. Proszę zapisać go ponownie jako PNG, JPEG lub WebP.',
  picture_too_large: 'Ten obraz ma więcej niż {{kilobytes}} kB. Proszę go zmniejszyć.',
  picture_too_wide: 'Bok tego obrazu ma za dużo pikseli (limit: {{most}}). Proszę go zmniejszyć.',
  import_columns_missing: 'Proszę dopasować wszystkie wymagane kolumny.',
  import_column_twice: 'Dwie kolumny są dopasowane do tego samego pola. Jedną z nich trzeba pominąć.',
  pattern_moved_on:
    'W międzyczasie kopiowanie posunęło się dalej. Prosimy wczytać stronę ponownie, aby zobaczyć stan.',
  pattern_running: 'Trwa jeszcze inne kopiowanie do tej sieci.',
  pattern_nothing_chosen: 'Prosimy wybrać co najmniej jedną rzecz do skopiowania.',
  import_moved_on:
    'Stan tego importu zmienił się w międzyczasie. Proszę wczytać stronę ponownie, aby zobaczyć jego stan.',
  import_has_wrong_rows:
    'Liczba błędnych wierszy: {{count}}. Proszę poprawić plik albo wybrać ich pominięcie.',
  import_nothing_new: 'Nie ma czego importować: wszystko już tu jest albo zawiera błędy.',
  import_too_old: 'Plik tego importu został usunięty, więc nie można go już cofnąć.',
  phase_reversed: 'Ostatni dzień nie może przypadać przed pierwszym.',
  phase_not_running: 'Ta faza dziś nie trwa. Proszę wczytać stronę ponownie.',
  amount_invalid: 'Proszę wpisać kwotę, na przykład 1250,00.',
  currency_needed: 'Proszę podać walutę, na przykład EUR.',
  programme_code_taken: 'Inny program mentoringowy ma już ten kod. Proszę wybrać inny.',
  programme_not_open:
    'W obecnym stanie program na to nie pozwala. Proszę najpierw przejść do następnego etapu programu.',
  programme_has_relations:
    'Relacje mentoringowe tego programu, które jeszcze trwają: {{count}}. Najpierw trzeba je zakończyć.',
  mentor_exists: 'Ta osoba jest tu już mentorem/-ką.',
  mentor_not_ready: 'Ta osoba nie jest zatwierdzona jako mentor/-ka albo ma przerwę. Proszę wybrać inną.',
  mentor_without_role:
    'Ta osoba nie pełni teraz roli mentora/-ki w tej sieci. Proszę najpierw nadać rolę albo wybrać inną osobę.',
  mentor_has_relations:
    'Ta osoba prowadzi jeszcze relacje mentoringowe: {{count}}. Najpierw trzeba je zakończyć albo przekazać.',
  mentor_full: 'Ta osoba nie ma miejsca dla tylu mentee. Wolne miejsca: {{room}}.',
  alias_taken: 'Ktoś w tym programie ma już ten pseudonim. Proszę wybrać inny.',
  alias_is_name: 'Pseudonim nie może być imieniem i nazwiskiem tej osoby: jest pokazywany wszędzie.',
  alias_is_contact: 'Pseudonim nie może być adresem e-mail ani numerem telefonu: jest pokazywany wszędzie.',
  alias_reads_like_name:
    'Ten pseudonim wygląda jak imię i nazwisko. Proszę wybrać inny albo zaznaczyć poniżej, że to nie jest nazwisko.',
  pair_ruled_out: 'To połączenie mentora/-ki i mentee jest wykluczone. Proszę wybrać inne osoby.',
  supervision_alone:
    'Superwizja indywidualna ma jednego mentora/-kę. Proszę wybrać jedną osobę albo „Grupowa”.',
  themes_name_somebody:
    'To wygląda jak imię, nazwisko lub pseudonim mentee: {{words}}. Proszę pisać bez nazwisk i imion albo potwierdzić poniżej.',
  mentee_not_free:
    'Co najmniej jedna z tych osób ma już mentora/-kę, czeka na odpowiedź albo nie bierze już udziału. Proszę wybrać inne.',
  mentee_answers_themselves: 'Ta osoba ma konto i odpowiada samodzielnie.',
  approval_not_needed: 'W tym programie zatwierdzenie nie jest potrzebne.',
  plan_empty: 'Przed wysłaniem planu trzeba uzgodnić cel.',
  closing_not_requested:
    'Najpierw mentor lub mentorka musi poprosić o zakończenie, potem zatwierdza je koordynacja.',
  mentee_not_here: 'Proszę wybrać tylko mentee z tej relacji.',
  agreement_not_understood:
    'Osoba, która podpisuje, nie czyta w tym języku. Proszę wybrać inny albo odnotować obecność tłumacza/-ki.',
  group_takes_nobody:
    'Ta grupa nikogo teraz nie przyjmuje: jeszcze się nie zaczęła, jest zamykana albo się zakończyła.',
  relation_ended: 'Ta relacja mentoringowa się zakończyła, więc nie można jej już otwierać ani uzupełniać.',
  relation_not_running: 'Ta relacja mentoringowa jeszcze się nie zaczęła. Zaczyna się od podpisania umowy.',
  goals_full:
    'Liczba aktywnych celów osiągnęła limit: {{most}}. Najpierw trzeba zakończyć jeden z nich albo z niego zrezygnować.',
  translation_changed:
    'Ktoś inny zmienił w międzyczasie ten tekst. Wpisana treść nadal tu jest: proszę porównać ją z tekstem powyżej i zapisać ponownie.',
  translation_source_changed:
    'Tekst źródłowy zmienił się w międzyczasie. Proszę obejrzeć go jeszcze raz i zapisać ponownie.',
  translation_long: 'Ten tekst jest za długi.',
  translation_not_yours: 'Brak uprawnienia do pisania tutaj w tym języku.',
  xliff_unreadable:
    'Nie można odczytać pliku: błąd jest w wierszu {{line}}. Proszę ponownie wyeksportować plik ze swojego programu.',
  xliff_foreign: 'To nie jest plik XLIFF 2.0. Proszę wyeksportować go jako XLIFF 2.0 lub 2.1.',
  xliff_large: 'Ten plik jest za duży. Limit wynosi {{megabytes}} MB.',
  xliff_language: 'Brak uprawnienia do tłumaczenia na język tego pliku.',
  translation_file_empty: 'W tym pliku nie ma nic do wprowadzenia.',
  translation_file_moved:
    'Ktoś właśnie zmienił jeden z tych tekstów. Niczego nie wprowadzono. Proszę ponownie obejrzeć listę.',
  machine_off: 'Tłumaczenie maszynowe nie jest skonfigurowane.',
  machine_nothing: 'Nie ma tu nic, co wolno przetłumaczyć maszynowo.',
  machine_budget: 'Koszt w znakach: {{cost}}. W tym roku pozostało tylko: {{left}}.',
  language_circle:
    'Te języki byłyby tłumaczone z siebie nawzajem w kółko. Proszę wybrać inny język źródłowy dla jednego z nich.',
  source_text_needed: 'Proszę wpisać tytuł w tym języku albo wybrać inny język źródłowy.',
  note_needed: 'Proszę napisać w jednym zdaniu, co nowego jest w tej wersji.',
  items_full: 'Materiał może zawierać najwyżej {{most}} plików i linków. Proszę niektóre pominąć.',
  link_not_public:
    'Ten adres prowadzi do sieci prywatnej albo do tego serwera. Proszę podać adres, który może otworzyć każdy.',
  link_same: 'Nowy adres jest taki sam jak stary.',
  file_infected:
    'Skaner antywirusowy wykrył coś w tym pliku. Plik nie został zachowany. Przed wysłaniem kolejnego proszę zlecić sprawdzenie komputera.',
  file_not_scanned:
    'Nie udało się teraz sprawdzić pliku pod kątem wirusów, więc nie został zachowany. Proszę spróbować ponownie za kilka minut.',
  link_not_used: 'Żaden materiał nie prowadzi do tego adresu. Być może ktoś go właśnie zmienił.',
  link_not_in_words:
    'Stary adres znajduje się w opisach, a ten nie pozostałby tam bez zmian. Proszę zapisać w nim spację jako %20, [ jako %5B i ] jako %5D oraz pominąć znak na końcu.',
  link_words_too_long:
    'Z tym adresem opis byłby za długi. Proszę podać krótszy adres albo najpierw skrócić opis.',
  resource_incomplete:
    'Ten materiał nie jest jeszcze kompletny. Potrzebny jest tytuł w języku źródłowym, plik lub link oraz licencja.',
  resource_not_published: 'Materiał trzeba najpierw opublikować; potem można go udostępnić.',
  resource_in_use:
    'Nie można go zarchiwizować, dopóki jest udostępniany: {{networks}}. Proszę najpierw zakończyć udostępnianie.',
  file_over_limit: 'Plik „{{name}}” ma więcej niż {{megabytes}} MB. Proszę go podzielić albo podać link.',
  file_type: 'Pliku „{{name}}” nie można tu przechowywać ze względu na jego rodzaj.',
  file_svg:
    'Plik „{{name}}” jest w formacie SVG, który może zawierać programy. Proszę zapisać go jako PNG lub PDF.',
  file_active: 'Plik „{{name}}” zawiera program, makro lub skrypt. Proszę zapisać go bez nich.',
  file_launches: 'Plik „{{name}}” otwiera inny program lub plik. Proszę zapisać go bez takich poleceń.',
  file_sends:
    'Plik „{{name}}” zawiera formularz, który wysyła lub wczytuje dane. Proszę zapisać go bez tej funkcji.',
  file_media:
    'Plik „{{name}}” zawiera dźwięk, film lub model 3D. Proszę zapisać go bez nich, a dźwięki i filmy przesłać osobno.',
  file_fetches:
    'Plik „{{name}}” pobiera coś z innego miejsca, na przykład szablon lub obraz. Proszę wstawić to do samego pliku.',
  file_holds_files: 'Plik „{{name}}” zawiera inne pliki lub obiekty. Proszę je usunąć i przesłać osobno.',
  file_locked:
    'Plik „{{name}}” jest zabezpieczony hasłem i nie można sprawdzić jego zawartości. Proszę zapisać go bez hasła.',
  file_unchecked:
    'Plik „{{name}}” jest zbyt złożony, aby go sprawdzić. Proszę zapisać go na nowo lub podzielić.',
  file_broken:
    'Plik „{{name}}” jest niepełny lub uszkodzony. Proszę go otworzyć, zapisać na nowo i spróbować ponownie.',
  file_type_differs:
    'Zawartość pliku „{{name}}” nie odpowiada rozszerzeniu nazwy. Proszę zapisać go na nowo w programie, w którym powstał.',
  day_behind: 'Ten dzień już minął. Proszę wybrać dzisiejszy lub późniejszy.',
  day_too_old: 'Ten dzień przypada ponad dziesięć lat temu. Proszę sprawdzić rok.',
  initiative_over: 'Ta inicjatywa się zakończyła; jej planu nie można już zmienić.',
  team_not_here: 'Proszę wybrać tylko osoby z własnej grupy.',
  team_without_you: 'Trzeba należeć do zespołu albo być mentorem/-ką kogoś z zespołu.',
  budget_approved: 'To więcej, niż zatwierdzono. Proszę poprosić koordynację o ponowne zatwierdzenie planu.',
  plan_incomplete:
    'Plan nie jest jeszcze kompletny. Potrzebne jest pytanie, plan i co najmniej jedno zadanie.',
  reached_needed: 'Proszę wpisać liczbę osób objętych działaniem; 0, jeśli nikt.',
  comment_needed: 'Proszę napisać, co zmienić, aby zespół wiedział, jak pracować dalej.',
  story_early: 'Opowieść pisze się po zakończeniu inicjatywy.',
  photo_words_needed: 'Proszę opisać, co widać na zdjęciu, dla osób, które go nie widzą.',
  consents_missing: 'Nie cały zespół zgodził się jeszcze na ten tekst i zdjęcia.',
  plan_impossible:
    'Te zadania nie mogą następować po sobie w ten sposób. Proszę sprawdzić, po którym zadaniu jest każde z nich.',
  plan_changed: 'Plan zmienił się w międzyczasie. Proszę wczytać stronę ponownie.',
  module_in_plan: 'Ten moduł jest wymieniony w planie. Proszę go najpierw usunąć z planu.',
  agreement_not_there: 'Umowa nie istnieje w tym języku. Proszę wybrać jeden z podanych wyżej.',
  agreement_changed:
    'Umowa zmieniła się w międzyczasie. Proszę przeczytać najnowszą wersję i podpisać właśnie ją.',
  signature_there: 'Ten podpis został już odnotowany.',
} satisfies Shape<typeof source>;

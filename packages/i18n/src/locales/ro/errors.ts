import type { Shape } from '../../shape.ts';
import type { errors as source } from '../en/errors.ts';

export const errors = {
  attendance_incomplete: 'Lipsesc încă prezențe. Lipsesc: {{count}}',
  list_not_exported: 'Exportați întâi lista de prezență, după ultima prezență marcată.',
  evaluation_open: 'Evaluarea este încă deschisă. Așteptați încheierea ei sau închideți-o întâi.',
  not_found: 'Acest lucru nu există sau nu vă este accesibil.',
  sign_in_needed: 'Vă rugăm să vă conectați mai întâi.',
  not_allowed: 'Rolul dumneavoastră nu permite acest pas. Coordonatorul rețelei vă poate ajuta.',
  invalid: 'Ceva din acest formular nu poate fi folosit. Verificați și trimiteți din nou.',
  network_closing: 'Această rețea se închide. Poate fi citită, dar nu se mai poate modifica nimic.',
  closing_blocked:
    'Înainte de închiderea acestei rețele mai este ceva de rezolvat. Detaliile sunt pe pagina despre închidere.',
  closing_changed: 'Între timp stadiul închiderii s-a schimbat. Vă rugăm să vedeți din nou pagina.',
  closing_code_wrong: 'Aceasta nu este adresa acestei rețele.',
  closing_half_shown: 'Jumătatea dumneavoastră a fost deja arătată. Se arată o singură dată.',
  closing_no_package: 'Momentan nu există niciun pachet de descărcat.',
  network_closed: 'Această rețea este închisă. Poate fi citită, dar nu se mai poate modifica nimic.',
  registration_not_open: 'Înscrierile nu au început încă.',
  registration_closed: 'Înscrierile sunt închise.',
  training_over: 'Acest curs s-a încheiat.',
  training_not_published: 'La acest curs nu sunt deschise înscrierile.',
  transition_not_possible:
    'Între timp, cursul are altă stare și acest pas nu mai este posibil. Reîncărcați pagina.',
  sessions_needed: 'Adăugați cel puțin o jumătate de zi.',
  sessions_out_of_order:
    'Fiecare jumătate de zi trebuie să se termine după ce începe și să înceapă după sfârșitul celei dinainte.',
  title_needed: 'Scrieți un titlu în cel puțin o limbă.',
  code_taken: 'Alt curs din această rețea are acest cod. Alegeți un alt cod.',
  already_registered: '{{name}} are deja un loc la acest curs.',
  named_twice: '{{name}} apare de două ori în listă.',
  too_many_places: 'Sunt mai multe locuri decât poate cuprinde o înscriere.',
  membership_suspended:
    'Calitatea de membru a acestei instituții este suspendată, deci nu se poate înscrie. Coordonatorul rețelei o poate relua.',
  institution_needed: 'Alegeți instituția.',
  mode_needed: 'Alegeți cum participă.',
  language_needed: 'Alegeți limba.',
  quota_twice: 'Această cotă este deja în listă.',
  quota_unfit: 'Niciun loc al cursului nu se poate potrivi cu această cotă.',
  seat_not_waiting: 'Acest loc nu mai este în așteptare.',
  cancel_deadline_passed:
    'Termenul pentru anularea acestui loc a trecut. Vă rugăm să scrieți coordonatorului rețelei.',
  seat_not_active: 'Acest loc nu mai este activ.',
  support_empty: 'Indicați cel puțin un fel de sprijin.',
  training_begun: 'Cursul a început.',
  offer_expired: 'Această ofertă a expirat. Locul s-a întors la lista de așteptare.',
  session_not_started: 'Prezența se poate marca după ce a început jumătatea de zi.',
  seat_not_confirmed: 'Se pot marca doar locurile confirmate.',
  minutes_needed: 'Scrieți câte minute a fost prezentă persoana.',
  minutes_over: 'Vă rugăm, mai puțin de {{length}} minute: cine a stat tot timpul este prezent.',
  attendance_locked: 'Această listă este verificată și blocată. Coordonatorul o poate redeschide.',
  attendance_not_locked: 'Această listă nu este blocată.',
  attendance_unmarked: 'Nu toate persoanele sunt marcate. Lipsesc: {{count}}',
  training_not_finished: 'Certificatele se pot emite după încheierea cursului.',
  certificate_revoked: 'Acest certificat este revocat.',
  certificate_superseded: 'Un certificat mai nou îl înlocuiește deja pe acesta.',
  certificate_not_earned: 'Condițiile pentru acest certificat nu sunt îndeplinite.',
  certificate_not_renewable: 'Acest certificat nu se poate emite din nou astfel.',
  evaluation_answered: 'Ați răspuns deja la acest chestionar. Răspunsurile nu pot fi trimise de două ori.',
  evaluation_over: 'Acest chestionar este închis.',
  question_named_twice: 'Această întrebare apare de două ori în formular.',
  question_choices_differ:
    'Întrebarea {{number}}: fiecare limbă are nevoie de același număr de răspunsuri, o alegere de cel puțin două, o scară de exact două.',
  question_needed: 'Un chestionar are nevoie de cel puțin o întrebare.',
  reason_needed: 'Scrieți un motiv.',
  link_not_accepted: 'Nu există un parteneriat acceptat cu această rețea.',
  wording_changed: 'Textul s-a schimbat între timp. Vă rugăm să îl citiți și să răspundeți din nou.',
  second_person_needed: 'Ați cerut chiar dumneavoastră acest lucru. Trebuie să decidă o a doua persoană.',
  legal_hold: 'Datele trebuie păstrate deocamdată. Motivul: {{reason}}',
  date_past: 'Alegeți o zi care urmează.',
  partners_still_linked: 'Încheiați mai întâi parteneriatele. Apoi acest modul poate fi oprit.',
  move_changed: 'Această mutare a primit între timp răspuns sau structura s-a schimbat. Reîncărcați pagina.',
  move_open:
    'Există deja o mutare în așteptare pentru această rețea. Mai întâi trebuie să primească răspuns.',
  network_state_changed: 'Rețeaua are între timp altă stare. Reîncărcați pagina.',
  network_cycle: 'Nu este posibil: rețeaua ar ajunge sub ea însăși.',
  network_kind_unfit: 'Acest tip de rețea nu se potrivește în acel loc al structurii.',
  network_code_taken: 'Altă rețea are deja această adresă. Alegeți alta.',
  network_draft:
    'Această rețea este încă o schiță. Deschideți-o mai întâi, pentru ca și alții să o poată vedea.',
  network_suspended:
    'Această rețea este suspendată. Poate fi citită, dar momentan nu se poate modifica nimic.',
  network_unknown: 'Alegeți altă rețea.',
  link_changed: 'Acest parteneriat s-a schimbat între timp. Reîncărcați pagina.',
  link_exists: 'Există deja un parteneriat sau o propunere deschisă cu această rețea.',
  institution_exists:
    'O instituție cu acest nume există deja în registru pentru această localitate: {{name}}. Adăugați-o pe aceasta în rețeaua dumneavoastră.',
  institution_merged: 'Această fișă a fost unită între timp cu alta. Reîncărcați pagina.',
  institution_kept_elsewhere:
    'Această fișă este ținută de altă rețea: {{network}}. Coordonatorul ei o poate modifica.',
  institution_cycle:
    'O instituție nu poate face parte din ea însăși sau dintr-un departament al ei. Alegeți alta.',
  parent_not_here: 'Această instituție nu este în această rețea. Alegeți alta.',
  focal_point_not_staff: 'Persoana de contact trebuie să aibă un rol pentru această instituție.',
  state_changed: 'Starea s-a schimbat între timp, iar acest pas nu mai este posibil. Reîncărcați pagina.',
  merge_with_itself: 'O fișă nu poate fi unită cu ea însăși.',
  merge_held_by_both:
    'Alte rețele în care ambele sunt membre: {{count}}. Ele trebuie să încheie mai întâi una dintre calitățile de membru.',
  merge_seats_clash:
    'Instruiri în care o persoană are loc din partea ambelor instituții: {{count}}. Anulați mai întâi unul dintre cele două locuri.',
  message_on_its_way: 'Acest mesaj este deja pe drum.',
  message_purged:
    'Adresa acestui mesaj a fost ștearsă la sfârșitul termenului de păstrare. Mesajul nu mai poate fi trimis.',
  busy: 'Multe persoane fac acest lucru acum. Vă rugăm să încercați din nou.',
  validation: {
    required: 'Completați acest câmp.',
    invalid: 'Acest text nu poate fi folosit. Vă rugăm să îl verificați.',
    notOffered: 'Alegeți una dintre opțiuni.',
    invalidEmail: 'Scrieți o adresă de e-mail, de exemplu nume@example.org.',
    invalidUrl: 'Scrieți o adresă web care începe cu https://',
    invalidDate: 'Scrieți o dată care există.',
    invalidTime: 'Scrieți o oră, de exemplu 09:30.',
    invalidNumber: 'Scrieți un număr.',
    charactersLeast_one: 'Folosiți cel puțin {{count}} caracter.',
    charactersLeast_few: 'Folosiți cel puțin {{count}} caractere.',
    charactersLeast_other: 'Folosiți cel puțin {{count}} de caractere.',
    charactersMost_one: 'Folosiți cel mult {{count}} caracter.',
    charactersMost_few: 'Folosiți cel mult {{count}} caractere.',
    charactersMost_other: 'Folosiți cel mult {{count}} de caractere.',
    choicesLeast_one: 'Alegeți cel puțin o opțiune.',
    choicesLeast_few: 'Alegeți cel puțin {{count}} opțiuni.',
    choicesLeast_other: 'Alegeți cel puțin {{count}} de opțiuni.',
    choicesMost_one: 'Alegeți cel mult o opțiune.',
    choicesMost_few: 'Alegeți cel mult {{count}} opțiuni.',
    choicesMost_other: 'Alegeți cel mult {{count}} de opțiuni.',
    numberLeast: 'Folosiți un număr de cel puțin {{limit}}.',
    numberMost: 'Folosiți un număr de cel mult {{limit}}.',
    tooEarly: 'Alegeți o dată mai târzie.',
    tooLate: 'Alegeți o dată mai apropiată.',
  },
  wrong_credentials:
    'Adresa de e-mail și parola nu se potrivesc. Verificați-le pe amândouă sau cereți un cod prin e-mail.',
  wrong_code:
    'Acest cod nu este corect sau nu mai este valabil. Verificați cele șase cifre din cel mai nou e-mail sau cereți un cod nou.',
  link_expired: 'Acest link nu mai este valabil. Cereți unul nou.',
  too_many_attempts:
    'Au fost prea multe încercări. Vă rugăm să așteptați. Minute până la următoarea încercare: {{minutes}}',
  invitation_used: 'Această invitație a fost deja folosită.',
  invitation_for_other_address:
    'Această invitație este pentru altă adresă: {{email}}. Conectați-vă cu acea adresă.',
  invitation_sign_in_first: 'Această adresă are deja un cont. Conectați-vă cu el ca să acceptați invitația.',
  role_not_yours_to_give: 'Nu puteți acorda acest rol. Alegeți altul sau întrebați coordonatorul.',
  already_member: 'Această persoană are deja acest rol.',
  wrong_password: 'Aceasta nu este parola dumneavoastră actuală.',
  invitation_lines_invalid:
    'Aceste rânduri nu conțin o adresă de e-mail: {{lines}}. Corectați-le sau ștergeți-le. Nu s-a trimis nimic.',
  invitation_lines_repeated:
    'Aceste adrese apar de două ori: {{lines}}. Ștergeți-le pe cele în plus. Nu s-a trimis nimic.',
  invitation_lines_members: 'Aceste persoane au deja rolul: {{lines}}. Ștergeți-le. Nu s-a trimis nimic.',
  last_coordinator: 'O rețea are nevoie de coordonator. Acordați întâi rolul altcuiva.',
  not_yourself:
    'Nu puteți face acest lucru pentru dumneavoastră. Cereți altui coordonator. Rețeaua o puteți părăsi din pagina contului.',
  has_other_roles:
    'Această persoană are și roluri în afara instituției dumneavoastră. Coordonatorul rețelei poate face acest lucru.',
  role_over: 'S-a încheiat deja. Reîncărcați pagina.',
  not_deactivated: 'Nu este nimic de redat. Reîncărcați pagina.',
  validity_reversed: 'Sfârșitul trebuie să fie după început și în viitor.',
  capability_needs_language: 'Alegeți limba.',
  capability_held: 'Rolul are deja această competență în acea perioadă.',
  prerequisite_missing:
    'Acest rol cere o dovadă pe care persoana nu a prezentat-o încă. Înregistrați-o întâi.',
  prerequisite_lapsed: 'O dovadă cerută de acest rol a expirat. Înregistrați-o întâi pe cea nouă.',
  trainer_lacks_prerequisite:
    'Unui formator adăugat îi lipsește o dovadă cerută de rețea sau dovada a expirat. Alegeți pe altcineva sau cereți înregistrarea dovezii.',
  prerequisite_exists: 'Rețeaua cere deja acest lucru.',
  day_ahead: 'Această zi este în viitor. Alegeți ziua de azi sau una anterioară.',
  no_such_login: 'Niciun cont nu are această adresă.',
  child_lines_invalid:
    'Acestor rânduri le lipsește un nume, adresa de e-mail a unei persoane care coordonează sau o adresă proprie: {{lines}}. Nu s-a înființat nimic.',
  child_lines_over: 'Se pot înființa odată cel mult {{most}} din rețelele cuprinse.',
  file_too_large: 'Acest fișier depășește {{megabytes}} MB. Împărțiți-l în mai multe fișiere.',
  file_empty: 'Acest fișier este gol.',
  file_no_table: 'Acesta nu este un tabel care poate fi citit. Salvați-l ca XLSX sau CSV.',
  file_unreadable:
    'Acest fișier este deteriorat sau protejat cu parolă. Deschideți-l în programul de calcul tabelar și salvați-l din nou ca XLSX.',
  file_old_excel: 'Acesta este un fișier Excel vechi sau unul cu parolă. Salvați-l ca XLSX fără parolă.',
  file_bomb:
    'La despachetare, acest fișier crește mult peste dimensiunea sa și de aceea nu a fost citit. Salvați din nou tabelul ca XLSX sau CSV.',
  file_encoding:
    'Literele acestui fișier provin din două alfabete amestecate. Salvați-l din nou ca CSV în UTF-8 sau ca XLSX.',
  file_too_many_rows:
    'Acest fișier are prea multe rânduri; sunt permise cel mult {{count}}. Împărțiți-l în mai multe fișiere.',
  file_too_many_columns:
    'Acest fișier are prea multe coloane; sunt permise cel mult {{count}}. Eliminați-le pe cele inutile.',
  file_needed: 'Alegeți un fișier.',
  picture_type: 'Aceasta nu este o imagine pentru un logo. Alegeți un fișier PNG, JPEG sau WebP.',
  picture_svg:
    'Un fișier SVG poate conține programe și de aceea nu este primit. Salvați logoul ca PNG sau WebP.',
  picture_broken:
    'Această imagine nu poate fi citită sau este animată. Salvați-o din nou ca PNG, JPEG sau WebP.',
  picture_too_large: 'Această imagine depășește {{kilobytes}} kB. Salvați-o la o dimensiune mai mică.',
  picture_too_wide: 'Această imagine depășește {{most}} px pe o latură. Salvați-o la o dimensiune mai mică.',
  import_columns_missing: 'Potriviți toate coloanele necesare.',
  import_column_twice: 'Două coloane sunt potrivite cu același câmp. Lăsați una deoparte.',
  import_moved_on: 'Între timp, acest import a trecut la alt pas. Reîncărcați pagina pentru a vedea stadiul.',
  import_has_wrong_rows:
    'Există rânduri greșite: {{count}}. Corectați fișierul sau alegeți să le lăsați deoparte.',
  import_nothing_new: 'Nu este nimic de importat: totul există deja sau este greșit.',
  import_too_old: 'Fișierul acestui import a fost șters, deci importul nu mai poate fi anulat.',
  phase_reversed: 'Ultima zi nu poate fi înaintea primei zile.',
  phase_not_running: 'Faza nu se desfășoară astăzi. Reîncărcați pagina.',
  amount_invalid: 'Scrieți o sumă, de exemplu 1.250,00.',
  currency_needed: 'Scrieți moneda, de exemplu EUR.',
  programme_code_taken: 'Alt program de mentorat are deja acest cod. Alegeți alt cod.',
  programme_not_open:
    'În starea actuală, programul nu permite acest lucru. Treceți mai întâi programul la altă etapă.',
  programme_has_relations:
    'În acest program mai există relații de mentorat în curs: {{count}}. Încheiați-le mai întâi.',
  mentor_exists: 'Această persoană este deja mentor aici.',
  mentor_not_ready: 'Acest mentor nu este aprobat sau este în pauză. Alegeți alt mentor.',
  mentor_has_relations:
    'Acest mentor are încă relații de mentorat în curs: {{count}}. Încheiați-le sau predați-le mai întâi.',
  mentor_full: 'Acest mentor nu are loc pentru atâtea persoane. Locuri libere: {{room}}.',
  alias_taken: 'Cineva din acest program are deja acest pseudonim. Alegeți altul.',
  alias_is_name: 'Pseudonimul nu trebuie să fie numele persoanei: el apare peste tot.',
  mentee_not_free:
    'Cel puțin o persoană are deja mentor, a fost deja întrebată sau nu mai participă. Alegeți alte persoane.',
  mentee_answers_themselves: 'Această persoană are cont propriu și răspunde singură.',
  mentee_not_here: 'Alegeți numai persoane din această relație de mentorat.',
  agreement_not_understood:
    'Nu toate persoanele mentorate citesc această limbă. Alegeți alta sau consemnați prezența unui interpret.',
  relation_ended: 'Acest mentorat s-a încheiat și nu mai poate fi deschis sau completat.',
  relation_not_running: 'Acest mentorat nu a început încă. El începe după semnarea acordului.',
  goals_full: 'Există deja obiective active: {{most}}. Încheiați mai întâi unul.',
  day_behind: 'Această zi a trecut. Alegeți ziua de azi sau o zi ulterioară.',
  day_too_old: 'Această zi este cu mai mult de zece ani în urmă. Verificați anul.',
} satisfies Shape<typeof source>;

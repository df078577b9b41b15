/** Common given names, in lower case: they tell "ask Bob" from "ask Legal" whatever stands around them. */
export const personalNames: ReadonlySet<string> = new Set(
  (
    'aaron abdul adam ahmed aisha alan albert alex alexander alice ali alicia amanda amy ana andrea andreas andrew angela anita ann ' +
    'anna anne anthony antonio arjun arthur barbara ben benjamin bernd betty bill bob brandon brenda brian bruce carl carla carlos ' +
    'carol caroline catherine charles charlotte chen chris christian christina christine christopher claire claudia colin craig dan ' +
    'daniel daniela dave david deborah deepak denise dennis diana diego dmitri donald donna doris dorothy doug douglas ed edward ' +
    'elena elizabeth ellen emily emma eric erik ethan eva evelyn fatima felix fiona frances francis frank fred gary george gerald ' +
    'gloria gordon graham greg hannah hans harold harry hassan heather heidi helen helena henry howard hugo ian ibrahim ingrid irene ' +
    'isabel ivan jack jacob james jan jane janet jason javier jean jeff jennifer jenny jeremy jerry jessica jim joan joe joel johan ' +
    'john jonathan jordan jorge jose joseph joshua joyce juan judith judy julia julian julie justin kai karen karim karl kate ' +
    'katherine kathleen katie keith kelly ken kenneth kevin kim klaus kumar kyle lars laura lauren lee lena leo leon leonard linda ' +
    'lisa liz louis louise lucas lucy luis luke maggie marco marcus margaret maria marie mario mark marta martha martin mary mateo ' +
    'matt matthew max megan melissa mia michael michelle miguel mike mohamed mohammed monica nadia nancy natalie nathan neil nicholas ' +
    'nick nicole nina noah nora olga oliver olivia omar oscar pablo pamela patricia patrick paul paula pedro peggy peter phil philip ' +
    'priya rachel rahul raj ralph ravi ray raymond rebecca richard rick rita rob robert roger ron ronald rosa rose roy russell ruth ' +
    'ryan sam samantha samuel sandra sara sarah scott sean sergei shane sharon sheila simon sofia sophia sophie stephanie stephen ' +
    'steve steven stuart sue susan sven tara ted teresa thomas tim timothy tina tobias todd tom tony tracy valerie vanessa veronica ' +
    'victor victoria vijay vincent virginia walter wang wayne wendy wei william yan yuki yusuf zoe'
  ).split(' '),
);

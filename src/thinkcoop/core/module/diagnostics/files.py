"""M001 to M015: files and their text, before anyone asks what they mean."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import MODULE, PRICE, Code, Example, mistake

FILE_CODES: tuple[Code, ...] = (
    mistake(
        "M001",
        "Not UTF-8 text",
        what="this file is not UTF-8 text: byte {byte} cannot be read",
        hint="Save the file as UTF-8 in the editor.",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder: caf\udce9"),
    ),
    mistake(
        "M002",
        "A file that is too large",
        what="this file is larger than 200 kB",
        hint="Split it into several activities.",
        example=Example(
            file=MODULE,
            right="id: tea\n",
            wrong="id: tea\n# much to say, and much more\n",
            times=9000,
        ),
    ),
    mistake(
        "M003",
        "A tab",
        what="there is a tab (lines with tabs in this file: {lines})",
        hint="Use blanks. Editors can turn all tabs into blanks at once.",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder:\tnobody"),
    ),
    mistake(
        "M004",
        "A character that cannot be shown",
        what="there is a character that cannot be shown ({character})",
        hint="Delete it and type the words again.",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder: no\x07body"),
    ),
    mistake(
        "M005",
        "Text that cannot be told apart",
        what="the text cannot be told apart: {problem}",
        hint="{mend}",
        example=Example(file=MODULE, right="title: Tea for five", wrong="title: Tea: for five"),
    ),
    mistake(
        "M006",
        "Several documents in one file",
        what="a second document begins here",
        hint="Delete the line `---`, or move what follows into a file of its own.",
        example=Example(file=MODULE, right="funder: nobody", wrong="---\nfunder: nobody"),
    ),
    mistake(
        "M007",
        "An anchor",
        what="`&` and `*` are not used in these files (here: {name})",
        hint="Write the words out, or put words that begin with & or * in quotes.",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder: &nobody nobody"),
    ),
    mistake(
        "M008",
        "A tag",
        what="`!` marks are not used in these files (here: {tag})",
        hint="Delete the mark, or put words that begin with ! in quotes.",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder: !!str nobody"),
    ),
    mistake(
        "M009",
        "Lists in lists in lists",
        what="there are more than 20 lists inside each other",
        hint="Close the brackets that are open.",
        example=Example(
            file=MODULE,
            right="funder: nobody",
            wrong="funder: [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]",
        ),
    ),
    mistake(
        "M010",
        "A key twice",
        what="`{key}` is here twice; the first is in line {line}",
        hint="Delete one of them.",
        example=Example(
            file=MODULE, right="funder: nobody", wrong="funder: nobody\nfunder: anybody"
        ),
    ),
    mistake(
        "M011",
        "A key that is not words",
        what="a list stands where a key must be",
        hint="Write `key: value`. Put words that begin with [ or {{ in quotes.",
        example=Example(file=MODULE, right="funder: nobody", wrong="[funder]: nobody"),
    ),
    mistake(
        "M012",
        "A file with nothing in it",
        what="this file has no keys",
        hint="Begin with `id:`, or delete the file.",
        example=Example(file="activities/t3.yaml", wrong="# later\n"),
    ),
    mistake(
        "M013",
        "No module.yaml",
        what="this folder has no module.yaml",
        hint="Write one, or give the path of the folder which has it.",
        example=Example(file=MODULE),
    ),
    mistake(
        "M014",
        "A file that belongs to nothing",
        what="no part of a module is read from this file",
        hint="Activities are read from activities/NAME.yaml. Move the file there, or delete it.",
        example=Example(file="activities/more/t3.yml", wrong="id: t3\n"),
    ),
    mistake(
        "M015",
        "A file with another name than its activity",
        what="this file has the activity `{id}`, and its name does not begin with that",
        hint="Call it {id}-some-words.yaml.",
        example=Example(file=PRICE, renamed="activities/sugar.yaml"),
    ),
)
